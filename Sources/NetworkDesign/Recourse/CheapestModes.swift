import SupplyNetwork

/// Of parallel modes between two nodes the cheapest: where its lane has no capacity nobody takes another one in that state.
///
/// Parallel flows pay the same duty, are tied to the same facility and become the same goods, so that only their cost tells them
/// apart, and, where a policy limits emissions, these.
struct CheapestModes {
  /// Flows for which there is a cheaper one.
  private(set) var superfluous: Set<Int> = []

  private struct Way: Hashable {
    var goods: Goods
    var destination: Node
  }

  init(network: Network, incidence: Incidence, state: NetworkState) {
    let limitsEmissions = network.dataset.constraints.contains {
      if case .emissions = $0.kind { true } else { false }
    }
    if state.event == nil, limitsEmissions { return }
    let cost = OperatingCost(network: network)
    for flows in incidence.flowsOut {
      let parallel = Dictionary(grouping: flows.filter { state.isOpen(network.flows[$0]) }) {
        Way(
          goods: network.goodsSent(by: network.flows[$0]),
          destination: network.flows[$0].destination)
      }
      for flows in parallel.values where flows.count > 1 {
        let costs = flows.map { cost.total(of: $0, in: state) }
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
