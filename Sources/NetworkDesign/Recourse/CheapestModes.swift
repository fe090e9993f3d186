import SupplyData
import SupplyNetwork

/// Of parallel modes between two nodes the cheapest: where its lane has no capacity nobody takes another one in that state.
///
/// Parallel flows pay the same duty, are tied to the same facility and become the same goods, so that only their cost tells them
/// apart, and, where a policy counts emissions or what comes within a limit of time or distance, these.
struct CheapestModes {
  /// Flows for which there is a cheaper one.
  private(set) var superfluous: Set<Int> = []

  private struct Way: Hashable {
    var origin: Node
    var goods: Goods?
    var product: Int
    var destination: Node
  }

  init(network: Network, incidence: Incidence, state: NetworkState, period t: Int) {
    let tellsModesApart = network.dataset.constraints.contains {
      switch $0.kind {
      case .emissions, .within: true
      default: false
      }
    }
    if state.event == nil, tellsModesApart { return }
    let cost = OperatingCost(network: network)
    for flows in incidence.flowsOut + incidence.flowsOutOfCustomer {
      let parallel = Dictionary(grouping: flows.filter { state.isOpen(network.flows[$0]) }) {
        Way(
          origin: network.flows[$0].origin, goods: network.goodsSent(by: network.flows[$0]),
          product: network.flows[$0].product, destination: network.flows[$0].destination)
      }
      for flows in parallel.values where flows.count > 1 {
        let costs = flows.map {
          cost.total(of: $0, demand: incidence.demand(servedBy: network.flows[$0]), in: state, t)
        }
        let unlimited = flows.indices.filter {
          network.lanes[network.flows[flows[$0]].lane].capacity == nil
        }
        guard let cheapest = unlimited.min(by: { costs[$0] < costs[$1] }) else { continue }
        for index in flows.indices
        where index != cheapest && costs[index] >= costs[cheapest] {
          superfluous.insert(flows[index])
        }
      }
    }
  }
}
