import Modeling
package import SupplyNetwork

/// Sales lost `v = (duration/52) · Σ shortage_cost · u / Σ shortage_cost · demand` of a scenario in a period: the share of a
/// normal year's sales that the event costs.
package struct SalesLost {
  /// Money per year: `Σ shortage_cost · demand` of the period.
  let yearlySales: Double
  private let shortageCosts: [Double]
  private let share: Double

  /// `nil` in a period without demand, where v is 0.
  package init?(network: Network, period: Int, state: NetworkState) {
    yearlySales = network.demands.reduce(0.0) {
      $0 + $1.shortageCost[period] * $1.quantity[period]
    }
    guard yearlySales > 0 else { return nil }
    share = state.durationWeeks / 52 / yearlySales
    shortageCosts = network.demands.map { $0.shortageCost[period] }
  }

  /// v of a block.
  func expression(_ block: RecourseBlock) -> LinearExpression {
    var lost = LinearExpression()
    for (cost, column) in zip(shortageCosts, block.unmet) { lost.add(share * cost, column) }
    return lost
  }

  /// What a year of the scenario with v = 1 costs in shortages, money.
  package var shortagePerUnit: Double { 1 / share }
}
