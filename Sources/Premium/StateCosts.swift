import NetworkDesign
import SupplyData
import SupplyNetwork
import SupplyPlan

/// The cost of a plan taken apart by what depends on probabilities and what does not.
///
///     C = F + Σ_σ π_σ · W_σ,   W_σ = Σ_t A_t · operating(σ, t)
///
/// F is the first stage: sites, modules, stocks, incentives. W_σ is what operating in state σ would cost if it lasted all the
/// time, discounted; σ = 0 is the normal state. The operations are those of the plan's tables; another plan for the same
/// sites could meet the event in another way.
struct StateCosts {
  /// F: discounted money that is spent whatever happens.
  let firstStage: Double
  /// W by state, the normal state first, then the scenarios in the dataset's order.
  let operating: [Double]

  /// - Parameters:
  ///   - plan: a plan of the network's dataset.
  ///   - network: the resolved dataset.
  init(_ plan: Plan, network: Network) {
    let costs = plan.costs
    firstStage =
      costs.opening + costs.closing + costs.building + costs.incentives + costs.facilityFixed
      + costs.moduleFixed + costs.buffers + costs.contracts + costs.clusters
    let yearly = Horizon(network.dataset.settings).yearly
    let operations = plan.operatingCosts(in: network)
    operating = network.states.indices.map { state in
      yearly.indices.reduce(0) { $0 + yearly[$1] * operations[$1][state].total }
    }
  }

  /// C = F + Σ π·W under the network's weights.
  func total(_ network: Network) -> Double {
    zip(network.states, operating).reduce(firstStage) { $0 + $1.0.weight * $1.1 }
  }
}
