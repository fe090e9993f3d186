public import Certificate
import Foundation
import GLPK
public import Modeling
public import NetworkDesign
import PlanChecker
public import SupplyData
public import SupplyNetwork
public import SupplyPlan

/// Answers questions about a network by decomposition, and keeps what it learns from one for the next.
///
/// Any thread may ask; questions are answered one after another, each with all the threads. Every plan passes the
/// checker before it is returned.
public final class DecompositionPlanner: FrontierPlanner, @unchecked Sendable {
  private let network: Network
  /// The network with origins merged, in units that suit it: what programs are made of.
  let measured: Network
  private let threads: Int
  private let rowsWorthPricing: Int
  private let checker: PlanChecker
  let lock = NSLock()
  /// Programs and cuts of the last kind of question; guarded by ``lock``.
  private var session: (kind: DesignQuestion, DecompositionSession)?

  /// - Parameters:
  ///   - network: the network.
  ///   - threads: 1 or 2; the answers are the same.
  public convenience init(network: Network, threads: Int) {
    self.init(
      network: network, threads: threads, rowsWorthPricing: DecompositionSession.rowsWorthPricing)
  }

  /// A planner that measures in given units, so that what it learns can be joined with what others learn.
  ///
  /// - Parameters:
  ///   - network: the network, in the units of its tables.
  ///   - threads: 1 or 2; the answers are the same.
  ///   - units: those that it is measured in.
  public convenience init(network: Network, threads: Int, units: NetworkUnits) {
    self.init(
      network: network, measured: network.merged.measured(in: units), threads: threads,
      rowsWorthPricing: DecompositionSession.rowsWorthPricing)
  }

  /// - Parameter rowsWorthPricing: see ``DecompositionSession/rowsWorthPricing``.
  convenience init(network: Network, threads: Int, rowsWorthPricing: Int) {
    self.init(
      network: network, measured: network.merged.measured, threads: threads,
      rowsWorthPricing: rowsWorthPricing)
  }

  private init(network: Network, measured: Network, threads: Int, rowsWorthPricing: Int) {
    self.network = network
    self.measured = measured
    self.threads = threads
    self.rowsWorthPricing = rowsWorthPricing
    checker = PlanChecker(network.dataset)
  }

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

  /// Finds a plan, and makes a certificate of its bound.
  ///
  /// It begins from nothing: what was learnt for other questions was not recorded.
  ///
  /// - Parameters:
  ///   - question: what is asked.
  ///   - gap: relative gap within which the objective is to be proved.
  ///   - limits: when to stop; the certificate is then of the bound that was proved by then.
  ///   - progress: told of the search.
  /// - Returns: the plan, its bound and risk bound no greater than what the certificate proves, and the certificate, or why none
  ///   could be made.
  /// - Throws: ``PlanningError`` where the solver or the checker refuse.
  public func certifiedPlan(
    for question: DesignQuestion, gap: Double, limits: SolveLimits = SolveLimits(),
    progress: (@Sendable (SolveProgress) -> Void)? = nil, found: (@Sendable (Plan) -> Void)? = nil
  ) throws(PlanningError) -> (plan: Plan, certificate: Result<BoundCertificate, CertificateFault>) {
    try locked { () throws(PlanningError) in
      let log = ProofLog()
      let asked = question.measured(for: measured)
      var plan: Plan
      do {
        let session = try PlanningError.wrapping { () throws(GLPKError) in
          try DecompositionSession(
            network: measured, question: asked, threads: threads,
            rowsWorthPricing: rowsWorthPricing, isRecorded: true)
        }
        plan = try answer(
          session, asked, gap: gap, costGapAtLeastRisk: nil, limits: limits, progress: progress,
          found: found, proofs: log)
      }
      do throws(CertificateFault) {
        guard var assembly = CertificateAssembly(network: network, question: question) else {
          throw CertificateFault("question", "a certificate cannot name it")
        }
        let certificate = try assembly.certificate(
          of: log.proofs, dataset: plan.dataset, cost: plan.cost)
        plan.lowerBounds(to: certificate, gap: gap)
        return (plan, .success(certificate))
      } catch {
        return (plan, .failure(error))
      }
    }
  }

