public import SupplyPlan

/// What the checker says of a plan: all it breaks, and the figures as they are when recomputed.
public struct PlanVerdict: Sendable, Equatable {
  /// Everything that is not as it must be, in the order in which it was found.
  public var violations: [Violation]
  /// How many comparisons were made.
  public var comparisons: Int
  /// The largest relative violation that was let pass as rounding.
  public var largestRounding: Double
  /// The figures as the raw tables and the plan's decisions and flows give them; `nil` where the plan is
  /// none, as in a proof that there is none.
  public var recount: Recount?

  /// Whether nothing is violated.
  public var isSound: Bool { violations.isEmpty }
}

/// The figures of a plan, computed anew.
public struct Recount: Sendable, Equatable {
  /// The cost, line by line.
  public var costs: CostLines
  /// Sales at risk; `nil` where the plan names no known measure.
  public var salesAtRisk: Double?
  /// The sales lost in every scenario and period.
  public var scenarios: [ScenarioLossRow]
  /// Where the goods delivered in the normal state come from; shares of 0 are left out.
  public var mix: [MixRow]
  /// For a comparator what it breaks, else `nil`.
  public var broken: [BrokenRow]?

  /// Total discounted cost.
  public var cost: Double { costs.total }
}

/// Something in a plan that is not as it must be.
public struct Violation: Sendable, Equatable, CustomStringConvertible {
  /// The rule that is broken.
  public var rule: Rule
  /// Where: the period, scenario, facility, product and so on.
  public var place: String
  /// What the rule asks for, such as `at most 100`.
  public var expected: String
  /// What the plan has.
  public var found: String
  /// By how much the rule is broken, over the natural scale of the row; 1 for what is no question of
  /// quantity.
  public var relative: Double

  /// One line: the rule, the place, what is expected and what was found.
  public var description: String {
    "\(rule.words): \(place): expected \(expected), found \(found) (relative \(relative))"
  }
}
