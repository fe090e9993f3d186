public import SupplyPlan

/// How far a rule has to give way before there is a plan, in the unit of its value.
public struct LeastExcess: Sendable {
  /// With so much there is a plan; `nil` where none was found.
  public var found: Double?
  /// With less there is none, proven.
  public var bound: Double
  /// Whether there is none however far it gives way, proven.
  public var isInfeasible: Bool
  /// The design found, to begin another search with. It is no plan to be told: it breaks the rule, and was not checked.
  public var design: Plan?

  /// - Parameters:
  ///   - outcome: what the search came to.
  ///   - unit: what a unit of its excess is worth.
  ///   - plan: made of it.
  package init(_ outcome: SearchOutcome, unit: Double, plan: Plan) {
    found = outcome.excess.map { max(0, $0) * unit }
    bound = max(0, outcome.excessBound) * unit
    isInfeasible = outcome.isInfeasible
    design = plan.cost == nil ? nil : plan
  }
}
