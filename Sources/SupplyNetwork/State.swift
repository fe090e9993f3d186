public import SupplyData
import TextFiles

/// What the network is like while nothing happens, or during one scenario.
public struct NetworkState: Sendable {
  /// What happens in a state.
  public enum Event: Sendable, Equatable {
    /// A scenario, by its place in the dataset.
    case scenario(Int)
    /// An outage that plans must survive.
    case outage(OutageTarget)
  }

  /// What happens; `nil` for the normal state.
  public var event: Event?
  /// π: the share of time spent in the state, over all years.
  public var weight: Double
  /// Weeks that it lasts; 52 for the normal state.
  public var durationWeeks: Double
  /// Recipes that cannot be made, by their place in ``Network/recipes``.
  public var stoppedRecipes: Set<Int> = []
  /// What is left of each facility's capacity and throughput, 0 to 1, by its place in the dataset.
  public var availability: [Double]
  /// What is left of each lane's capacity, 0 to 1; at 0 it is closed.
  public var laneAvailability: [Double]
  /// For each lane the products to which it is closed (places in the dataset), beyond lanes closed to all.
  public var closedProducts: [Int: Set<Int>]
  /// By class of duties, then flow: duty, money per unit.
  public var duties: [[Double]]
  /// By class of duties, for flows that a quota speaks of: duty in the quota, money per unit, where that is less.
  public var dutiesInQuota: [[Int: Double]]
  /// For each flow what its freight is multiplied by; empty where nothing changes it.
  public var freightFactors: [Double] = []
  /// For each recipe what its unit cost is multiplied by; empty where nothing changes it.
  public var productionFactors: [Double] = []
  /// For each contract what its unit cost is multiplied by; empty where nothing changes it.
  public var contractFactors: [Double] = []
  /// For each demand its relative change, at least −1.
  public var demandChanges: [Double]

  /// The scenario, by its place in the dataset; `nil` for the normal state and for outages.
  public var scenario: Int? {
    if case .scenario(let place) = event { place } else { nil }
  }

  /// Whether a flow can run in the state.
  public func isOpen(_ flow: Flow) -> Bool {
    laneAvailability[flow.lane] > 0 && availability(of: flow.origin) > 0
      && !(closedProducts[flow.lane]?.contains(flow.product) ?? false)
  }
}

extension NetworkState {
  /// What is left of a node's capacity; customers always work.
  public func availability(of node: Node) -> Double {
    node.facility.map { availability[$0] } ?? 1
  }

  /// What a flow's freight is multiplied by.
  public func freightFactor(_ flow: Int) -> Double {
    freightFactors.isEmpty ? 1 : freightFactors[flow]
  }

  /// What a recipe's unit cost is multiplied by.
  public func productionFactor(_ recipe: Int) -> Double {
    productionFactors.isEmpty ? 1 : productionFactors[recipe]
  }

  /// What a contract's unit cost is multiplied by.
  public func contractFactor(_ contract: Int) -> Double {
    contractFactors.isEmpty ? 1 : contractFactors[contract]
  }

  /// The state without any event.
  static func normal(of network: Network, _ rates: DutyRates, weight: Double) -> NetworkState {
    NetworkState(
      event: nil, weight: weight, durationWeeks: 52,
      availability: Array(repeating: 1, count: network.dataset.facilities.count),
      laneAvailability: Array(repeating: 1, count: network.lanes.count), closedProducts: [:],
      duties: [], dutiesInQuota: [],
      demandChanges: Array(repeating: 0, count: network.demands.count)
    )
    .paying(rates, additions: [], of: network)
  }

