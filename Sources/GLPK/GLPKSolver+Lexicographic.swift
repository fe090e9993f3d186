public import Modeling

/// Two solves of one program: its objective first, then a second one among the optima of the first.
public struct LexicographicSolution: Sendable, Equatable {
  /// The optimum of the program's own objective.
  public var first: Solution
  /// A point that is as good as the first and has the least second objective of all such points;
  /// objective and bound are values of the second objective. If it could not be found, this is the
  /// first point, with the reason as termination.
  public var second: Solution

  /// Creates it from both.
  public init(first: Solution, second: Solution) {
    self.first = first
    self.second = second
  }
}

extension GLPKSolver {
  /// Minimises a linear program, then `second` among its optima.
  ///
  /// The optimal face is described by the duals: a column with a reduced cost and a row with a dual
  /// value keep the bound they are at (complementary slackness), everything else is free. The second
  /// solve goes on from the first basis, which is feasible on the face, so it is quick.
  ///
  /// The point of `second` is worse in the first objective by at most `1e-7` of the sum of the
  /// magnitudes of its terms; if it would be more, or if the second solve fails or is stopped, the first point stands in.
  ///
  /// - Parameters:
  ///   - program: a program without whole columns.
  ///   - second: what to minimise among the optima; its constant counts.
  ///   - limits: when to stop, for both solves together.
  /// - Throws: ``GLPKError`` for an invalid program, whole columns or refused options.
  public func solveLexicographically(
    _ program: LinearProgram, then second: LinearExpression, limits: SolveLimits = SolveLimits()
  ) throws(GLPKError) -> LexicographicSolution {
    try check(program)
    if let whole = program.columns.first(where: \.isInteger) {
      throw .invalidProgram([
        "Column '\(whole.name)' is whole, but only a linear program has an optimal face. "
          + "Fix the whole columns first."
      ])
    }
    let shared = SharedIncumbent(limits: limits, progress: nil)
    return try SolverThread.run(
      limits: limits,
      { [options] () throws(GLPKError) in
        let run = try SolveRun(program: program, options: options, shared: shared)
        return try LexicographicRun(run: run, second: second.compacted()).solve()
      },
      ifAbandoned: { reason in
        let first = shared.firstOptimum ?? shared.stopped(reason)
        return LexicographicSolution(
          first: first, second: LexicographicRun.standIn(first, second, .stopped(reason)))
      })
  }
}
