public import Modeling
public import NetworkDesign
public import SupplyPlan

/// What is wanted of a plan.
public enum PlanPurpose: Sendable {
  /// Any: whether there is one.
  case existence
  /// The cheapest.
  case leastCost
  /// The safest.
  case leastRisk
}

/// What a solve says.
public enum PlanAnswer: Sendable {
  /// A plan that has passed the checker.
  case plan(Plan)
  /// Proven that there is none.
  case none
  /// Neither, and why.
  case unknown(reason: String)
}

/// Answers questions, each perhaps about another dataset: what a diagnosis is made with.
public protocol PlanOracle: Sendable {
  /// Finds a plan, or proves that there is none.
  ///
  /// - Parameters:
  ///   - posed: the question and its dataset.
  ///   - purpose: what is wanted.
  ///   - neighbours: plans for datasets with the same facilities, modules and buffers, which may be good here too.
  ///   - limits: when to stop.
  func answer(
    _ posed: PosedQuestion, for purpose: PlanPurpose, neighbours: [Plan], limits: SolveLimits
  ) -> PlanAnswer

  /// Finds how far a rule has to give way before there is a plan.
  ///
  /// - Parameters:
  ///   - rule: a rule of the question or of its dataset.
  ///   - posed: the question and its dataset.
  ///   - neighbours: plans that may be good here too.
  ///   - limits: when to stop; what is known by then is returned.
  /// - Returns: `nil` where the solver refuses.
  func leastExcess(
    of rule: ElasticRule, in posed: PosedQuestion, neighbours: [Plan], limits: SolveLimits
  ) -> LeastExcess?
}
