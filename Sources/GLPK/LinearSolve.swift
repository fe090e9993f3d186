import Modeling

extension SolveRun {
  /// How one try to solve a linear program ended.
  private enum Try {
    case solution(Solution)
    case failed(String)
  }

  /// Programs with at most this many rows and nonzeros are also tried in rational arithmetic.
  private static let smallForExact = (rows: 200, nonzeros: 2000)

  /// Solves a linear program in the ways of the options, exactly only if it is small.
  func solveLinear() throws(GLPKError) -> Solution {
    try solveLinear { (_: Problem, _, _) throws(Interruption) in }
  }

  /// Solves a linear program; `then` is called with the optimal basis while it is still loaded.
  func solveLinear(
    then: (Problem, ProgramScaling, Solution) throws(Interruption) -> Void
  ) throws(GLPKError) -> Solution {
    var trouble = ""
    for way in options.linearWays where way != .exact || isSmall {
      if let reason = shared.limits.stopReason { return shared.stopped(reason) }
      do throws(Interruption) {
        switch try tryLinear(way, then: then) {
        case .solution(let solution): return solution
        case .failed(let what): trouble = what
        }
      } catch {
        switch error {
        case .aborted(let what): trouble = what
        case .stopped: return shared.stopped(shared.limits.stopReason ?? .cancelled)
        case .fault(let fault): throw fault
        }
      }
    }
    return shared.stopped(.numericalTrouble(trouble))
  }

  private var isSmall: Bool {
    program.rows.count <= Self.smallForExact.rows
      && program.nonzeroCount <= Self.smallForExact.nonzeros
  }

  private func tryLinear(
    _ way: GLPKSolver.LinearWay,
    then: (Problem, ProgramScaling, Solution) throws(Interruption) -> Void
  ) throws(Interruption) -> Try {
    let (scaled, scaling) = program.scaled()
    let problem = try Problem(scaled, in: environment)
    var simplex =
      switch way {
      case .quick: simplexOptions
      case .presolved: simplexOptions.presolved
      case .steady, .interior, .exact: simplexOptions.steadier
      }
    if way == .steady { try problem.makeAdvancedBasis() }
    var result =
      switch way {
      case .quick, .presolved, .steady: try problem.solveSimplex(simplex)
      case .interior: try problem.solveInterior()
      case .exact: try problem.solveExactly(simplex)
      }
    if result == .infeasibleOrUnbounded {
      // The primal method looks for a feasible point first and so can tell the two apart.
      simplex = simplexOptions
      simplex.method = .primal
      simplex.presolve = false
      result = try problem.solveSimplex(simplex)
    }
    switch result {
    case .optimal:
      let values = way == .interior ? problem.interiorValues() : problem.basicValues()
      guard let solution = optimum(values, scaling) else {
        return .failed("the optimum found does not satisfy the program")
      }
      // An interior point has no basis to go on from.
      if way != .interior { try then(problem, scaling, solution) }
      return .solution(solution)
    case .infeasible: return .solution(infeasible())
    case .unbounded: return .solution(unbounded(problem, scaling))
    case .timeLimit:
      takeFrom(problem, scaling)
      return .solution(shared.stopped(.timeLimit))
    case .infeasibleOrUnbounded: return .failed("neither feasible nor infeasible")
    case .badBasis(let what), .failed(let what): return .failed(what)
    case .iterationLimit, .objectiveLimit: return .failed("a limit was met that was not set")
    }
  }

  /// The optimal solution in natural units, or nothing if it does not satisfy the natural program.
  private func optimum(_ values: LinearValues, _ scaling: ProgramScaling) -> Solution? {
    let point = program.settled(scaling.naturalPoint(values.point))
    guard program.violation(at: point).relative <= Self.acceptedViolation else { return nil }
    let objective = program.objectiveValue(at: point)
    if !options.allows(objective) { return Solution(termination: .infeasible, bound: objective) }
    return Solution(
      termination: .optimal, point: point, objective: objective, bound: objective,
      rowDuals: scaling.naturalRowDuals(values.rowDuals),
      reducedCosts: scaling.naturalReducedCosts(values.reducedCosts))
  }

  /// An unbounded program has a feasible point to show.
  private func unbounded(_ problem: Problem, _ scaling: ProgramScaling) -> Solution {
    let point = program.settled(scaling.naturalPoint(problem.basicPoint()))
    let isFeasible = program.violation(at: point).relative <= Self.acceptedViolation
    return Solution(
      termination: .unbounded, point: isFeasible ? point : nil,
      objective: isFeasible ? program.objectiveValue(at: point) : nil)
  }

  /// What a solve that ran out of time leaves: a feasible point of the primal method, and a bound
  /// from the duals, whatever they are.
  private func takeFrom(_ problem: Problem, _ scaling: ProgramScaling) {
    offer(scaling.naturalPoint(problem.basicPoint()))
    let duals = scaling.naturalRowDuals(problem.rowDuals())
    shared.offer(bound: DualProof(duals, of: program).bound)
  }
}
