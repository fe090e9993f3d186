public import Findings
public import SupplyPlan

/// What `alternatives.json` says: plans within a share of the least cost that differ most in what is open, and what all
/// such plans agree on.
public struct AlternativesRecord: Finding {
  /// Name and version of the format.
  public static let schema = "shorewise/alternatives/1"
  /// The name of its files.
  public static let name = "alternatives"

  /// A plan that is shown.
  public struct Entry: Codable, Equatable, Sendable {
    /// `1` for the least-cost plan, then `2` and so on.
    public var number: Int
    /// Total discounted cost.
    public var cost: Double
    /// Sales at risk.
    public var salesAtRisk: Double
    /// The least number of pairs of a facility and a period in which it differs from a plan before it; absent for the first.
    public var distance: Int?
    /// Proven: no plan within the limit differs from all before it in more pairs.
    public var greatestDistance: Int?
    /// The path of its `plan.json` beside this file.
    public var plan: String
  }

  /// What all plans within the limit do with a facility.
  public enum Verdict: String, Codable, Sendable, CaseIterable {
    /// All have it open in every period.
    case throughout
    /// All have it open in some period.
    case open
    /// None opens it in any period.
    case closed
    /// Some do and some do not.
    case differs
    /// Not decided in time.
    case undecided
  }

  /// A facility.
  public struct Facility: Codable, Equatable, Sendable {
    /// The facility.
    public var facility: String
    /// Its name.
    public var name: String
    /// What all plans within the limit do with it.
    public var verdict: Verdict
    /// The proven least cost of a plan that does otherwise; of an undecided one the bound so far.
    public var otherwiseAtLeast: Double?
    /// No plan at all does otherwise, at any cost.
    public var isForced: Bool
    /// In how many periods it is open, by plan shown.
    public var periodsOpen: [Int]
    /// At how many points of the frontier it is open in some period; absent without a frontier.
    public var frontierPoints: Int?
  }

  /// The dataset.
  public var dataset: Plan.DatasetReference
  /// By which share of the least cost a plan may be dearer.
  public var within: Double
  /// The cap on sales at risk.
  public var maxRisk: Double?
  /// How risk is measured.
  public var measure: String
  /// The level of `cvar`.
  public var level: Double?
  /// The least cost found; the limit is reckoned from it.
  public var leastCost: Double?
  /// Its proven bound.
  public var bound: Double?
  /// The greatest cost that is near enough.
  public var limit: Double?
  /// Number of periods.
  public var periods: Int
  /// The plans shown: the least-cost one, then those that differ most from all before them.
  public var plans: [Entry]
  /// The facilities, in the order of the dataset.
  public var facilities: [Facility]
  /// Proven: no plan within the limit differs from all shown in more pairs of a facility and a period.
  public var greatestFurtherDistance: Int?
  /// Points of the frontier that was read; absent without one.
  public var frontierPoints: Int?
  /// Whether it is proven that there is no plan.
  public var isInfeasible: Bool
  /// Why some of it is undecided.
  public var stopReason: String?
  /// How it was found.
  public var solve: SolveSummary

  /// By what share of the least cost doing otherwise is dearer, at least.
  public func margin(_ facility: Facility) -> Double? {
    guard let bound = facility.otherwiseAtLeast, let leastCost, leastCost > 0 else { return nil }
    return bound / leastCost - 1
  }

  /// The facilities with their verdicts, and the plans.
  public var tables: [Table] {
    [
      Table(
        "alternatives-facilities",
        columns: [
          "facility", "verdict", "otherwise_at_least", "margin", "is_forced", "frontier_points",
        ] + plans.map { "periods_open_\($0.number)" },
        rows: facilities.map { facility in
          [
            .text(facility.facility), .text(facility.verdict.rawValue),
            .init(facility.otherwiseAtLeast), .init(margin(facility)),
            .flag(facility.isForced), .init(facility.frontierPoints.map(Double.init)),
          ] + facility.periodsOpen.map { .number(Double($0)) }
        }),
      Table(
        "alternatives-plans",
        columns: ["number", "cost", "sales_at_risk", "distance", "greatest_distance", "plan"],
        rows: plans.map {
          [
            .number(Double($0.number)), .number($0.cost), .number($0.salesAtRisk),
            .init($0.distance.map(Double.init)), .init($0.greatestDistance.map(Double.init)),
            .text($0.plan),
          ]
        }),
    ]
  }
}
