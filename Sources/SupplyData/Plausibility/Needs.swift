/// How much of each product has to be made in each period if all demand is met: what customers ask,
/// and the components of what is made, through all levels.
struct Needs {
  /// Units per year, by period in order, then by product.
  private(set) var ofPeriod: [[String: Double]]

  /// - Parameters:
  ///   - makeable: the products that something can make; others need no components.
  ///   - supplied: units per year that come without being made: they need no components either.
  init(_ dataset: Dataset, makeable: Set<String>, supplied: [String: Double] = [:]) {
    ofPeriod = Self.demand(of: dataset)
    let components = Dictionary(grouping: dataset.billsOfMaterials, by: \.product)
    let order = Self.productsBeforeComponents(dataset, components)
    for period in ofPeriod.indices {
      for product in order where makeable.contains(product) {
        let other = supplied[product] ?? 0
        guard let all = ofPeriod[period][product], all > other else { continue }
        let need = all - other
        for line in components[product] ?? [] {
          ofPeriod[period][line.component, default: 0] += need * line.quantity
        }
      }
    }
  }

  /// What customers ask; a row that names the period replaces the one for all.
  private static func demand(of dataset: Dataset) -> [[String: Double]] {
    let periods = dataset.settings.periods.map(\.id)
    let position = Dictionary(
      periods.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var totals = [[String: Double]](repeating: [:], count: periods.count)
    var replaced: [DemandPair: Set<Int>] = [:]
    for row in dataset.demand {
      guard let period = row.period.flatMap({ position[$0] }) else { continue }
      totals[period][row.product, default: 0] += row.quantity
      replaced[DemandPair(row), default: []].insert(period)
    }
    // Sums of what counts, rather than differences, so that no need is a rounding error.
    for row in dataset.demand where row.period == nil {
      let own = replaced[DemandPair(row)] ?? []
      for period in periods.indices where !own.contains(period) {
        totals[period][row.product, default: 0] += row.quantity
      }
    }
    return totals
  }

  /// The products, each before its components. Bills of materials have no cycles here.
  private static func productsBeforeComponents(
    _ dataset: Dataset, _ components: [String: [BillOfMaterialsLine]]
  ) -> [String] {
    var users: [String: Int] = [:]
    for line in dataset.billsOfMaterials { users[line.component, default: 0] += 1 }
    var order = dataset.products.map(\.id).filter { users[$0] == nil }
    var next = 0
    while next < order.count {
      for line in components[order[next]] ?? [] {
        users[line.component, default: 0] -= 1
        if users[line.component] == 0 { order.append(line.component) }
      }
      next += 1
    }
    return order
  }
}

/// A customer and a product.
struct DemandPair: Hashable {
  var customer: String
  var product: String

  init(_ row: DemandRow) {
    customer = row.customer
    product = row.product
  }
}
