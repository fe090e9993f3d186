public import Modeling

/// What a frontier search asks for plans: the least cost under a cap on risk, the least risk, and of an oracle that
/// can say so the least weighted sum of both and all that one design can do.
///
/// Both objectives are minimised; who maximises negates on the way in and out. An oracle may be asked from two
/// threads at once.
public protocol FrontierOracle: Sendable {
  /// A plan, with whatever the caller wants to know of it.
  associatedtype Plan: Sendable

  /// Least cost with risk of at most `maxRisk` (`nil`: no cap), then least risk at that cost.
  ///
  /// - Parameters:
  ///   - maxRisk: the cap.
  ///   - gap: relative gap within which the cost is to be proved.
  ///   - neighbours: plans found on either side of the cap, whose designs may be good here too.
  ///   - limits: when to stop.
  func leastCost(maxRisk: Double?, gap: Double, neighbours: [Plan], limits: SolveLimits)
    -> FrontierAnswer<Plan>

  /// Least risk, then least cost at that risk.
  func leastRisk(gap: Double, limits: SolveLimits) -> FrontierAnswer<Plan>

  /// Least `cost + riskPrice · risk`, without a cap: the question of the weighted-sum method (Aneja and Nair 1979,
  /// doi:10.1287/mnsc.25.1.73).
  ///
  /// - Parameters:
  ///   - riskPrice: money per unit of risk, above 0.
  ///   - gap: relative gap within which the sum is to be proved.
  ///   - neighbours: plans whose designs may be good here too.
  ///   - limits: when to stop.
  /// - Returns: the plan, its `bound` a proven lower bound of the **sum** over all plans; `nil` where the oracle does not
  ///   answer such questions, and then it is not asked again.
  func leastWeightedSum(
    riskPrice: Double, gap: Double, neighbours: [Plan], limits: SolveLimits
  ) -> FrontierAnswer<Plan>?

  /// Least `cost + riskPrice · max(risk, lower)` of the plans with risk of at most `upper`, the ends of a range of risks: a
  /// weighted sum that looks at one stretch of the frontier alone, and so may prove more there than one that weighs all plans.
  ///
  /// - Parameters:
  ///   - riskPrice: money per unit of risk, above 0.
  ///   - risks: the stretch; there is a plan with a risk in it.
  ///   - gap: relative gap within which the sum is to be proved.
  ///   - neighbours: plans whose designs may be good here too.
  ///   - limits: when to stop.
  /// - Returns: the plan, its `bound` a proven lower bound of the **sum** over those plans; `nil` where the oracle does not
  ///   answer such questions, and then it is not asked again.
  func leastWeightedSum(
    riskPrice: Double, risks: ClosedRange<Double>, gap: Double, neighbours: [Plan],
    limits: SolveLimits
  ) -> FrontierAnswer<Plan>?

  /// The least cost of the design of `plan` as a function of the risk: its operation is a linear program, so the function
  /// is convex and piecewise linear, and every point of the segment between two plans of one design is attained by a
  /// mixture of both.
  ///
  /// - Parameters:
  ///   - plan: a plan with the design.
  ///   - lowRisk: the least risk of interest; `-.infinity` for as little as the design can do.
  ///   - highRisk: the greatest risk of interest; where it equals `lowRisk`, one plan with that risk is asked for.
  ///   - limits: when to stop.
  /// - Returns: the vertices with risks from `lowRisk` to `highRisk` and the two ends there, each a plan with the same
  ///   design. Some may be left out, as where time is short: the segments that join the others are attained all the same.
  ///   Empty where the oracle knows nothing.
  func slice(
    through plan: Plan, from lowRisk: Double, to highRisk: Double, limits: SolveLimits
  ) -> [FrontierPlan<Plan>]
}

extension FrontierOracle {
  /// Such questions are not answered.
  public func leastWeightedSum(
    riskPrice: Double, gap: Double, neighbours: [Plan], limits: SolveLimits
  ) -> FrontierAnswer<Plan>? { nil }

  /// Such questions are not answered.
  public func leastWeightedSum(
    riskPrice: Double, risks: ClosedRange<Double>, gap: Double, neighbours: [Plan],
    limits: SolveLimits
  ) -> FrontierAnswer<Plan>? { nil }

  /// Nothing is known but the plan itself.
  public func slice(
    through plan: Plan, from lowRisk: Double, to highRisk: Double, limits: SolveLimits
  ) -> [FrontierPlan<Plan>] { [] }
}

/// The answer to one question of a frontier search.
public enum FrontierAnswer<Plan: Sendable>: Sendable {
  /// A plan, and a proven lower bound of the least cost under the cap that was asked (for the least risk: under a cap
  /// at the plan's own risk; for a weighted sum: of the sum). The least risk comes with a proven lower bound of the risk; without one it counts as proven.
  case found(FrontierPlan<Plan>, bound: Double, riskBound: Double? = nil)
  /// Proven that there is no plan.
  case infeasible
  /// No plan was found. What was proved all the same: `bound`, of the least cost under the cap that was asked or of the
  /// weighted sum, or `riskBound`, of the least risk.
  case failed(reason: String, bound: Double?, riskBound: Double? = nil)
}

/// A plan as the search sees it.
public struct FrontierPlan<Plan: Sendable>: Sendable {
  /// Its cost.
  public var cost: Double
  /// Its risk.
  public var risk: Double
  /// What the oracle knows of it.
  public var plan: Plan

  /// Creates a plan.
  public init(cost: Double, risk: Double, plan: Plan) {
    self.cost = cost
    self.risk = risk
    self.plan = plan
  }
}
