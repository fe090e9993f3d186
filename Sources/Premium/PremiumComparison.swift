public import SupplyPlan

/// A plan of a frontier against today's network, as it is or expanded.
public struct PremiumComparison: Codable, Equatable, Sendable {
  /// What it is compared with.
  public var comparator: ComparatorNetwork
  /// The number of the plan, from 1 for the cheapest.
  public var plan: Int
  /// Percentage points of resilience that the plan has more; negative where it has fewer.
  public var points: Double
  /// What the plan costs more, discounted: spend and sales not made.
  public var cost: Double
  /// What the plan spends more, discounted.
  public var spend: Double
  /// The value of the sales that the plan does not make beyond those of the comparator, discounted.
  public var salesNotMade: Double
  /// For each scenario with a probability above 0, the probability at which the plan costs no more than the comparator.
  public var breakEvens: [PremiumStep.BreakEven]
  /// The scenario with the least break-even; absent where none has one.
  public var easiest: String?
  /// The common factor on all probabilities at which the plan costs no more; absent where there are none.
  public var factor: PremiumStep.Threshold?

  /// The break-even of the scenario with the least one.
  public var easiestBreakEven: PremiumStep.BreakEven? {
    breakEvens.first { $0.scenario == easiest }
  }
}
