import CGLPK
import GLPKGuard
import Modeling

extension IntegerSearch {
  /// Settings of branch and cut that follow from the options.
  var branchAndCutOptions: BranchAndCutOptions {
    let options = run.options
    var search = BranchAndCutOptions()
    search.presolve = options.presolve
    search.cuts = options.cuts
    search.heuristics = options.heuristics
    search.branching = options.branching
    search.nodeSelection = options.nodeSelection
    search.relativeGap = options.relativeGap
    search.integralityTolerance = options.integralityTolerance
    return search
  }

  /// Solves the relaxation, from whose basis branch and cut without presolve begins.
  func solveRelaxation(
    _ problem: Problem, isSteadier: Bool
  ) throws(Interruption) -> SimplexResult {
    if !isSteadier {
      let result = try problem.solveSimplex(run.simplexOptions)
      guard result.isFailure else { return result }
      let presolved = try problem.solveSimplex(run.simplexOptions.presolved)
      guard presolved.isFailure else { return presolved }
    }
    try problem.makeAdvancedBasis()
    return try problem.solveSimplex(run.simplexOptions.steadier)
  }

  /// Runs branch and cut; points and bounds go to the shared incumbent as they are found.
  func branchAndCut(
    _ problem: Problem, _ options: BranchAndCutOptions, _ scaling: ProgramScaling,
    _ ceiling: Double?
  ) throws(Interruption) -> SearchResult {
    listen(scaling, ceiling)
    // The run has the environment, which has the listener: left there, none of them would ever go.
    defer { run.listen() }
    var parameters = options.parameters
    let known = run.shared.incumbent
    var search = guard_search()
    search.known_objective = known.map { scaling.scaledObjective($0.objective) } ?? .infinity
    search.relative_gap = options.relativeGap
    search.time_limit = run.timeLimit
    var tree = guard_tree()
    var code: Int32 = 0
    let start = known.map { [0] + scaling.scaledPoint($0.point) }
    try problem.call { handle, pointer in
      start.withOptionalBuffer { start in
        search.start = options.presolve ? nil : start
        return guard_intopt(handle, pointer, &parameters, &search, &tree, &code)
      }
    }
    run.shared.offer(nodes: nodesOfEarlierTries + Int(tree.nodes))
    offer(scaledBound: tree.bound, scaling, ceiling)
    return try SearchResult(code: code, status: glp_mip_status(problem.pointer), tree: tree)
  }

  /// What GLPK reports goes to the shared incumbent, in natural units.
  private func listen(_ scaling: ProgramScaling, _ ceiling: Double?) {
    let shared = run.shared
    let columnCount = run.program.columns.count
    run.environment.observer.onReport = { [self] report in
      if let point = report.point {
        take(scaling.naturalPoint(Array(UnsafeBufferPointer(start: point, count: columnCount))))
      }
      offer(scaledBound: report.bound, scaling, ceiling)
      shared.offer(nodes: nodesOfEarlierTries + report.nodes)
      shared.report(report.isInTree ? .search : .relaxation)
      return shared.limits.stopReason != nil
    }
  }

  /// The tree bounds what lies below the ceiling; above it nothing was searched.
  private func offer(scaledBound: Double, _ scaling: ProgramScaling, _ ceiling: Double?) {
    if scaledBound == -.infinity { return }
    run.shared.offer(bound: min(scaling.naturalObjective(scaledBound), ceiling ?? .infinity))
  }

  private func take(_ point: [Double]) {
    if run.offer(point) { return }
    let objective = run.program.objectiveValue(at: point)
    if objective < unsettled?.objective ?? .infinity { unsettled = (point, objective) }
  }

  /// Takes the bound that the relaxation proves, and rounds it to have a point from the beginning:
  /// without one, a search that is stopped early might end with nothing.
  func takeRelaxation(
    _ problem: Problem, _ scaling: ProgramScaling, _ ceiling: Double?
  ) throws(Interruption) {
    let relaxed = scaling.naturalPoint(problem.basicPoint())
    let bound = run.program.objectiveValue(at: relaxed)
    run.shared.offer(bound: min(bound - 1e-9 * abs(bound), ceiling ?? .infinity))
    if run.shared.incumbent != nil { return }
    for rule in [FloatingPointRoundingRule.up, .toNearestOrEven] {
      if run.shared.limits.stopReason != nil { return }
      let rounded = run.program.rounded(relaxed, rule)
      do throws(GLPKError) { try complete(rounded) } catch { throw .fault(error) }
    }
  }

