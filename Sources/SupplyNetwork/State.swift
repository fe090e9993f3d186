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
  /// For each flow the rate of duty in the state, a share of the customs value.
  public var dutyRates: [Double]
  /// For each demand its relative change, at least −1.
  public var demandChanges: [Double]

  /// The scenario, by its place in the dataset; `nil` for the normal state and for outages.
  public var scenario: Int? {
    if case .scenario(let place) = event { place } else { nil }
  }

  /// Whether a flow can run in the state.
  public func isOpen(_ flow: Flow) -> Bool {
    laneAvailability[flow.lane] > 0 && availability[flow.origin] > 0
      && !(closedProducts[flow.lane]?.contains(flow.product) ?? false)
  }
}

extension NetworkState {
  /// The state without any event.
  static func normal(of network: Network, weight: Double) -> NetworkState {
    NetworkState(
      event: nil, weight: weight, durationWeeks: 52,
      availability: Array(repeating: 1, count: network.dataset.facilities.count),
      laneAvailability: Array(repeating: 1, count: network.lanes.count), closedProducts: [:],
      dutyRates: network.flows.map(\.dutyRate),
      demandChanges: Array(repeating: 0, count: network.demands.count))
  }

  /// The state during a scenario: all effects of its rows combined.
  static func during(
    _ scenario: Int, of network: Network, membership: Membership, faults: inout [Fault]
  ) -> NetworkState {
    let dataset = network.dataset
    let row = dataset.scenarios[scenario]
    var state = normal(of: network, weight: row.probability * row.durationWeeks / 52)
    state.event = .scenario(scenario)
    state.durationWeeks = row.durationWeeks
    var dutyAdditions = Array(repeating: 0.0, count: network.flows.count)
    for disruption in dataset.disruptions where disruption.scenario == row.id {
      switch disruption.effect {
      case .capacity(let facilities, let loss):
        for (place, facility) in dataset.facilities.enumerated()
        where membership.matches(facilities, node: facility.id) {
          state.availability[place] *= 1 - loss
        }
      case .lane:
        state.disruptLanes(disruption, network, membership, &faults)
      case .tariff(let origin, let destination, let product, let addition):
        for (place, flow) in network.flows.enumerated()
        where flow.isDutiable && (product == nil || product == dataset.products[flow.product].id)
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
      }
    }
    for place in network.flows.indices where network.flows[place].isDutiable {
      state.dutyRates[place] = max(0, state.dutyRates[place] + dutyAdditions[place])
    }
    state.demandChanges = state.demandChanges.map { max(-1, $0) }
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
      && membership.matches(origin, node: dataset.facilities[lane.origin].id)
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
                + "'\(dataset.facilities[lane.origin].id)' to '\(network.id(of: lane.destination))' by "
                + "'\(dataset.modes[lane.mode].id)' has no capacity",
              cure: "Give the lane a capacity in lanes.csv, or use the value 1 to close it."))
          return
        }
        laneAvailability[place] *= 1 - loss
      }
    }
  }
}
