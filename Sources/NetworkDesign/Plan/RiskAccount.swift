package import SupplyData
package import SupplyNetwork

/// The risk of a plan: sales lost by scenario and period, and sales at risk.
package struct RiskAccount {
  let network: Network
  let measure: RiskMeasure

  package init(network: Network, measure: RiskMeasure) {
    self.network = network
    self.measure = measure
  }

  /// v, by period, then by scenario and then by outage: 0 in a period without demand.
  func salesLost(_ activity: Activity) -> [[Double]] {
    network.dataset.settings.periods.indices.map { t in
      network.states.indices.dropFirst().map { state in
        network.states[state].durationWeeks / 52 * unmet(activity, t, state)
      }
    }
  }

  /// What the normal state leaves undelivered, a share of a year's sales, by period.
  func undelivered(_ activity: Activity) -> [Double] {
    network.dataset.settings.periods.indices.map { unmet(activity, $0, 0) }
  }

  /// The share of a normal year's sales that a year in a state would not deliver; 0 in a period without demand.
  private func unmet(_ activity: Activity, _ t: Int, _ state: Int) -> Double {
    let sales = network.demands.reduce(0.0) { $0 + $1.shortageCost[t] * $1.quantity[t] }
    guard sales > 0 else { return 0 }
    return zip(network.demands, activity.recourse[t][state].unmet)
      .reduce(0.0) { $0 + $1.0.shortageCost[t] * $1.1 } / sales
  }

  /// R: the measures of the periods, weighted by their years.
  ///
  /// - Parameter losses: sales lost, by period and scenario; outages behind them do not count.
  package func salesAtRisk(_ losses: [[Double]]) -> Double {
    let horizon = Horizon(network.dataset.settings)
    return (0..<horizon.count).reduce(0) {
      $0 + horizon.shareOfYears[$1] * measureOfPeriod(losses[$1])
    }
  }

  private func measureOfPeriod(_ losses: [Double]) -> Double {
    let probabilities = network.dataset.scenarios.map(\.probability)
    let losses = Array(losses.prefix(probabilities.count))
    switch measure {
    case .expected: return zip(probabilities, losses).reduce(0) { $0 + $1.0 * $1.1 }
    case .worst: return losses.max() ?? 0
    case .conditionalValueAtRisk(let level):
      // Convex and piecewise linear in η: the least value is at 0 or at one of the losses.
      return ([0] + losses).map { eta in
        eta
          + zip(probabilities, losses).reduce(0) { $0 + $1.0 * max(0, $1.1 - eta) } / (1 - level)
      }.min() ?? 0
    }
  }
}
