import Modeling
import SupplyNetwork

/// The opening and build cost of a facility in a period, undiscounted: what incentives share and policies cap.
struct InvestmentCost {
  let network: Network

  /// `opening_cost · o + Σ_k build_cost_k · b_k`.
  func expression(of facility: Int, in period: Int, _ stage: FirstStage) -> LinearExpression {
    var cost = LinearExpression()
    cost.add(
      stage.opened[facility][period], times: network.dataset.facilities[facility].openingCost)
    for module in network.modulesOfFacility[facility] {
      cost.add(
        stage.built[module][period], times: network.dataset.capacity[module].buildCost)
    }
    return cost
  }
}
