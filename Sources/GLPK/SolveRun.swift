import Modeling

/// One solve, on the thread of its own.
///
/// It holds the natural program and the plain values found so far; GLPK's problems come and go with
/// the tries, so that an abort costs a try and nothing else.
final class SolveRun {
  /// How far a returned point may miss a row or bound of the natural program, relative to the
  /// greatest of 1, the bound and the largest term of the row.
  static let acceptedViolation = 1e-6

  let program: LinearProgram
  let options: GLPKSolver.Options
  let shared: SharedIncumbent
  let environment: Environment

  /// - Parameter environment: that of another run on this thread, to be shared; `nil` to make one.
  init(
    program: LinearProgram, options: GLPKSolver.Options, shared: SharedIncumbent,
    environment: Environment? = nil
  ) throws(GLPKError) {
    self.program = program
    self.options = options
    self.shared = shared
    self.environment = if let environment { environment } else { try Environment() }
    listen()
  }

  /// Tells of the progress on every report, and stops GLPK when it is time.
  func listen() {
    environment.observer.onReport = { [shared] _ in
      shared.report(.relaxation)
      return shared.limits.stopReason != nil
    }
  }

  /// Solves, whatever the program is.
  func solve() throws(GLPKError) -> Solution {
    // What the bounds of the columns prove alone is there even if no time is left for more.
    shared.offer(
      bound: DualProof([Double](repeating: 0, count: program.rows.count), of: program).bound)
    if let start = options.start { offer(start) }
    if program.hasColumnWithoutWholeNumber { return infeasible() }
    if let reason = shared.limits.stopReason { return shared.stopped(reason) }
    shared.report(.relaxation)
    if program.columns.contains(where: \.isInteger) {
      return try IntegerSearch(run: self).solve()
    }
    return try solveLinear()
  }

  /// Milliseconds until the deadline, as GLPK counts them.
  var timeLimit: Int32 {
    let milliseconds = shared.limits.secondsLeft * 1000
    return milliseconds < Double(Int32.max - 1) ? max(1, Int32(milliseconds)) : Int32.max
  }

  /// Makes a point whole and hands it to the shared incumbent if it is feasible in the natural program.
  ///
  /// - Returns: whether it is.
  @discardableResult
  func offer(_ point: [Double]) -> Bool {
    let candidate = program.settled(point)
    guard program.violation(at: candidate).relative <= Self.acceptedViolation else { return false }
    let objective = program.objectiveValue(at: candidate)
    if options.allows(objective) { shared.offer(candidate, objective: objective) }
    return true
  }

  /// The result for a program that has no point.
  func infeasible() -> Solution {
    Solution(termination: .infeasible, bound: options.cutoff, nodes: shared.nodes)
  }

  /// Settings of the simplex method that follow from the options.
  var simplexOptions: SimplexOptions {
    var simplex = SimplexOptions()
    simplex.presolve = options.presolve
    simplex.method = options.presolve ? .dualThenPrimal : program.methodForSlackBasis
    simplex.feasibilityTolerance = options.feasibilityTolerance
    simplex.dualTolerance = options.dualTolerance
    simplex.timeLimit = timeLimit
    return simplex
  }
}

extension GLPKSolver.Options {
  /// Whether a point with this objective is of interest, but for the noise of a solve.
  func allows(_ objective: Double) -> Bool {
    guard let cutoff else { return true }
    return objective <= cutoff + SolveRun.acceptedViolation * max(1, abs(cutoff))
  }
}

extension LinearProgram {
  /// The same point with whole columns rounded, and with the noise beyond the bounds of columns
  /// taken away.
  func settled(_ point: [Double]) -> [Double] {
    var settled = point
    for (index, column) in columns.enumerated() {
      if column.isInteger { settled[index] = settled[index].rounded() }
      let noise = 1e-6 * max(1, abs(settled[index]))
      if settled[index] < column.lower, column.lower - settled[index] <= noise {
        settled[index] = column.lower
      }
      if settled[index] > column.upper, settled[index] - column.upper <= noise {
        settled[index] = column.upper
      }
    }
    return settled
  }

  /// Whether there is a whole column between whose bounds there is no whole number.
  var hasColumnWithoutWholeNumber: Bool {
    columns.contains { column in
      column.isInteger
        && BoundKind(from: column.lower, to: column.upper, isInteger: true).isCrossed
    }
  }
}
