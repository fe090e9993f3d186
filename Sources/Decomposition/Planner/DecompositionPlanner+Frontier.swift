public import Modeling
public import NetworkDesign
public import SupplyData
import SupplyNetwork
public import SupplyPlan

/// What a frontier asks for.
extension DecompositionPlanner {
  /// Finds the plan of least `cost + riskPrice · R`: of all, or of those with R in a range, where less than its lower end counts
  /// as that end.
  ///
  /// - Returns: the plan, its bound that of the least cost at its own risk, and the proven bound of the sum.
  /// - Throws: ``PlanningError`` where the solver or the checker refuse.
  public func leastWeightedSum(
    riskPrice: Double, measure: RiskMeasure, risks: ClosedRange<Double>? = nil, gap: Double,
    neighbours: [Plan] = [],
    limits: SolveLimits = SolveLimits(), progress: (@Sendable (SolveProgress) -> Void)? = nil
  ) throws(PlanningError) -> (plan: Plan, bound: Double) {
    try locked { () throws(PlanningError) in
      let start = ContinuousClock.now
      let question = DesignQuestion(measure: measure)
      let session = try session(for: question)
      remember(neighbours, in: session)
      let kept = kept(question, session, since: start)
      let search = QuestionSearch(
        session: session, question: question, riskPrice: riskPrice / measured.units.money,
        risks: risks, gap: gap, limits: limits,
        progress: SolveProgress.scaling(progress, by: measured.units.money),
        kept: kept)
      var (outcome, counts) = search.run()
      let bound = outcome.costBound * measured.units.money
      outcome.costBound = 0
      let reason = outcome.stopReason
      var plan = try kept.plan(outcome, gap: 1)
      if let cost = plan.cost, let risk = plan.risk.salesAtRisk {
        // cost(x) + price · R(x) ≥ bound for all x, so cost(x) ≥ bound − price · R where R(x) ≤ R.
        let counted = max(risk, risks?.lowerBound ?? 0)
        let least = min(max(network.leastCost, bound - riskPrice * counted), cost)
        plan.bound = least
        plan.gap = cost > 0 ? (cost - least) / cost : 0
        plan.solve.maxRisk = risk
        plan.stopReason = reason
        plan.termination = reason == nil ? .optimal : .stopped
      }
      note(counts, in: &plan)
      return (plan, bound)
    }
  }

  /// The plans of one design from `lowRisk` to `highRisk`: the vertices of its least cost as a function of the risk.
  ///
  /// - Parameter leastBend: vertices that lie less below a chord are left out, a share of what the cost falls over the slice.
  /// - Throws: ``PlanningError`` where the solver or the checker refuse.
  public func slice(
    through plan: Plan, measure: RiskMeasure, from lowRisk: Double, to highRisk: Double,
    leastBend: Double = 1e-3, limits: SolveLimits = SolveLimits()
  ) throws(PlanningError) -> [Plan] {
    try locked { () throws(PlanningError) in
      let question = DesignQuestion(measure: measure)
      let session = try session(for: question)
      let slice = ParametricSlice(
        session: session, design: design(of: plan, in: session), leastBend: leastBend,
        limits: limits)
      var plans: [Plan] = []
      for vertex in slice.vertices(from: lowRisk, to: highRisk) {
        var outcome = SearchOutcome()
        outcome.design = vertex
        var record = record(question, session, 0, SearchCounts())
        record.objective = "slice"
        var plan = outcome.plan(for: measured, question, gap: 1, record: record)
        plan.solve.maxRisk = plan.risk.salesAtRisk
        plans.append(try checked(plan))
      }
      return plans
    }
  }
}
