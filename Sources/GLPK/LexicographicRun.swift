import Modeling

/// The second of two solves, on the optimal face of the first.
struct LexicographicRun {
  /// How much worse the first objective may become, relative to the sum of its terms' magnitudes:
  /// with terms that cancel, the objective itself says nothing about the size of rounding errors.
  private static let acceptedLoss = 1e-7

  let run: SolveRun
  let second: LinearExpression

  /// Solves both.
  func solve() throws(GLPKError) -> LexicographicSolution {
    var polished: Solution?
    let first = try run.solveLinear {
      (problem: Problem, scaling, solution) throws(Interruption) in
      run.shared.keepFirstOptimum(solution)
      polished = polish(problem, scaling, solution)
    }
    let standIn = Self.standIn(
      first, second, first.termination == .optimal ? stopTermination : first.termination)
    return LexicographicSolution(first: first, second: polished ?? standIn)
  }

  /// The first point in place of the second.
  static func standIn(
    _ first: Solution, _ second: LinearExpression, _ termination: Termination
  ) -> Solution {
    Solution(
      termination: termination, point: first.point,
      objective: first.point.map { second.value(at: $0) })
  }

  private var stopTermination: Termination {
    .stopped(
      run.shared.limits.stopReason
        ?? .numericalTrouble("the second objective could not be minimised"))
  }

  /// Minimises the second objective on the face; nothing if that fails in any way, since the first
  /// optimum must not be lost.
  private func polish(
    _ problem: Problem, _ scaling: ProgramScaling, _ first: Solution
  ) -> Solution? {
    if second.terms.isEmpty {
      let value = second.constant
      return Solution(
        termination: .optimal, point: first.point, objective: value, bound: value)
    }
    do throws(Interruption) {
      let face = OptimalFace(of: problem)
      problem.setDirection(
        second.terms.reduce(into: Array(repeating: 0, count: problem.columnCount)) {
          $0[$1.column.index] = $1.coefficient * scaling.columnFactors[$1.column.index]
        })
      // Columns whose reduced cost is noise are left free at first. Should that cost something, a
      // second try holds all but the exact zeros.
      for tolerance in [run.options.dualTolerance, 0] {
        face.hold(beyond: tolerance, in: problem)
        let result = try solve(problem)
        if result == .unbounded {
          return Self.standIn(first, second, .unbounded)
        }
        if result == .optimal, let solution = accepted(problem, scaling, first) { return solution }
      }
    } catch {
      return nil
    }
    return nil
  }

  private func solve(_ problem: Problem) throws(Interruption) -> SimplexResult {
    var simplex = run.simplexOptions
    simplex.presolve = false
    // The first optimum is feasible on the face, which is all that the primal method wants.
    simplex.method = .primal
    let result = try problem.solveSimplex(simplex)
    switch result {
    case .badBasis, .failed:
      simplex = run.simplexOptions.steadier
      try problem.makeAdvancedBasis()
      return try problem.solveSimplex(simplex)
    default: return result
    }
  }

  private func accepted(
    _ problem: Problem, _ scaling: ProgramScaling, _ first: Solution
  ) -> Solution? {
    let program = run.program
    let point = program.settled(scaling.naturalPoint(problem.basicPoint()))
    guard let best = first.objective, let firstPoint = first.point else { return nil }
    let size = zip(program.columns, firstPoint).reduce(1e-6) { $0 + abs($1.0.cost * $1.1) }
    guard
      program.violation(at: point).relative <= SolveRun.acceptedViolation,
      program.objectiveValue(at: point) <= best + Self.acceptedLoss * size
    else { return nil }
    let value = second.value(at: point)
    return Solution(termination: .optimal, point: point, objective: value, bound: value)
  }
}
