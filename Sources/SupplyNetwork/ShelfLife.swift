import SupplyData

/// A way on which goods do not keep, so that no lane carries them there.
struct SpoiledWay: Sendable {
  /// The product, by its place in the dataset.
  var product: Int
  /// Where it begins.
  var origin: Node
  /// Where it ends.
  var destination: Node
  /// The mode, by its place in the dataset.
  var mode: Int
  /// Days from door to door, more than the product keeps.
  var leadTimeDays: Double
  /// The row of `lanes.csv`, by its place.
  var row: Int
}

/// Why a demand that nothing reaches would be reached if goods kept longer.
public struct ShelfLifeCause: Sendable {
  /// The product that does not keep, by its place in the dataset: the one asked for, or one of its components.
  public let product: Int
  /// The shelf life, in days.
  public let days: Double
  /// Days of the quickest way that is too long.
  public let leadTimeDays: Double
  /// The row of `lanes.csv` of that way, by its place.
  public let row: Int
  /// What is the matter, as a clause: `'p' keeps 4 days, and …`.
  public let words: String
  /// What to do.
  public let cure: String
}

extension Network {
  /// The network as if some products kept for ever; `nil` where it cannot be resolved.
  private func keeping(_ products: Set<Int>) -> Network? {
    var dataset = dataset
    for product in products { dataset.products[product].shelfLifeDays = nil }
    return try? Network(dataset)
  }

  private func reaches(_ demand: Demand) -> Bool {
    flows.contains { $0.destination == .customer(demand.customer) && $0.product == demand.product }
  }

  /// Why demands that no lane reaches would be reached if some product kept longer, by their places; those whose cause is
  /// another are left out.
  ///
  /// - Complexity: resolves the network again for each product that does not keep somewhere, but only where a demand is not
  ///   reached.
  public func shelfLifeCauses() -> [Int: ShelfLifeCause] {
    let spoiling = Set(spoiledWays.map(\.product))
    let unreached = demands.indices.filter { !reaches(demands[$0]) }
    guard !spoiling.isEmpty, !unreached.isEmpty, let all = keeping(spoiling) else { return [:] }
    let open = unreached.filter { all.reaches(demands[$0]) }
    if open.isEmpty { return [:] }
    var causes: [Int: ShelfLifeCause] = [:]
    // The product itself where that is enough; then whatever is enough alone; else the first of several.
    let alone = spoiling.sorted().map { ($0, spoiling.count == 1 ? all : keeping([$0])) }
    for demand in open {
      let asked = demands[demand].product
      let enough = alone.filter { $0.1?.reaches(demands[demand]) ?? false }
      let (product, kept) =
        enough.first { $0.0 == asked } ?? enough.first
        ?? (spoiling.contains(asked) ? asked : spoiling.min() ?? asked, all)
      causes[demand] = cause(of: product, for: demands[demand], in: kept ?? all)
    }
    return causes
  }

  /// The quickest of the ways that goods would take if they kept, at the customer if there are some.
  private func cause(of product: Int, for demand: Demand, in kept: Network) -> ShelfLifeCause? {
    let taken = Set(
      kept.flows.filter { $0.product == product }.map { flow in
        [kept.lanes[flow.lane].mode] + Self.key(flow.origin) + Self.key(flow.destination)
      })
    let ways = spoiledWays.filter {
      $0.product == product
        && taken.contains([$0.mode] + Self.key($0.origin) + Self.key($0.destination))
    }
    let last = ways.filter { $0.destination == .customer(demand.customer) }
    guard let way = (last.isEmpty ? ways : last).min(by: { $0.leadTimeDays < $1.leadTimeDays }),
      let days = dataset.products[product].shelfLifeDays
    else { return nil }
    let row = dataset.lanes[way.row]
    let name = dataset.products[product].id
    let whose =
      product == demand.product
      ? "'\(name)' for customer '\(dataset.customers[demand.customer].id)'"
      : "'\(name)', of which '\(dataset.products[demand.product].id)' for customer "
        + "'\(dataset.customers[demand.customer].id)' is made,"
    return ShelfLifeCause(
      product: product, days: days, leadTimeDays: way.leadTimeDays, row: way.row,
      words:
        "\(whose) keeps \(Self.days(days)) (products.csv, line \(dataset.products[product].line)), "
        + "and every lane that could bring it takes longer: the quickest, from "
        + "'\(id(of: way.origin))' to '\(id(of: way.destination))' by "
        + "\(dataset.modes[way.mode].id), takes \(Self.days(way.leadTimeDays)) "
        + "(lanes.csv, line \(row.line))",
      cure: row.leadTimeDays == nil
        ? "Give 'shelf_life_days' at least \(Self.days(way.leadTimeDays)), add a quicker mode or a nearer source, or "
          + "write the lead time of the lane into 'lead_time_days'."
        : "Give 'shelf_life_days' at least \(Self.days(way.leadTimeDays)), correct 'lead_time_days' of the lane, or add a "
          + "lane of a quicker mode or from a nearer source.")
  }

  private static func key(_ node: Node) -> [Int] {
    switch node {
    case .facility(let place): [0, place]
    case .customer(let place): [1, place]
    }
  }

  private static func days(_ number: Double) -> String {
    let rounded = (number * 100).rounded() / 100
    let text = rounded == rounded.rounded() ? "\(Int(min(rounded, 1e15)))" : "\(rounded)"
    return rounded == 1 ? "1 day" : "\(text) days"
  }
}