  private func answer(
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
  public func leastExcess(
    of rule: ElasticRule, for question: DesignQuestion, gap: Double, neighbours: [Plan] = [],
    limits: SolveLimits = SolveLimits(), progress: (@Sendable (SolveProgress) -> Void)? = nil
  ) throws(PlanningError) -> LeastExcess {
    try locked { () throws(PlanningError) in
      let question = question.exceeding(rule).measured(for: measured)
      let session = try session(for: question)
      remember(neighbours, in: session)
      let unit = (session.master.excess?.unit ?? 1) * rule.unit(in: measured)
      let search = QuestionSearch(
        session: session, question: question, gap: gap, limits: limits,
        progress: SolveProgress.scaling(progress, by: unit))
      let outcome = search.leastExcess()
      return LeastExcess(
        outcome, unit: unit,
        plan: outcome.plan(
          for: measured, question, gap: gap,
          record: record(question, session, outcome.nodes, DecompositionRun.Counts())))
    }
  }

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
        let least = min(max(0, bound - riskPrice * counted), cost)
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
        var record = record(question, session, 0, DecompositionRun.Counts())
        record.objective = "slice"
        var plan = outcome.plan(for: measured, question, gap: 1, record: record)
        plan.solve.maxRisk = plan.risk.salesAtRisk
        plans.append(try checked(plan))
      }
      return plans
    }
  }

  /// A search that came to its end with the gap open is settled by the whole program, which begins with its plan; what the two
  /// have proved holds for both.
  private func settledByWhole(
    _ plan: Plan, _ question: DesignQuestion, _ gap: Double, _ limits: SolveLimits
  ) throws(PlanningError) -> Plan {
    // Stocks that are given were measured; where all is free, the question is the same in all units.
    guard limits.stopReason == nil, question.firstStage == .free,
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

  private func locked<Answer>(
    _ work: () throws(PlanningError) -> Answer
  ) throws(PlanningError) -> Answer {
    lock.lock()
    defer { lock.unlock() }
    return try work()
  }

  private func checked(_ plan: Plan) throws(PlanningError) -> Plan {
    if plan.cost != nil {
      let verdict = checker.check(plan)
      if !verdict.isSound { throw .unsound(verdict) }
    }
    return plan
  }

  private func kept(
    _ question: DesignQuestion, _ session: DecompositionSession,
    since start: ContinuousClock.Instant, _ found: (@Sendable (Plan) -> Void)? = nil
  ) -> KeptPlan {
    let record = record(question, session, 0, DecompositionRun.Counts())
    return KeptPlan(
      network: measured, question: question, checker: checker,
      record: { outcome in
        var record = record
        record.nodes = outcome.nodes
        record.seconds = start.duration(to: .now) / .seconds(1)
        return record
      }, found: found)
  }

  private func note(_ counts: DecompositionRun.Counts, in plan: inout Plan) {
    plan.solve.cuts = counts.cuts
    plan.solve.recourseSolves = counts.recourseSolves
  }

  private func record(
    _ question: DesignQuestion, _ session: DecompositionSession, _ nodes: Int,
    _ counts: DecompositionRun.Counts
  ) -> Plan.SolveRecord {
    Plan.SolveRecord(
      seconds: 0, method: "decomposition", rows: session.master.program.rows.count,
      columns: session.master.program.columns.count,
      objective: question.firstStage == .currentNetwork ? "baseline" : question.objective.rawValue,
      maxRisk: question.maxRisk, maxUnmet: question.maxUnmet, nodes: nodes, cuts: counts.cuts,
      recourseSolves: counts.recourseSolves)
  }

  private func remember(_ plans: [Plan], in session: DecompositionSession) {
    for plan in plans { session.remember(design(of: plan, in: session)) }
  }

  private func design(of plan: Plan, in session: DecompositionSession) -> Design {
    let master = session.master
    let starts = StartingDesigns(
      network: measured, stage: master.stage, columnCount: master.program.columns.count)
    let point = master.program.clamped(starts.design(of: plan))
    return Design(rounding: point, at: session.wholeColumns)
  }

  /// The session for a kind of question, in measured units; to be asked for under the lock alone.
  func session(for question: DesignQuestion) throws(PlanningError) -> DecompositionSession {
    // Objective, cap and requirements may differ from question to question.
    var kind = question
    kind.requirements = []
    kind.objective = .cost
    kind.maxRisk = nil
    if let session, session.kind == kind { return session.1 }
    session = nil
    let fresh = try PlanningError.wrapping { () throws(GLPKError) in
      try DecompositionSession(
        network: measured, question: question, threads: threads, rowsWorthPricing: rowsWorthPricing)
    }
    session = (kind, fresh)
    return fresh
  }
}
