public import Findings
public import SupplyPlan

/// What `explain.json` says: why a plan is as it is. What each opening is worth, what a unit costs on arrival, and what the
/// policy constraints cost.
public struct ExplanationRecord: Finding {
  /// Name and version of the format.
  public static let schema = "shorewise/explain/1"
  /// The name of its files.
  public static let name = "explain"

  /// The dataset.
  public var dataset: Plan.DatasetReference
  /// The plan that is explained.
  public var plan: Subject
  /// What forcing the other way costs, by facility.
  public var facilities: [Facility] = []
  /// The policy constraints.
  public var policies: [Policy] = []
  /// Money over the horizon per unit of the cap on sales at risk, with openings and modules as they are; absent without a cap.
  public var capPrice: Double?
  /// The paths of what is delivered and of the components consumed, with what a unit costs on arrival.
  public var paths: [Path] = []
  /// The cheapest source that is not used, by customer, product and period.
  public var nextBest: [NextBest] = []
  /// The operating cost of the normal state, from the paths and from the plan's tables.
  public var reconciliation: [Line] = []
  /// Why some of it is missing.
  public var stopReason: String?
  /// Wall time in seconds.
  public var seconds: Double = 0
  /// Programs solved.
  public var solves: Int = 0
}
