import SupplyPlan

/// What a scenario costs in sales, before and after.
struct LossFact {
  let scenario: String
  /// For each period the share of a normal year's sales.
  let after: [Double]
  /// The same for the current network, where there is a baseline.
  let before: [Double]?
  /// The periods' years, by which they weigh in the means.
  let years: [Int]

  /// Mean over the years of the horizon.
  var meanAfter: Double { Self.mean(after, years) }
  /// Mean over the years of the horizon, of the current network.
  var meanBefore: Double? { before.map { Self.mean($0, years) } }

  private static func mean(_ values: [Double], _ years: [Int]) -> Double {
    let total = years.reduce(0, +)
    guard total > 0 else { return 0 }
    return zip(values, years).reduce(0) { $0 + $1.0 * Double($1.1) } / Double(total)
  }
}

enum LossFacts {
  /// The scenarios, the worst first: by what the plan loses, then by what the current network loses.
  static func losses(_ index: ReportIndex, _ plan: Plan, baseline: Plan?) -> [LossFact] {
    let after = table(plan)
    let before = baseline.map(table)
    let periods = index.periods
    return index.dataset.scenarios.map { scenario in
      let keys = periods.map { [scenario.id, $0.id] }
      return LossFact(
        scenario: scenario.id, after: keys.map { after[$0] ?? 0 },
        before: before.map { rows in keys.map { rows[$0] ?? 0 } }, years: periods.map(\.years))
    }.sorted {
      let left = $0.meanBefore ?? $0.meanAfter
      let right = $1.meanBefore ?? $1.meanAfter
      return (right, $1.meanAfter, $0.scenario) < (left, $0.meanAfter, $1.scenario)
    }
  }

  private static func table(_ plan: Plan) -> [[String]: Double] {
    Dictionary(
      plan.scenarios.map { ([$0.scenario, $0.period], $0.salesLost) },
      uniquingKeysWith: { first, _ in first })
  }
}
