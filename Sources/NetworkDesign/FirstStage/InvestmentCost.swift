import Modeling
import SupplyData
package import SupplyNetwork

/// The opening and build cost of a facility in a period, undiscounted: what incentives share and policies cap.
struct InvestmentCost {
  let network: Network

  /// `opening_cost · o + Σ_k build_cost_k · b_k`.
  func expression(of facility: Int, in period: Int, _ stage: FirstStage) -> LinearExpression {
    var cost = LinearExpression()
    cost.add(
      stage.opened[facility][period], times: network.openingCost(facility, period))
    for module in network.modulesOfFacility[facility] {
      cost.add(
        stage.built[module][period], times: network.buildCost(module, facility, period))
    }
    return cost
  }
}

extension Network {
  /// What it costs to open a facility at the start of a period, undiscounted.
  package func openingCost(_ facility: Int, _ t: Int) -> Double {
    dataset.facilities[facility].openingCost * escalation.factor(.opening, facility, t)
  }

  /// What it costs to build a module at the start of a period, undiscounted.
  package func buildCost(_ module: Int, _ facility: Int, _ t: Int) -> Double {
    dataset.capacity[module].buildCost * escalation.factor(.build, facility, t)
  }
}
