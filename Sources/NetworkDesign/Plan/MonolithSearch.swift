import GLPK
import Modeling
import SupplyData
import SupplyNetwork
import SupplyPlan

/// The solves behind one question: branch and cut, then the linear program that is left once the integers are fixed.
struct MonolithSearch {
  let monolith: Monolith
  let gap: Double
  let limits: SolveLimits
  /// Plans of the same network to begin with: their first stages, with the recourse that suits the question.
  let neighbours: [Plan]
  /// Whether a search that is stopped before it has found anything settles for a design that needs no search.
  var fallsBack = true
  let progress: (@Sendable (SolveProgress) -> Void)?
  /// Keeps the best plan; `nil` where what is searched for is none.
  var kept: KeptPlan?

  func run() throws(GLPKError) -> SearchOutcome {
    if monolith.question.firstStage.isSettled(for: monolith.network.dataset) {
      return try settle(monolith.program.columns.map(\.lower))
    }
    switch monolith.question.objective {
    case .cost:
      kept?.begin(.cost(riskPrice: 0), cap: monolith.question.maxRisk)
      return try minimiseCost(monolith.program, start: try bestNeighbour())
    case .risk: return try minimiseRisk()
    }
  }

  /// Least cost of `program`, whose rows are the monolith's and perhaps a cap.
  private func minimiseCost(_ program: LinearProgram, start: [Double]?) throws(GLPKError)
    -> SearchOutcome
  {
    var outcome = SearchOutcome()
    let (solution, proof) = try branchAndCut(program, start: start)
    outcome.proof = proof
    outcome.nodes = solution.nodes
    // No cost line but incentives, refunds and savings of clusters can be negative; no more is granted or paid back than paid.
    outcome.costBound = max(monolith.network.leastCost, solution.bound ?? -.infinity)
    switch solution.termination {
    case .infeasible:
      outcome.isInfeasible = true
      return outcome
    case .unbounded:
      outcome.stopReason = "numerical trouble: the solver reported the program as unbounded"
    case .stopped(let reason):
      outcome.stopReason = reason.description
      if case .numericalTrouble = reason { outcome.wasTroubled = true }
    case .optimal: break
    }
    if let point = try solution.point.map({ point throws(GLPKError) in try settle(program, point) })
      ?? nil
    {
      outcome.design = try SolvedDesign(monolith, at: point).losingLeastInOutages(finishing)
      return outcome
    }
    if let value = kept?.value {
      let bound = outcome.costBound
      if outcome.stopReason == nil, bound < value - gap * abs(value) {
        outcome.stopReason = limits.stopReason?.description
      }
      return outcome
    }
    if solution.point != nil, outcome.stopReason == nil {
      outcome.stopReason = "numerical trouble: the best point could not be made exact"
    }
    for design in fallbacks {
      if let point = try settle(program, design) {
        outcome.design = try SolvedDesign(monolith, at: point).losingLeastInOutages(finishing)
        break
      }
    }
    return outcome
  }

  /// The cheapest recourse of the neighbours' first stages; a good plan at the start prunes most of the search.
  private func bestNeighbour() throws(GLPKError) -> [Double]? {
    var best: [Double]?
    for plan in neighbours where limits.stopReason == nil {
      let design = StartingDesigns(
        network: monolith.network, stage: monolith.stage,
        columnCount: monolith.program.columns.count
      ).design(of: plan)
      guard let point = try settle(monolith.program, design) else { continue }
      kept?.offer(SolvedDesign(monolith, at: point))
      let cost = monolith.cost.value(at: point)
      if best.map({ cost < monolith.cost.value(at: $0) }) ?? true { best = point }
    }
    return best
  }

