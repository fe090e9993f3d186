import SupplyData

/// What a scenario or an outage changes; the normal state changes nothing.
struct StateConditions {
  private struct LaneEffect {
    var origins: [UInt8]
    var destinations: [UInt8]
    var mode: Int?
    var product: Int?
    /// The share of the capacity that is lost, or the change of the unit cost.
    var amount: Double
  }

  private struct TariffEffect {
    var origins: [UInt8]
    var destinations: [UInt8]
    var product: Int?
    var addition: Double
    /// The agreement under which goods are spared, by its index.
    var exempt: Int?
  }

  private struct ProductionCostEffect {
    var facilities: [UInt8]
    var product: Int?
    var change: Double
  }

  private struct DemandEffect {
    var customers: [UInt8]
    var product: Int?
    var change: Double
  }

  /// For each facility the share of its capacity and throughput that is left.
  private(set) var availability: [Double]
  private var lanes: [LaneEffect] = []
  private var freightCosts: [LaneEffect] = []
  private var productionCosts: [ProductionCostEffect] = []
  private let agreements: Agreements
  private var tariffs: [TariffEffect] = []
  private var demands: [DemandEffect] = []
  /// Products that cannot be made, with the country in which.
  private var stopped: Set<[Int]> = []

  /// The conditions of a state: 0 for the normal state.
  init(_ catalogue: Catalogue, state: Int) {
    availability = [Double](repeating: 1, count: catalogue.facilityCount)
    agreements = catalogue.agreements
    guard state > 0 else { return }
    if state > catalogue.dataset.scenarios.count {
      let outage = catalogue.outages[state - 1 - catalogue.dataset.scenarios.count]
      for part in outage.target.parts { takeAway(part, catalogue) }
      return
    }
    let scenario = catalogue.dataset.scenarios[state - 1].id
    let matching = catalogue.matching
    for row in catalogue.dataset.disruptions where row.scenario == scenario {
      switch row.effect {
      case .capacity(let facilities, let loss):
        let ranks = matching.nodeRanks(facilities)
        for facility in availability.indices where ranks[facility] != Matching.none {
          availability[facility] *= 1 - loss
        }
      case .lane(let origin, let destination, let mode, let product, let loss):
        lanes.append(
          LaneEffect(
            origins: matching.nodeRanks(origin), destinations: matching.nodeRanks(destination),
            mode: mode.map { catalogue.modeIndex[$0] ?? -1 },
            product: product.map { catalogue.productIndex[$0] ?? -1 }, amount: loss))
      case .tariff(let origin, let destination, let product, let addition, let exempt):
        tariffs.append(
          TariffEffect(
            origins: matching.countryRanks(origin),
            destinations: matching.countryRanks(destination),
            product: product.map { catalogue.productIndex[$0] ?? -1 }, addition: addition,
            exempt: exempt.flatMap { catalogue.agreements.index($0) }))
      case .demand(let customers, let product, let change):
        demands.append(
          DemandEffect(
            customers: matching.nodeRanks(customers),
            product: product.map { catalogue.productIndex[$0] ?? -1 }, change: change))
      case .productionCost(let facilities, let product, let change):
        productionCosts.append(
          ProductionCostEffect(
            facilities: matching.nodeRanks(facilities),
            product: product.map { catalogue.productIndex[$0] ?? -1 }, change: change))
      case .freightCost(let origin, let destination, let mode, let product, let change):
        freightCosts.append(
          LaneEffect(
            origins: matching.nodeRanks(origin), destinations: matching.nodeRanks(destination),
            mode: mode.map { catalogue.modeIndex[$0] ?? -1 },
            product: product.map { catalogue.productIndex[$0] ?? -1 }, amount: change))
      }
    }
  }

