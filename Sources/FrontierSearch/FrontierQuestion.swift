/// A question to the oracle, and how exactly it is to be answered.
struct FrontierQuestion: Sendable, Equatable {
  /// What is asked.
  enum Subject: Sendable, Equatable {
    /// The least cost under a cap on risk, `nil` for none.
    case leastCost(cap: Double?)
    /// The least cost + riskPrice · risk.
    case leastWeightedSum(riskPrice: Double)
    /// The least cost + riskPrice · risk of the plans in a range of risks.
    case leastSumWithin(ClosedRange<Double>, riskPrice: Double)
  }

  var subject: Subject
  /// Relative gap.
  var gap: Double

  /// Whether it asks for a weighted sum over a range of risks.
  var isOfStretch: Bool {
    if case .leastSumWithin = subject { true } else { false }
  }
}