  /// Least risk, then least cost at that risk.
  private func minimiseRisk() throws(GLPKError) -> SearchOutcome {
    kept?.begin(.risk, cap: nil)
    let (solution, proof) = try branchAndCut(monolith.program, start: try safestFallback())
    if solution.termination == .infeasible {
      var outcome = SearchOutcome()
      outcome.proof = proof
      outcome.isInfeasible = true
      return outcome
    }
    var point = solution.point
    // Made exact before its risk becomes a cap that exact points must meet.
    if let rough = point { point = try settle(monolith.program, rough) ?? rough }
    guard let point else {
      var outcome = SearchOutcome()
      outcome.stopReason = "no plan was found before the stop"
      outcome.proof = proof
      outcome.riskBound = solution.bound.map { max(0, $0) }
      return outcome
    }
    // Slightly above the risk found, so that the point found stays feasible under rounding.
    let risk = monolith.salesAtRisk.value(at: point)
    let cap = max(0, risk) * (1 + 1e-9) + 1e-10
    let capped = monolith.minimisingCost(maxRisk: cap)
    kept?.begin(.cost(riskPrice: 0), cap: cap)
    var outcome = try minimiseCost(capped, start: try settle(capped, point) ?? point)
    outcome.nodes += solution.nodes
    if proof == .solver { outcome.proof = .solver }
    outcome.riskBound = max(0, min(solution.bound ?? 0, risk))
    if case .stopped(let reason) = solution.termination {
      outcome.stopReason = outcome.stopReason ?? reason.description
    }
    return outcome
  }

  /// How far the rule that may be exceeded has to be, with a design for that.
  func leastExcess() throws(GLPKError) -> SearchOutcome {
    let (solution, proof) = try branchAndCut(monolith.program, start: nil)
    var outcome = SearchOutcome()
    outcome.proof = proof
    outcome.nodes = solution.nodes
    outcome.isInfeasible = solution.termination == .infeasible
    if case .stopped(let reason) = solution.termination {
      outcome.stopReason = reason.description
    }
    outcome.excessBound = solution.bound ?? 0
    guard let rough = solution.point, let point = try settle(monolith.program, rough) else {
      return outcome
    }
    outcome.design = SolvedDesign(monolith, at: point)
    let found = monolith.program.objectiveValue(at: point)
    outcome.excess = found
    outcome.excessBound = min(outcome.excessBound, found)
    return outcome
  }

  /// The fallback of the least risk: with everything open there is often nothing safer, and the search ends at its root.
  private func safestFallback() throws(GLPKError) -> [Double]? {
    var safest: [Double]?
    for design in fallbacks {
      guard let point = try settle(monolith.program, design) else { continue }
      kept?.offer(SolvedDesign(monolith, at: point))
      let risk = monolith.salesAtRisk.value(at: point)
      if safest.map({ risk < monolith.salesAtRisk.value(at: $0) }) ?? true { safest = point }
    }
    return safest
  }

  private var fallbacks: [[Double]] {
    guard fallsBack else { return [] }
    return StartingDesigns(
      network: monolith.network, stage: monolith.stage,
      columnCount: monolith.program.columns.count
    ).fallbacks(for: monolith.question.firstStage)
  }

  /// The recourse of openings and modules that are given, such as the current network's: a linear program.
  ///
  /// It runs to its end also after a stop, for a part of it would be no plan.
  ///
  /// - Parameter given: a point of which the whole numbers alone count.
  func settle(_ given: [Double]) throws(GLPKError) -> SearchOutcome {
    var outcome = SearchOutcome()
    let fixed = monolith.program.withIntegersFixed(at: given)
    let first = try exactSolver.solve(fixed, limits: limits.finishing, progress: progress)
    if first.termination == .infeasible {
      let proof = try BoundProof(program: fixed, limits: limits.finishing).infeasibility()
      outcome.isInfeasible = proof
      if !proof { outcome.stopReason = BoundProof.notProven }
      return outcome
    }
    var program = monolith.program
    if monolith.question.objective == .risk {
      outcome.riskBound = max(0, BoundProof.bound(of: first, fixed) ?? 0)
      if let least = first.objective {
        program = monolith.minimisingCost(maxRisk: max(0, least) * (1 + 1e-9) + 1e-10)
      }
    }
    let second = try settled(program, given)
    if let point = second.point {
      outcome.design = try SolvedDesign(monolith, at: point).losingLeastInOutages(finishing)
      // A point that is only the best so far proves nothing.
      outcome.costBound =
        second.isLeast ? max(monolith.network.leastCost, second.bound ?? -.infinity) : 0
    }
    if case .stopped(let reason) = first.termination, outcome.riskBound != nil || !second.isLeast {
      outcome.stopReason = reason.description
    } else if !second.isLeast {
      outcome.stopReason =
        limits.finishing.stopReason?.description
        ?? "numerical trouble: the recourse could not be solved"
    }
    return outcome
  }