  private mutating func takeAway(_ part: OutageTarget.Part, _ catalogue: Catalogue) {
    switch part {
    case .facility(let id):
      if let facility = catalogue.facility(id) { availability[facility] = 0 }
    case .area(let area):
      let nodes = Self.nodes(of: area, catalogue)
      for facility in availability.indices where nodes[facility] != Matching.none {
        availability[facility] = 0
      }
    case .product(let product, let country):
      stopped.insert([
        catalogue.productIndex[product] ?? -1, catalogue.countryIndex[country] ?? -1,
      ])
    case .corridor(let from, let to, let mode):
      lanes.append(
        LaneEffect(
          origins: Self.nodes(of: from, catalogue), destinations: Self.nodes(of: to, catalogue),
          mode: mode.map { catalogue.modeIndex[$0] ?? -1 }, product: nil, amount: 1))
    }
  }

  private static func nodes(of area: OutageTarget.Area, _ catalogue: Catalogue) -> [UInt8] {
    let part: Selector.Part =
      switch area {
      case .country(let id): .country(id)
      case .region(let name): .region(name)
      case .group(let id): .group(id)
      }
    return catalogue.matching.nodeRanks(Selector(scope: .nodes, parts: [part], text: area.text))
  }

  /// Whether a product cannot be made in a country.
  func isStopped(_ product: Int, in country: Int) -> Bool { stopped.contains([product, country]) }

  /// The share of a lane's capacity that is left, all products together: 0 where it is closed.
  func laneFactor(_ origin: Int, _ destination: Int, _ mode: Int) -> Double {
    lanes.reduce(1) { factor, effect in
      effect.product == nil && matches(effect, origin, destination, mode)
        ? factor * (1 - effect.amount) : factor
    }
  }

  /// Whether a lane is closed, to the product or altogether.
  func isLaneClosed(_ origin: Int, _ destination: Int, _ mode: Int, _ product: Int) -> Bool {
    lanes.contains { effect in
      effect.amount >= 1 && (effect.product == nil || effect.product == product)
        && matches(effect, origin, destination, mode)
    }
  }

  /// What is added to the duty rate of goods.
  func tariffAddition(_ madeIn: Int, _ claim: Int, _ destination: Int, _ product: Int) -> Double {
    tariffs.reduce(0) { sum, effect in
      guard effect.product == nil || effect.product == product,
        effect.origins[madeIn] != Matching.none,
        effect.destinations[destination] != Matching.none
      else { return sum }
      let isSpared = effect.exempt.map {
        agreements.favours(
          product, madeIn: madeIn, claim: claim, entering: destination, under: $0)
      }
      return isSpared == true ? sum : sum + effect.addition
    }
  }

  /// What unit costs of making are multiplied by.
  func productionCostFactor(_ facility: Int, _ product: Int) -> Double {
    max(
      0,
      productionCosts.reduce(1) { sum, effect in
        (effect.product == nil || effect.product == product)
          && effect.facilities[facility] != Matching.none ? sum + effect.change : sum
      })
  }

  /// What the unit cost of a lane is multiplied by.
  func freightCostFactor(_ origin: Int, _ destination: Int, _ mode: Int, _ product: Int) -> Double {
    max(
      0,
      freightCosts.reduce(1) { sum, effect in
        (effect.product == nil || effect.product == product)
          && matches(effect, origin, destination, mode) ? sum + effect.amount : sum
      })
  }

  /// Demand over normal demand.
  func demandFactor(_ node: Int, _ product: Int) -> Double {
    let change = demands.reduce(0) { sum, effect in
      (effect.product == nil || effect.product == product)
        && effect.customers[node] != Matching.none ? sum + effect.change : sum
    }
    return 1 + max(-1, change)
  }

  private func matches(_ effect: LaneEffect, _ origin: Int, _ destination: Int, _ mode: Int)
    -> Bool
  {
    (effect.mode == nil || effect.mode == mode) && effect.origins[origin] != Matching.none
      && effect.destinations[destination] != Matching.none
  }
}
