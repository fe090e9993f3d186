import GLPK
public import Modeling
public import NetworkDesign
public import SupplyNetwork
public import SupplyPlan

/// Finds plans that are good in every one of several futures, and the regret of each plan in each of them.
///
/// The regret of a first stage in a future is what it costs there, with the recourse that is best for it, above the least cost of the
/// future (Savage 1951; Kouvelis and Yu 1997, doi:10.1007/978-1-4757-2620-6; Snyder 2006, doi:10.1080/07408170500216480).
/// Each future is solved first, then each best plan in every other future, then one program of all futures for the least greatest
/// regret and one for the least expected.
public struct RegretSearch: Sendable {
  /// Plans for one future's question; neighbours may be good starts.
  public typealias Planning =
    @Sendable (_ future: Int, _ question: DesignQuestion, _ neighbours: [Plan])
    throws(PlanningError) -> Plan
  /// One first stage for all futures.
  public typealias Joint = @Sendable (JointQuestion) throws(PlanningError) -> JointAnswer

  /// The futures' networks: the same facilities, modules, buffers and periods, in the same order.
  public let networks: [Network]
  /// What is asked in each of them.
  public let question: DesignQuestion
  /// How likely they are, adding up to 1.
  public let weights: [Double]
  /// Relative gap of solves.
  public var gap: Double
  /// Programs of all futures together with more rows are not tried.
  public var mostRows = 100_000
  /// When to stop.
  public var limits: SolveLimits
  private let plan: Planning
  private let joint: Joint?

  /// Creates a search.
  ///
  /// - Parameter joint: who is asked for all futures together; `nil` for the whole program of all.
  public init(
    networks: [Network], question: DesignQuestion, weights: [Double], gap: Double,
    limits: SolveLimits = SolveLimits(), joint: Joint? = nil, plan: @escaping Planning
  ) {
    self.joint = joint
    self.networks = networks
    self.question = question
    self.weights = weights
    self.gap = gap
    self.limits = limits
    self.plan = plan
  }

  /// Searches.
  ///
  /// - Parameter note: told in words what is solved next.
  /// - Throws: ``PlanningError`` where the solver or the checker refuse.
  public func run(note: (String) -> Void = { _ in }) throws(PlanningError) -> RegretResult {
    var result = RegretResult(weights: weights)
    for future in networks.indices {
      note("future \(future + 1) of \(networks.count)")
      let best = try plan(future, question, result.best)
      result.best.append(best)
      if best.termination == .infeasible { result.infeasibleFutures.append(future) }
    }
    guard result.best.allSatisfy({ $0.cost != nil }) else {
      result.stopReason =
        result.infeasibleFutures.isEmpty ? "a future was left without a plan" : nil
      return result
    }
    for future in networks.indices {
      note("plan \(future + 1) of \(networks.count) in every future")
      let decisions = FixedDecisions(of: result.best[future], in: networks[future].dataset)
      if result.merge(.best(of: future), decisions) { continue }
      result.candidates.append(
        try candidate(.best(of: future), decisions, own: (future, result.best[future])))
    }
    let solver = joint ?? whole
    for aim in [RegretAim.greatest, .expected] {
      note(aim == .greatest ? "least greatest regret" : "least expected regret")
      try solveJointly(aim, solver, &result)
    }
    // A mean is no greater than the greatest: what is proved of the one holds for the other.
    if !result.greatest.isInfeasible {
      result.greatest.bound = max(result.greatest.bound, result.expected.bound)
    }
    result.stopReason = limits.stopReason?.description
    return result
  }

  /// A first stage in every future.
  ///
  /// - Parameter runsToItsEnd: whether a stop is no matter: what a program of all futures has found in the time it had is told,
  ///   and each future of it is a linear program.
  private func candidate(
    _ origin: RegretResult.Origin, _ decisions: FixedDecisions,
    own: (future: Int, plan: Plan)? = nil, runsToItsEnd: Bool = false
  ) throws(PlanningError) -> RegretResult.Candidate {
    var entries: [RegretResult.Entry] = []
    for future in networks.indices {
      if let own, own.future == future {
        entries.append(.plan(own.plan))
      } else {
        entries.append(try entry(decisions, in: future, runsToItsEnd: runsToItsEnd))
      }
    }
    return RegretResult.Candidate(origins: [origin], decisions: decisions, entries: entries)
  }