  /// Least cost, then least risk, with the integers as in `point`; `nil` where that has no solution.
  ///
  /// It runs to its end also after a stop, for without it there would be no plan.
  private func settle(_ program: LinearProgram, _ point: [Double]) throws(GLPKError) -> [Double]? {
    try settled(program, point).point
  }

  /// The same, whether its cost is the least, and what is proven of that.
  private func settled(_ program: LinearProgram, _ point: [Double]) throws(GLPKError)
    -> (point: [Double]?, isLeast: Bool, bound: Double?)
  {
    // What a neighbour or a fallback decides may be given here, and otherwise.
    let fixed = program.withIntegersFixed(at: program.clamped(point))
    let solution =
      try exactSolver
      .solveLexicographically(fixed, then: monolith.salesAtRisk, limits: finishing)
    return (
      solution.second.point ?? solution.first.point, solution.first.termination == .optimal,
      BoundProof.bound(of: solution.first, fixed)
    )
  }

  /// Limits of what makes a plan of a point after a stop. Where one is kept already, there is little patience for it.
  private var finishing: SolveLimits {
    var limits = limits
    if kept?.isEmpty == false { limits.patience = min(limits.patience, .seconds(1)) }
    return limits.finishing
  }

  /// For linear programs whose points become plans.
  private var exactSolver: GLPKSolver {
    var options = GLPKSolver.Options()
    options.feasibilityTolerance = 1e-9
    options.dualTolerance = 1e-9
    return GLPKSolver(options: options)
  }

  private static let rowsWorthPresolving = 5_000

  private func branchAndCut(_ program: LinearProgram, start: [Double]?) throws(GLPKError)
    -> (solution: Solution, proof: Plan.Proof)
  {
    let began = ContinuousClock.now
    var options = GLPKSolver.Options()
    options.relativeGap = gap
    options.start = start
    // GLPK's presolver pays on large programs (30 s become 18 on 12,606 rows) and is not trusted with a start: it would have
    // to prove that nothing cheaper exists, and it sometimes errs on that.
    options.presolve = start == nil && program.rows.count >= Self.rowsWorthPresolving
    let solution: Solution
    if let kept {
      solution = try GLPKSolver(options: options).solve(
        program, limits: limits,
        progress: { told in
          // What GLPK's tree says is not proven yet, and not kept as a bound.
          kept.note(bound: 0, nodes: told.nodes)
          progress?(told.with(objective: kept.value))
        }, found: { keep($0, of: program, in: kept) })
    } else {
      solution = try GLPKSolver(options: options)
        .solve(program, limits: limits, progress: progress)
    }
    // What GLPK's tree has claimed is proven again, in about the time that it took.
    let patience = max(Duration.seconds(2), began.duration(to: .now))
    var limits = limits
    limits.deadline = min(limits.deadline ?? .now + .seconds(1e6), .now + patience)
    return try BoundProof(program: program, limits: limits).proved(solution, gap: gap)
  }

  /// Keeps a point of the search as a plan. A search overlooks a little that a plan may not; so as long as none is kept,
  /// a point that is none as it was found is solved for once more, exactly.
  private func keep(_ point: [Double], of program: LinearProgram, in kept: KeptPlan) {
    kept.offer(SolvedDesign(monolith, at: point))
    guard kept.isEmpty, limits.stopReason == nil else { return }
    let latest = ContinuousClock.now + Self.mostForFirst
    let brief = SolveLimits(
      deadline: min(limits.deadline ?? latest, latest), cancellation: limits.cancellation)
    let solution = try? exactSolver.solve(program.withIntegersFixed(at: point), limits: brief)
    if let exact = solution?.point { kept.offer(SolvedDesign(monolith, at: exact)) }
  }

  private static let mostForFirst = Duration.seconds(5)
}
