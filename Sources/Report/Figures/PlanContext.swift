import SupplyPlan
import TextFiles
import Wording

/// A plan with all it is compared with.
struct PlanContext {
  let index: ReportIndex
  /// The network that the dataset describes.
  let resolved: ResolvedNetwork
  /// The plan.
  let plan: Plan
  /// Its number on the frontier, from 1; `nil` for a single plan.
  let number: Int?
  /// Today's network, unchanged.
  let baseline: Plan?
  /// Today's sites, expanded.
  var expanded: Plan?
  /// Facts of the current network.
  let current: CurrentFacts?
  /// The least-cost plan of the frontier, where there is one and it is not this plan.
  let cheapest: Plan?
  /// The folder of the plan's files, seen from that of the report.
  var folder = ""

  /// What the plan is called as the subject of a sentence: of today's sites, expanded, `Expanding today’s sites`.
  var subject: String {
    number == nil
      ? plan.comparator.map { ComparatorWords.than($0).capitalizedFirst } ?? name : name
  }

  /// What the plan is called in titles.
  var name: String {
    if let number { return "Plan\u{A0}\(number)" }
    return plan.comparator.map(ComparatorWords.name) ?? "This plan"
  }
}
