/// What is wanted of a plan.
enum PlanPurpose: Sendable {
  /// Any: whether there is one.
  case existence
  /// The cheapest.
  case leastCost
  /// The safest.
  case leastRisk

  /// Relative gap within which the objective is to be proved, where that of costs is given.
  func gap(ofCost gap: Double) -> Double {
    switch self {
    // The first plan will do, so that nothing is to be proved of its cost.
    case .existence: Self.anyGap
    case .leastCost: gap
    case .leastRisk: max(gap, Self.riskGap)
    }
  }

  /// Relative gap of the cost where the risk is minimised.
  var costGapAtLeastRisk: Double? { self == .leastRisk ? Self.anyGap : nil }

  private static let anyGap = 0.99
  /// A least risk is told to two digits.
  private static let riskGap = 0.005
}
