public import Modeling

/// What a frontier search asks for plans: the least cost under a cap on risk, and the least risk.
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
}

/// The answer to one question of a frontier search.
public enum FrontierAnswer<Plan: Sendable>: Sendable {
  /// A plan, and a proven lower bound of the least cost under the cap that was asked (for the least risk: under a cap
  /// at the plan's own risk). The least risk comes with a proven lower bound of the risk; without one it counts as proven.
  case found(FrontierPlan<Plan>, bound: Double, riskBound: Double? = nil)
  /// Proven that there is no plan.
  case infeasible
  /// No plan was found. What was proved all the same: `bound`, of the least cost under the cap that was asked, or
  /// `riskBound`, of the least risk.
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

  /// Puts a plan together.
  public init(cost: Double, risk: Double, plan: Plan) {
    self.cost = cost
    self.risk = risk
    self.plan = plan
  }
}
