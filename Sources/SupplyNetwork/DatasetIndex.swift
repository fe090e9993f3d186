import SupplyData

/// Places of entities by id, and the rows that refer to them by place.
struct DatasetIndex {
  let country: [String: Int]
  let product: [String: Int]
  let facility: [String: Int]
  let customer: [String: Int]
  private let period: [String: Int]

  init(_ dataset: Dataset) {
    func places(_ ids: [String]) -> [String: Int] {
      Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }
    country = places(dataset.countries.map(\.id))
    product = places(dataset.products.map(\.id))
    facility = places(dataset.facilities.map(\.id))
    customer = places(dataset.customers.map(\.id))
    period = places(dataset.settings.periods.map(\.id))
  }

  func components(of dataset: Dataset) -> [[(product: Int, quantity: Double)]] {
    var components = dataset.products.map { _ in [(product: Int, quantity: Double)]() }
    for line in dataset.billsOfMaterials {
      guard let made = product[line.product], let component = product[line.component] else {
        continue
      }
      components[made].append((component, line.quantity))
    }
    return components
  }

  func recipes(of dataset: Dataset) -> [Network.Recipe] {
    dataset.production.compactMap { row in
      guard let facility = facility[row.facility], let product = product[row.product] else {
        return nil
      }
      return Network.Recipe(
        facility: facility, product: product, unitCost: row.unitCost,
        capacityUse: row.capacityUse, emissionsTonnes: row.emissionsTonnes, claims: [])
    }
  }

  /// Demand by customer and product: a row that names a period replaces the row for all.
  func demands(of dataset: Dataset) -> [Network.Demand] {
    var places: [[Int]: Int] = [:]
    var demands: [Network.Demand] = []
    let periods = dataset.settings.periods.count
    // Rows for all periods first, so that the others replace them.
    for row in dataset.demand.filter({ $0.period == nil })
      + dataset.demand.filter({ $0.period != nil })
    {
      guard let customer = customer[row.customer], let product = product[row.product] else {
        continue
      }
      let place =
        places[[customer, product]]
        ?? {
          demands.append(
            Network.Demand(
              customer: customer, product: product, quantity: Array(repeating: 0, count: periods),
              shortageCost: Array(repeating: 0, count: periods),
              deviation: Array(repeating: 0, count: periods), line: row.line))
          return demands.count - 1
        }()
      places[[customer, product]] = place
      let matching =
        row.period.map { name in period[name].map { [$0] } ?? [] } ?? Array(0..<periods)
      for period in matching {
        demands[place].quantity[period] = row.quantity
        demands[place].shortageCost[period] = row.shortageCost
        demands[place].deviation[period] = row.deviation
      }
    }
    return demands
  }

  func demanded(_ demands: [Network.Demand]) -> [Set<Int>] {
    var demanded = Array(repeating: Set<Int>(), count: customer.count)
    for demand in demands { demanded[demand.customer].insert(demand.product) }
    return demanded
  }

  /// Products by facility with a buffer there.
  func stocked(_ dataset: Dataset) -> [Set<Int>] {
    var stocked = Array(repeating: Set<Int>(), count: facility.count)
    for buffer in dataset.buffers {
      if let facility = facility[buffer.location], let product = product[buffer.product] {
        stocked[facility].insert(product)
      }
    }
    return stocked
  }
}
