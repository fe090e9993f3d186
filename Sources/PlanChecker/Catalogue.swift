import SupplyData

/// The raw tables with every id replaced by its index, as the recount goes through thousands of rows.
///
/// Facilities and customers share one numbering, the nodes: facilities first. State 0 is the normal state, state
/// s + 1 the scenario at index s; the outages to be survived come after them.
struct Catalogue: Sendable {
  /// What a customer asks for of a product, period by period.
  struct Demand: Sendable {
    var node: Int
    var product: Int
    /// Units per year.
    var quantity: [Double]
    /// Money per unit not delivered.
    var shortageCost: [Double]
    /// Standard deviation of a week's demand, as a share of its mean.
    var deviation: [Double]
  }

  let dataset: Dataset
  /// The outages that constraints want survived.
  let outages: [SurvivedOutage]
  let periodIndex: [String: Int]
  let stateIndex: [String: Int]
  let nodeIndex: [String: Int]
  let productIndex: [String: Int]
  let modeIndex: [String: Int]
  let countryIndex: [String: Int]
  let nodeCountry: [Int]
  let nodeLocation: [Coordinates]
  let matching: Matching
  /// For each facility the production row of each product it makes.
  let makes: [[Int: ProductionRow]]
  /// For each product its components.
  let components: [[(product: Int, quantity: Double)]]
  /// For each facility the products that something it makes is made of.
  let consumes: [Set<Int>]
  /// All demands, in the order of the table.
  let demands: [Demand]
  /// The demand of a node for a product, see ``pair(_:_:)``.
  let demandIndex: [Int: Int]
  /// For each facility and product, see ``pair(_:_:)``, its contracts, by index.
  let contracts: [Int: [Int]]
  let territories: Territories
  let agreements: Agreements
  let circular: CircularGoods
  let escalation: EscalationTable
  let handling: HandlingTable
  /// The standard normal quantile of the service level; 0 where safety stock costs nothing.
  let serviceQuantile: Double
  /// For each product the units per year that demand and bills of materials ask for, in the greatest period.
  let turnover: [Double]

  var facilityCount: Int { dataset.facilities.count }
  var periodCount: Int { dataset.settings.periods.count }
  var stateCount: Int { 1 + dataset.scenarios.count + outages.count }

  /// The least natural scale of a quantity of a product, a hundredth of its turnover: below it a quantity
  /// is small change, in which rounding of the large ones shows.
  func least(_ product: Int) -> Double { turnover[product] * Tolerance.smallShare }

  /// One number for a node and a product.
  func pair(_ node: Int, _ product: Int) -> Int { node * dataset.products.count + product }

  init(_ dataset: Dataset) {
    func index(_ ids: [String]) -> [String: Int] {
      Dictionary(zip(ids, 0...), uniquingKeysWith: { first, _ in first })
    }
    self.dataset = dataset
    let periods = index(dataset.settings.periods.map(\.id))
    let nodes = index(dataset.facilities.map(\.id) + dataset.customers.map(\.id))
    let products = index(dataset.products.map(\.id))
    let countries = index(dataset.countries.map(\.id))
    periodIndex = periods
    outages = SurvivedOutage.all(in: dataset)
    stateIndex = index(dataset.scenarios.map(\.id) + outages.map(\.name)).mapValues { $0 + 1 }
    nodeIndex = nodes
    productIndex = products
    modeIndex = index(dataset.modes.map(\.id))
    countryIndex = countries
    nodeCountry = (dataset.facilities.map(\.country) + dataset.customers.map(\.country))
      .map { countries[$0] ?? 0 }
    nodeLocation = dataset.facilities.map(\.location) + dataset.customers.map(\.location)
    let matching = Matching(
      dataset, nodeIndex: nodes, countryIndex: countries, nodeCountry: nodeCountry)
    self.matching = matching
    serviceQuantile = dataset.settings.serviceLevel.map(NormalQuantile.z) ?? 0
    territories = Territories(dataset, countryIndex: countries)
    agreements = Agreements(dataset, countryIndex: countries)
    circular = CircularGoods(dataset, matching: matching, productIndex: products)
    escalation = EscalationTable(dataset, matching: matching, periodIndex: periods)
    handling = HandlingTable(dataset, matching: matching)

    var components = [[(product: Int, quantity: Double)]](
      repeating: [], count: dataset.products.count)
    for line in dataset.billsOfMaterials {
      guard let product = products[line.product], let component = products[line.component] else {
        continue
      }
      components[product].append((component, line.quantity))
    }
    self.components = components

    var makes = [[Int: ProductionRow]](repeating: [:], count: dataset.facilities.count)
    for row in dataset.production {
      guard let facility = nodes[row.facility], let product = products[row.product] else {
        continue
      }
      makes[facility][product] = row
    }
    self.makes = makes
    consumes = makes.map { Set($0.keys.flatMap { components[$0].map(\.product) }) }

    var contracts: [Int: [Int]] = [:]
    for (index, row) in dataset.contracts.enumerated() {
      guard let facility = nodes[row.facility], let product = products[row.product] else {
        continue
      }
      contracts[facility * dataset.products.count + product, default: []].append(index)
    }
    self.contracts = contracts

    (demands, demandIndex) = Self.demands(dataset, periods, nodes, products)
    turnover = Turnover(
      demands: demands, components: components, circular: circular,
      policies: dataset.constraints, productIndex: products, customers: dataset.facilities.count
    ).greatest(periodCount: periods.count)
  }

  private static func demands(
    _ dataset: Dataset, _ periods: [String: Int], _ nodes: [String: Int], _ products: [String: Int]
  ) -> ([Demand], [Int: Int]) {
    var demands: [Demand] = []
    var indices: [Int: Int] = [:]
    let none = [Double](repeating: 0, count: periods.count)
    // Rows for all periods first, so that those for one period replace them.
    for row in dataset.demand.filter({ $0.period == nil })
      + dataset.demand.filter({ $0.period != nil })
    {
      guard let node = nodes[row.customer], let product = products[row.product] else { continue }
      let key = node * dataset.products.count + product
      let index = indices[key] ?? demands.count
      if index == demands.count {
        indices[key] = index
        demands.append(
          Demand(
            node: node, product: product, quantity: none, shortageCost: none, deviation: none))
      }
      for (id, period) in periods where row.period == nil || row.period == id {
        demands[index].quantity[period] = row.quantity
        demands[index].shortageCost[period] = row.shortageCost
        demands[index].deviation[period] = row.deviation
      }
    }
    return (demands, indices)
  }
}
