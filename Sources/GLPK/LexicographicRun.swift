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
      let face = Face(problem)
      setSecondObjective(problem, scaling)
      // Columns whose reduced cost is noise are left free at first. Should that cost something, a
      // second try holds all but the exact zeros.
      for tolerance in [run.options.dualTolerance, 0] {
        face.hold(problem, beyond: tolerance)
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

  private func setSecondObjective(_ problem: Problem, _ scaling: ProgramScaling) {
    for index in 0..<problem.columnCount { problem.setCost(0, ofColumn: index) }
    let costs = second.terms.map { $0.coefficient * scaling.columnFactors[$0.column.index] }
    // A power of two: costs about 1 again, and the same optima.
    let greatest = costs.map(abs).max() ?? 1
    let factor = Double(sign: .plus, exponent: -greatest.exponent, significand: 1)
    for (term, cost) in zip(second.terms, costs) {
      problem.setCost(cost * factor, ofColumn: term.column.index)
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

/// The optimal face of a linear program, in the units of the loaded program.
private struct Face {
  private let columnValues: [Double]
  private let reducedCosts: [Double]
  private let activities: [Double]
  private let rowDuals: [Double]

  /// Read from the optimal basis.
  init(_ problem: Problem) {
    columnValues = problem.basicPoint()
    reducedCosts = problem.reducedCosts()
    activities = problem.activities()
    rowDuals = problem.rowDuals()
  }

  /// Holds columns and rows whose reduced cost or dual exceeds `tolerance` where they are.
  func hold(_ problem: Problem, beyond tolerance: Double) {
    for (index, cost) in reducedCosts.enumerated() where abs(cost) > tolerance {
      let value = columnValues[index]
      problem.setBounds(ofColumn: index, BoundKind(from: value, to: value))
    }
    for (index, dual) in rowDuals.enumerated() where abs(dual) > tolerance {
      let activity = activities[index]
      problem.setBounds(ofRow: index, BoundKind(from: activity, to: activity))
    }
  }
}
