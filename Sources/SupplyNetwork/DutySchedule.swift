import SupplyData

/// The layered rates of duty: for each layer the most specific row, or that of an agreement under which goods qualify where it
/// asks for less, and their sum.
///
/// Rows are compared by product first (an id before all), then by origin, then by destination (a country before its
/// groups, its region and `*`), then by period (an id before all). Two best rows that are equally specific are a fault; rows of
/// different claims never are.
struct DutySchedule {
  /// How narrowly a row names a product, an origin, a destination and a period; the narrower is the smaller.
  private struct Rank: Comparable {
    var isAnyProduct: Bool
    var origin: Selector.Specificity
    var destination: Selector.Specificity
    var isAnyPeriod: Bool

    static func < (left: Rank, right: Rank) -> Bool {
      if left.isAnyProduct != right.isAnyProduct { return right.isAnyProduct }
      if left.origin != right.origin { return left.origin < right.origin }
      if left.destination != right.destination { return left.destination < right.destination }
      return !left.isAnyPeriod && right.isAnyPeriod
    }
  }

  /// What goods pay in a layer.
  struct Levy: Equatable {
    /// The layer, by its place in ``layers``.
    var layer: Int
    /// The row, by its place in the table.
    var row: Int
  }

  private let rows: [TariffRow]
  /// For each country and row how narrowly the row names the country as origin, and as destination.
  private let originMatches: [[(row: Int, specificity: Selector.Specificity)]]
  private let destinationSpecificities: [[Selector.Specificity?]]
  /// The ids of the layers, in the order of the table.
  let layers: [String]
  private let layerOfRow: [Int]
  /// The agreement that each row claims, by its place; `nil` for none.
  private let claimOfRow: [Int?]
  private let agreements: [Agreement]

  /// - Parameters:
  ///   - dataset: the rows and the countries; countries are named by their place in it.
  ///   - agreements: those that claims may name.
  ///   - membership: who belongs where.
  init(dataset: Dataset, agreements: [Agreement], membership: Membership) {
    let rows = dataset.tariffs
    self.rows = rows
    self.agreements = agreements
    var layers: [String] = []
    var places: [String: Int] = [:]
    layerOfRow = rows.map { row in
      if let place = places[row.layer] { return place }
      places[row.layer] = layers.count
      layers.append(row.layer)
      return layers.count - 1
    }
    self.layers = layers
    claimOfRow = rows.map { row in
      row.claim.flatMap { claim in agreements.firstIndex { $0.group == claim } }
    }
    originMatches = dataset.countries.map { country in
      rows.indices.compactMap { row in
        membership.specificity(of: rows[row].origin, forCountry: country.id).map { (row, $0) }
      }
    }
    destinationSpecificities = dataset.countries.map { country in
      rows.map { membership.specificity(of: $0.destination, forCountry: country.id) }
    }
  }

  /// The most specific row of each layer and claim.
  private struct Best {
    var row: Int
    var rank: Rank
    var tied: Int?
  }

  /// - Returns: by layer, then by claim: none first, then the agreements.
  private func best(product: String, origin: Int, destination: Int, period: String) -> [[Best?]] {
    var best = layers.map { _ in [Best?](repeating: nil, count: agreements.count + 1) }
    for match in originMatches[origin] {
      guard let destinationSpecificity = destinationSpecificities[destination][match.row] else {
        continue
      }
      let row = rows[match.row]
      guard row.product == nil || row.product == product,
        row.period == nil || row.period == period
      else { continue }
      if let claim = claimOfRow[match.row],
        !agreements[claim].members.contains(origin)
          || !agreements[claim].members.contains(destination)
      {
        continue
      }
      let rank = Rank(
        isAnyProduct: row.product == nil, origin: match.specificity,
        destination: destinationSpecificity, isAnyPeriod: row.period == nil)
      let layer = layerOfRow[match.row]
      let slot = claimOfRow[match.row].map { $0 + 1 } ?? 0
      if let current = best[layer][slot], !(rank < current.rank) {
        if !(current.rank < rank) { best[layer][slot]?.tied = match.row }
      } else {
        best[layer][slot] = Best(row: match.row, rank: rank)
      }
    }
    return best
  }

  /// The rows that goods pay by, one a layer at most.
  ///
  /// - Parameters:
  ///   - product: its id and customs value.
  ///   - qualifying: the agreements under which the goods qualify and of which they enter a member, in the order of `groups.csv`.
  func levies(
    on product: Product, origin: Int, destination: Int, period: String, qualifying: [Int]
  ) -> [Levy] {
    let best = best(
      product: product.id, origin: origin, destination: destination, period: period)
    return best.enumerated().compactMap { layer, best in
      var chosen = best[0]?.row
      var least = chosen.map { duty(rows[$0], product.value) } ?? 0
      for agreement in qualifying {
        guard let row = best[agreement + 1]?.row else { continue }
        let duty = duty(rows[row], product.value)
        // What is as good as equal stays without a claim, or with that of the earlier agreement.
        if duty < least - 1e-12 * max(abs(duty), abs(least)) { (chosen, least) = (row, duty) }
      }
      return chosen.map { Levy(layer: layer, row: $0) }
    }
  }

  /// Money per unit that a row asks for by itself.
  private func duty(_ row: TariffRow, _ value: Double) -> Double { row.rate * value + row.unitRate }

  /// Sum of the rates, a share of the customs value.
  func rate(of levies: [Levy]) -> Double { levies.reduce(0) { $0 + rows[$1.row].rate } }

  /// Sum of the rates per unit, money.
  func unitRate(of levies: [Levy]) -> Double { levies.reduce(0) { $0 + rows[$1.row].unitRate } }

  /// All pairs of rows between which nothing decides, for some product, pair of countries and period.
  func ties(products: [Product], periods: [Period]) -> [(Int, Int)] {
    var seen: Set<[Int]> = []
    // Products that no row names behave alike: one of them stands for all. So do periods.
    let representatives = Self.representatives(products.map(\.id), named: rows.map(\.product))
    let times = Self.representatives(periods.map(\.id), named: rows.map(\.period))
    for origin in originMatches.indices where !originMatches[origin].isEmpty {
      for destination in destinationSpecificities.indices {
        for product in representatives {
          for period in times {
            let best = best(
              product: product, origin: origin, destination: destination, period: period)
            for case let row? in best.joined() {
              if let tied = row.tied { seen.insert([row.row, tied].sorted()) }
            }
          }
        }
      }
    }
    return seen.sorted { $0.lexicographicallyPrecedes($1) }.map { ($0[0], $0[1]) }
  }

  /// Those ids that something names, and one that stands for all others.
  private static func representatives(_ ids: [String], named: [String?]) -> [String] {
    let named = Set(named.compactMap(\.self))
    var representatives = ids.filter(named.contains)
    if let other = ids.first(where: { !named.contains($0) }) { representatives.append(other) }
    return representatives
  }
}
