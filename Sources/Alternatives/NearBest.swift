public import SupplyPlan

/// What is known of the plans within a share of the least cost.
public struct NearBest: Sendable {
  /// A plan that is shown, and how unlike those before it is.
  public struct Alternative: Sendable {
    /// The plan.
    public var plan: Plan
    /// The least number of pairs of a facility and a period in which it differs from a plan shown before; `nil` for the first.
    public var distance: Int?
    /// Proven: no plan within the limit differs from all shown before in more.
    public var greatestDistance: Int?
  }

  /// The least-cost plan, then those that differ most from all before them.
  public var plans: [Alternative]
  /// What all plans within the limit agree on, by facility.
  public var claims: [CoreClaim]
  /// The greatest cost that is near enough.
  public var limit: Double
  /// Proven: no plan within the limit differs from all that are shown in more pairs of a facility and a period.
  public var greatestFurtherDistance: Int
  /// Programs solved.
  public var solves: Int
  /// Why it ended early; `nil` if it did not.
  public var stopReason: String?
  /// Whether it is proven that there is no plan.
  public var isInfeasible = false

  /// Nothing but that there is no plan, or that none was found.
  static func none(_ plan: Plan) -> NearBest {
    NearBest(
      plans: [], claims: [], limit: 0, greatestFurtherDistance: 0, solves: 1,
      stopReason: plan.stopReason, isInfeasible: plan.termination == .infeasible)
  }
}

/// How far a search for alternatives has come.
public struct NearBestProgress: Sendable, Equatable {
  /// Programs solved.
  public var solves: Int
  /// Facilities of which it is known whether all plans agree on them.
  public var facilities: Int
  /// Plans found that are to be shown.
  public var plans: Int
}
