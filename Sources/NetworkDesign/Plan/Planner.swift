public import Modeling
public import SupplyData
public import SupplyNetwork
public import SupplyPlan

/// Answers questions about one network, each with a plan and a proven bound, by whatever method it stands for.
public protocol Planner: Sendable {
  /// Finds a plan.
  ///
  /// - Parameters:
  ///   - question: what is asked.
  ///   - gap: relative gap within which the objective is to be proved.
  ///   - costGapAtLeastRisk: relative gap of the cost where the risk is minimised, if it is another: who wants to know the
  ///     least risk need not wait for the proof that nothing as safe is cheaper.
  ///   - neighbours: plans of the same network whose first stages may be good here too.
  ///   - limits: when to stop; the best plan found by then is returned with its bound.
  ///   - progress: told of the search; what it tells as the best is kept, and is returned whatever fails afterwards.
  ///   - found: given the best plan with the bound proved so far, now and then, so that it can be saved.
  /// - Returns: a plan. Its cost is `nil` where there is none: ``Plan/termination`` is then `infeasible`, or
  ///   `stopped` where none was found in time.
  /// - Throws: ``PlanningError`` where the solver or the checker refuse.
  func plan(
    for question: DesignQuestion, gap: Double, costGapAtLeastRisk: Double?, neighbours: [Plan],
    limits: SolveLimits, progress: (@Sendable (SolveProgress) -> Void)?,
    found: (@Sendable (Plan) -> Void)?
  ) throws(PlanningError) -> Plan

  /// Finds how far a rule has to give way before there is a plan.
  ///
  /// - Parameters:
  ///   - rule: the rule; the objective does not matter.
  ///   - question: what else is asked.
  ///   - gap: relative gap of how far.
  ///   - neighbours: plans of the same network whose first stages may be good here too.
  ///   - limits: when to stop; what is known by then is returned.
  ///   - progress: told of the search, in the unit of the rule's value.
  /// - Throws: ``PlanningError`` where the solver refuses.
  func leastExcess(
    of rule: ElasticRule, for question: DesignQuestion, gap: Double, neighbours: [Plan],
    limits: SolveLimits, progress: (@Sendable (SolveProgress) -> Void)?
  ) throws(PlanningError) -> LeastExcess
}

extension Planner {
  /// Finds a plan; see ``plan(for:gap:costGapAtLeastRisk:neighbours:limits:progress:found:)``.
  public func plan(
    for question: DesignQuestion, gap: Double, neighbours: [Plan] = [],
    limits: SolveLimits = SolveLimits(), progress: (@Sendable (SolveProgress) -> Void)? = nil
  ) throws(PlanningError) -> Plan {
    try plan(
      for: question, gap: gap, costGapAtLeastRisk: nil, neighbours: neighbours, limits: limits,
      progress: progress, found: nil)
  }
}

/// Makes the planner of a network, for an analysis that asks about several.
public typealias PlannerMaker = @Sendable (Network) -> any Planner

/// A planner that also answers what a frontier asks beside plans under a cap.
public protocol FrontierPlanner: Planner {
  /// Finds the plan of least `cost + riskPrice · R`: of all, or of those with R in a range, where less than its lower end
  /// counts as that end.
  ///
  /// - Returns: the plan, its bound that of the least cost at its own risk, and the proven bound of the sum.
  /// - Throws: ``PlanningError`` where the solver or the checker refuse.
  func leastWeightedSum(
    riskPrice: Double, measure: RiskMeasure, risks: ClosedRange<Double>?, gap: Double,
    neighbours: [Plan], limits: SolveLimits, progress: (@Sendable (SolveProgress) -> Void)?
  ) throws(PlanningError) -> (plan: Plan, bound: Double)

  /// The plans of one design from `lowRisk` to `highRisk`: the vertices of its least cost as a function of the risk.
  ///
  /// - Parameter leastBend: vertices that lie less below a chord are left out, a share of what the cost falls over the slice.
  /// - Throws: ``PlanningError`` where the solver or the checker refuse.
  func slice(
    through plan: Plan, measure: RiskMeasure, from lowRisk: Double, to highRisk: Double,
    leastBend: Double, limits: SolveLimits
  ) throws(PlanningError) -> [Plan]
}
