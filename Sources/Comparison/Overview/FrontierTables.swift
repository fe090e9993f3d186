import Findings
import RunStore
import SupplyPlan

/// Frontiers as tables for other programs.
enum FrontierTables {
  /// The points and bounds of the frontiers among the runs; nothing where there is none.
  static func tables(of runs: [RunFacts]) -> [Table] {
    let frontiers = runs.filter { !$0.points.isEmpty }
    if frontiers.isEmpty { return [] }
    var points = Table(
      "frontier_points", "A point of a frontier.",
      RunColumns.names + [
        .init("point", "number on the frontier, from 1, in rising cost"),
        .init("plan", "the plan's file in the run"), .init("cost", "total discounted cost, money"),
        .init("bound", "what no plan at this risk or less costs less than, money"),
        .init("gap", "(cost − bound) / cost"), .init("sales_at_risk", "share of a year's sales"),
        .init("resilience", "1 − sales_at_risk"),
      ])
    var bounds = Table(
      "frontier_bounds",
      "A proven statement: no plan with at most `cap` of sales at risk costs less than `bound`.",
      RunColumns.names + [
        .init("cap", "cap on sales at risk, share of a year's sales"), .init("bound", "money"),
      ])
    for facts in frontiers {
      let names = RunColumns.names(facts)
      for (index, point) in facts.points.enumerated() {
        points.add(
          names + [
            .whole(index + 1), .text(point.plan), .number(point.cost), .init(point.bound),
            .init(point.gap), .number(point.salesAtRisk), .number(1 - point.salesAtRisk),
          ])
      }
      for bound in facts.bounds { bounds.add(names + [.number(bound.cap), .number(bound.bound)]) }
    }
    return [points, bounds]
  }
}
