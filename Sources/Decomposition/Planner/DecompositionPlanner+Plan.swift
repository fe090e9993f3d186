public import Modeling
public import NetworkDesign
import SupplyNetwork
public import SupplyPlan

/// Plans of least cost or risk.
extension DecompositionPlanner {
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
  public func plan(
    for question: DesignQuestion, gap: Double, costGapAtLeastRisk: Double? = nil,
    neighbours: [Plan] = [], limits: SolveLimits = SolveLimits(),
    progress: (@Sendable (SolveProgress) -> Void)? = nil, found: (@Sendable (Plan) -> Void)? = nil
  ) throws(PlanningError) -> Plan {
    let question = question.measured(for: measured)
    return try locked { () throws(PlanningError) in
      let session = try session(for: question)
      remember(neighbours, in: session)
      return try answer(
        session, question, gap: gap, costGapAtLeastRisk: costGapAtLeastRisk, limits: limits,
        progress: progress, found: found)
    }
  }

  /// A plan that needs no search: that of the current network as far as decisions allow, or of everything open.
  ///
  /// - Returns: a plan without a bound that is worth its name. Its cost is `nil` where neither has one in time.
  /// - Throws: ``PlanningError`` where the solver or the checker refuse.
  public func startingPlan(
    for question: DesignQuestion, limits: SolveLimits
  ) throws(PlanningError) -> Plan {
    let question = question.measured(for: measured)
    return try locked { () throws(PlanningError) in
      let session = try session(for: question)
      let kept = kept(question, session, since: .now)
      var search = QuestionSearch(
        session: session, question: question, gap: 1e-3, limits: limits, progress: nil, kept: kept)
      search.endsWithStarts = true
      var outcome = search.run().outcome
      // Two designs prove nothing about the others.
      outcome.isInfeasible = false
      outcome.wasTroubled = false
      outcome.costBound = 0
      outcome.stopReason = limits.stopReason?.description ?? KeptPlan.unfinished
      return try kept.plan(outcome, gap: 0)
    }
  }

  func answer(
    _ session: DecompositionSession, _ question: DesignQuestion, gap: Double,
    costGapAtLeastRisk: Double?, limits: SolveLimits,
    progress: (@Sendable (SolveProgress) -> Void)?, found: (@Sendable (Plan) -> Void)?,
    proofs: ProofLog? = nil
  ) throws(PlanningError) -> Plan {
    let kept = kept(question, session, since: .now, found)
    let unit = question.objective == .cost ? measured.units.money : 1
    let search = QuestionSearch(
      session: session, question: question, gap: gap,
      costGapAtLeastRisk: costGapAtLeastRisk, limits: limits,
      progress: SolveProgress.scaling(progress, by: unit), proofs: proofs, kept: kept)
    let (outcome, counts) = search.run()
    var plan = try kept.plan(outcome, gap: costGapAtLeastRisk ?? gap) {
      // The master's tolerances are of its own scale: what they leave on a facility without a module may be too much.
      (plan) throws(PlanningError) in
      try MonolithPlanner(network: network, gap: gap)
        .exactDesign(of: plan, for: question, limits: limits)
    }
    if outcome.wasTroubled, plan.termination == .stopped, proofs == nil {
      plan = try settledByWhole(plan, question, gap, limits)
    }
    note(counts, in: &plan)
    return plan
  }

  /// A search that came to its end with the gap open is settled by the whole program, which begins with its plan; what the two
  /// have proved holds for both.
  private func settledByWhole(
    _ plan: Plan, _ question: DesignQuestion, _ gap: Double, _ limits: SolveLimits
  ) throws(PlanningError) -> Plan {
    // Stocks that are given were measured; where none is, the question is the same in all units.
    guard limits.stopReason == nil, question.firstStage.isSearched,
      network.flows.count * network.states.count < Self.mostFlowsOfWhole
    else { return plan }
    let whole = try MonolithPlanner(network: network, gap: gap)
      .plan(for: question, neighbours: plan.cost == nil ? [] : [plan], limits: limits)
    guard whole.proof == .rigorous else { return plan }
    if whole.termination == .infeasible { return plan.cost == nil ? whole : plan }
    guard let cost = whole.cost else { return plan }
    if question.objective == .risk { return whole.termination == .optimal ? whole : plan }
    var best = cost <= plan.cost ?? .infinity ? whole : plan
    let least = best.cost ?? cost
    let bound = min(least, max(whole.bound ?? 0, plan.bound ?? 0))
    best.bound = bound
    best.gap = least > 0 ? (least - bound) / least : 0
    if best.gap ?? 1 <= gap + 1e-9 {
      best.termination = .optimal
      best.stopReason = nil
    }
    return best
  }

  private static let mostFlowsOfWhole = 20_000
}