  /// The state during a scenario: all effects of its rows combined.
  static func during(
    _ scenario: Int, of network: Network, _ rates: DutyRates, membership: Membership,
    faults: inout [Fault]
  ) -> NetworkState {
    let dataset = network.dataset
    let row = dataset.scenarios[scenario]
    var state = network.states[0]
    state.weight = row.probability * row.durationWeeks / 52
    state.event = .scenario(scenario)
    state.durationWeeks = row.durationWeeks
    var dutyAdditions: [Double] = []
    for disruption in dataset.disruptions where disruption.scenario == row.id {
      switch disruption.effect {
      case .capacity(let facilities, let loss):
        for (place, facility) in dataset.facilities.enumerated()
        where membership.matches(facilities, node: facility.id) {
          state.availability[place] *= 1 - loss
        }
      case .lane:
        state.disruptLanes(disruption, network, membership, &faults)
      case .tariff(let origin, let destination, let product, let addition, let exempt):
        if dutyAdditions.isEmpty { dutyAdditions = network.flows.map { _ in 0 } }
        for (place, flow) in network.flows.enumerated()
        where flow.isDutiable && !network.isExempt(flow, under: exempt)
          && (product == nil || product == dataset.products[flow.product].id)
          && membership.matches(origin, country: dataset.countries[flow.madeIn].id)
          && membership.matches(destination, country: network.country(of: flow.destination))
        {
          dutyAdditions[place] += addition
        }
      case .demand(let customers, let product, let change):
        for (place, demand) in network.demands.enumerated()
        where (product == nil || product == dataset.products[demand.product].id)
          && membership.matches(customers, node: dataset.customers[demand.customer].id)
        {
          state.demandChanges[place] += change
        }
      case .productionCost(let facilities, let product, let change):
        if state.productionFactors.isEmpty {
          state.productionFactors = network.recipes.map { _ in 1 }
          state.contractFactors = dataset.contracts.map { _ in 1 }
        }
        for (place, contract) in dataset.contracts.enumerated()
        where (product == nil || product == contract.product)
          && membership.matches(facilities, node: contract.facility)
        {
          state.contractFactors[place] += change
        }
        for (place, recipe) in network.recipes.enumerated()
        where (product == nil || product == dataset.products[recipe.product].id)
          && membership.matches(facilities, node: dataset.facilities[recipe.facility].id)
        {
          state.productionFactors[place] += change
        }
      case .freightCost(let origin, let destination, let mode, let product, let change):
        if state.freightFactors.isEmpty { state.freightFactors = network.flows.map { _ in 1 } }
        for (place, flow) in network.flows.enumerated()
        where (product == nil || product == dataset.products[flow.product].id)
          && (mode == nil || mode == dataset.modes[network.lanes[flow.lane].mode].id)
          && membership.matches(origin, node: network.id(of: flow.origin))
          && membership.matches(destination, node: network.id(of: flow.destination))
        {
          state.freightFactors[place] += change
        }
      }
    }
    state.productionFactors = state.productionFactors.map { max(0, $0) }
    state.contractFactors = state.contractFactors.map { max(0, $0) }
    state.freightFactors = state.freightFactors.map { max(0, $0) }
    state.demandChanges = state.demandChanges.map { max(-1, $0) }
    return dutyAdditions.isEmpty
      ? state : state.paying(rates, additions: dutyAdditions, of: network)
  }

  /// The same state with duties of its own.
  ///
  /// - Parameter additions: what is added to the rate of each flow; empty for nothing.
  private func paying(_ rates: DutyRates, additions: [Double], of network: Network)
    -> NetworkState
  {
    var state = self
    func duty(_ flow: Int, _ rates: DutyRates.Rates) -> Double {
      guard network.flows[flow].isDutiable else { return 0 }
      return rates.duty(
        value: network.dataset.products[network.flows[flow].product].value,
        addition: additions.isEmpty ? 0 : additions[flow])
    }
    state.duties = rates.ofFlow.map { rates in rates.indices.map { duty($0, rates[$0]) } }
    state.dutiesInQuota = rates.inQuota.enumerated().map { index, rates in
      var inQuota: [Int: Double] = [:]
      for (flow, rates) in rates {
        let quota = duty(flow, rates)
        if quota < state.duties[index][flow] { inQuota[flow] = quota }
      }
      return inQuota
    }
    return state
  }

  private mutating func disruptLanes(
    _ disruption: Disruption, _ network: Network, _ membership: Membership, _ faults: inout [Fault]
  ) {
    guard
      case .lane(let origin, let destination, let mode, let product, let loss) = disruption.effect
    else { return }
    let dataset = network.dataset
    let productPlace = dataset.products.firstIndex { $0.id == product }
    for (place, lane) in network.lanes.enumerated()
    where (mode == nil || mode == dataset.modes[lane.mode].id)
      && membership.matches(origin, node: network.id(of: lane.origin))
      && membership.matches(destination, node: network.id(of: lane.destination))
    {
      if let productPlace {
        if loss == 1 { closedProducts[place, default: []].insert(productPlace) }
      } else {
        if loss < 1, lane.capacity == nil {
          faults.append(
            Fault(
              file: "disruptions.csv", line: disruption.line, column: 1,
              cause:
                "this row removes a share of the capacity of lanes, but the lane from "
                + "'\(network.id(of: lane.origin))' to '\(network.id(of: lane.destination))' by "
                + "'\(dataset.modes[lane.mode].id)' has no capacity",
              cure: "Give the lane a capacity in lanes.csv, or use the value 1 to close it."))
          return
        }
        laneAvailability[place] *= 1 - loss
      }
    }
  }
}