  private func entry(
    _ decisions: FixedDecisions, in future: Int, runsToItsEnd: Bool
  ) throws(PlanningError) -> RegretResult.Entry {
    if !runsToItsEnd, let reason = limits.stopReason { return .unknown(reason.description) }
    var fixed = question
    fixed.firstStage = .fixed(decisions)
    // Slightly wider, for stocks have lost their noise.
    fixed.maxRisk = question.maxRisk.map { $0 * (1 + 1e-7) + 1e-9 }
    let answer = try plan(future, fixed, [])
    if answer.cost != nil { return .plan(answer) }
    guard answer.termination == .infeasible else {
      return .unknown(answer.stopReason ?? "no plan was found")
    }
    if question.maxRisk != nil {
      fixed.maxRisk = nil
      fixed.objective = .risk
      if let risk = try plan(future, fixed, []).risk.salesAtRisk {
        return .infeasible(.aboveCap(leastRisk: risk))
      }
    }
    return .infeasible(.rules)
  }

  /// Asks for one first stage for all futures, and puts what is found into each of them.
  private func solveJointly(
    _ aim: RegretAim, _ solver: Joint, _ result: inout RegretResult
  ) throws(PlanningError) {
    let isGreatest = aim == .greatest
    var answer = JointAnswer(bound: 0, isProven: true, reason: limits.stopReason?.description)
    if answer.reason == nil {
      let best = result.bestCandidate(isGreatest).map { [$0.decisions] } ?? []
      answer = try solver(
        JointQuestion(
          aim: aim, question: question, leastCosts: networks.indices.map { result.leastCost($0) },
          weights: weights, known: best + result.candidates.map(\.decisions)))
    }
    let proof = RegretResult.Proof(
      bound: answer.bound, isInfeasible: answer.isInfeasible,
      reason: answer.reason ?? (answer.isProven ? nil : "the solver's word, not proven"))
    if isGreatest { result.greatest = proof } else { result.expected = proof }
    guard let decisions = answer.decisions else { return }
    let origin = isGreatest ? RegretResult.Origin.leastGreatestRegret : .leastExpectedRegret
    if result.merge(origin, decisions) { return }
    result.candidates.append(try candidate(origin, decisions, runsToItsEnd: true))
  }

  /// Solves the whole program of all futures, from the best first stage known on.
  private func whole(_ asked: JointQuestion) throws(PlanningError) -> JointAnswer {
    // One first stage for all of them is measured in one way.
    let units = NetworkUnits(suiting: networks[0])
    let monoliths = networks.map {
      Monolith(network: $0.merged.measured(in: units), question: question)
    }
    let rows = monoliths.reduce(0) { $0 + $1.program.rows.count }
    if rows > mostRows {
      return JointAnswer(
        bound: 0, isProven: true,
        reason:
          "the program of all futures has \(rows) rows, more than the \(mostRows) that are tried")
    }
    let measured = monoliths[0].network
    let money = units.money
    let joint = JointProgram(
      monoliths, leastCosts: asked.leastCosts.map { $0 / money }, weights: weights, aim: asked.aim)
    if joint.contradicts { return JointAnswer(bound: 0, isProven: true, isInfeasible: true) }
    let solver = exactSolver
    let (solution, proof) = try PlanningError.wrapping { () throws(GLPKError) in
      var options = GLPKSolver.Options()
      options.relativeGap = gap
      if let known = asked.known.first {
        options.start = try solver.solve(
          joint.settled(known.measured(for: measured)), limits: limits
        ).point
      }
      let claimed = try GLPKSolver(options: options).solve(joint.program, limits: limits)
      return try BoundProof(program: joint.program, limits: limits).proved(claimed, gap: gap)
    }
    var answer = JointAnswer(bound: 0, isProven: proof == .rigorous)
    if solution.termination == .infeasible {
      answer.isInfeasible = true
      return answer
    }
    if case .stopped(let reason) = solution.termination { answer.reason = reason.description }
    answer.bound = max(0, (solution.bound ?? 0) - joint.offset) * money
    guard let rough = solution.point else { return answer }
    // Stocks made exact for the whole numbers found.
    let exact = try PlanningError.wrapping { () throws(GLPKError) -> [Double]? in
      try solver.solve(joint.settled(joint.decisions(at: rough))).point
    }
    answer.decisions = joint.decisions(at: exact ?? rough).inUnitsOfDataset(measured)
    return answer
  }

  /// For linear programs whose points become plans.
  private var exactSolver: GLPKSolver {
    var options = GLPKSolver.Options()
    options.feasibilityTolerance = 1e-9
    options.dualTolerance = 1e-9
    return GLPKSolver(options: options)
  }
}
