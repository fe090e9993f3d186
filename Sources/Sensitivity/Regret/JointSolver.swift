public import NetworkDesign

/// What is asked of all futures together.
public struct JointQuestion: Sendable {
  /// What is minimised.
  public let aim: RegretAim
  /// What is asked in each future.
  public let question: DesignQuestion
  /// The least cost known in each future.
  public let leastCosts: [Double]
  /// How likely the futures are, adding up to 1.
  public let weights: [Double]
  /// First stages that may be good.
  public let known: [FixedDecisions]
}

/// What was found and proved of all futures together.
public struct JointAnswer: Sendable {
  /// No first stage has less regret.
  public var bound: Double
  /// Whether ``bound``, or that there is no first stage, is proven, or rests on the solver's word.
  public var isProven: Bool
  /// Whether no first stage is possible in all futures.
  public var isInfeasible: Bool
  /// The best first stage found.
  public var decisions: FixedDecisions?
  /// Why the search ended before its aim; `nil` if it did not.
  public var reason: String?

  /// Creates an answer.
  public init(
    bound: Double, isProven: Bool, isInfeasible: Bool = false, decisions: FixedDecisions? = nil,
    reason: String? = nil
  ) {
    self.bound = bound
    self.isProven = isProven
    self.isInfeasible = isInfeasible
    self.decisions = decisions
    self.reason = reason
  }
}