  /// Repairs the best point that is not feasible once its whole columns are whole.
  func repair() throws(GLPKError) {
    guard let candidate = unsettled else { return }
    unsettled = nil
    let known = run.shared.incumbent?.objective ?? .infinity
    if candidate.objective < known { try complete(run.program.settled(candidate.point)) }
  }

  /// Solves for the rest with the whole columns fixed where `point` has them, and offers what comes
  /// of it.
  private func complete(_ point: [Double]) throws(GLPKError) {
    // When time is up already, a little more of it is worth a point.
    let limits =
      run.shared.limits.stopReason == nil
      ? run.shared.limits : SolveLimits(deadline: .now + .milliseconds(500))
    var options = GLPKSolver.Options()
    options.feasibilityTolerance = run.options.feasibilityTolerance
    let completed = try SolveRun(
      program: run.program.withIntegersFixed(at: point), options: options,
      shared: SharedIncumbent(limits: limits, progress: nil), environment: run.environment
    ).solveLinear()
    if let found = completed.point { run.offer(found) }
  }

  /// A relaxation without limit: with an empty objective it shows whether there is a point at all,
  /// and if there is one, the program is unbounded too (R. R. Meyer, 1974, for rational data).
  func decideUnbounded() throws(Interruption) -> Solution {
    var feasibility = run.program
    feasibility.minimise(LinearExpression())
    var options = run.options
    options.cutoff = nil
    options.start = nil
    do throws(GLPKError) {
      let solution = try SolveRun(
        program: feasibility, options: options,
        shared: SharedIncumbent(limits: run.shared.limits, progress: nil),
        environment: run.environment
      ).solve()
      guard let point = solution.point else { return solution }
      return Solution(
        termination: .unbounded, point: point, objective: run.program.objectiveValue(at: point),
        nodes: solution.nodes)
    } catch {
      throw .fault(error)
    }
  }

  /// The result, from what the shared incumbent holds; "optimal" stands only if the gap is as asked.
  func ended(_ termination: Termination) throws(GLPKError) -> Solution {
    try repair()
    let shared = run.shared
    guard let incumbent = shared.incumbent else {
      guard termination == .optimal else { return stopped(termination) }
      return shared.stopped(.numericalTrouble("the point found could not be made whole"))
    }
    let bound = min(shared.bound, incumbent.objective)
    var solution = Solution(
      termination: termination, point: incumbent.point, objective: incumbent.objective,
      bound: bound.isFinite ? bound : nil, nodes: shared.nodes)
    let isWithinGap =
      incumbent.objective - bound
      <= run.options.relativeGap * abs(incumbent.objective) + 1e-9
      * max(1, abs(incumbent.objective))
    if isWithinGap {
      solution.termination = .optimal
    } else if termination == .optimal {
      solution.termination = .stopped(
        .numericalTrouble("the best point, made whole, is worse than the search took it for"))
    }
    return solution
  }

  private func stopped(_ termination: Termination) -> Solution {
    var solution = run.shared.stopped(.timeLimit)
    solution.termination = termination
    return solution
  }
}

extension LinearProgram {
  /// The point with its whole columns rounded by `rule`, but not beyond their bounds. What is whole
  /// but for noise goes to the nearest number.
  fileprivate func rounded(_ point: [Double], _ rule: FloatingPointRoundingRule) -> [Double] {
    var rounded = point
    for (index, column) in columns.enumerated() where column.isInteger {
      let nearest = point[index].rounded()
      let value = abs(point[index] - nearest) < 1e-6 ? nearest : point[index].rounded(rule)
      rounded[index] = min(column.upper.rounded(.down), max(column.lower.rounded(.up), value))
    }
    return rounded
  }
}

extension Optional where Wrapped == [Double] {
  /// Calls `body` with the numbers, or with nothing.
  fileprivate func withOptionalBuffer<Result>(
    _ body: (UnsafePointer<Double>?) -> Result
  ) -> Result {
    guard let numbers = self else { return body(nil) }
    return numbers.withUnsafeBufferPointer { body($0.baseAddress) }
  }
}
