import GLPK
import Modeling
import NetworkDesign

extension DecompositionRun {
  /// From the root to the end: ``best`` and ``bound`` are the answer.
  func search() {
    let before = recourseSolves
    defer {
      counts.recourseSolves = recourseSolves - before
      session.known = pool.withoutRounding()
      if let best { session.remember(best.design) }
    }
    if endsWithStarts || program.rows.count >= Self.rowsWorthStarts { evaluateStarts() }
    if endsWithStarts { return }
    guard solveRoot() else { return }
    improve()
    if !isClosed { searchTree() }
  }

  /// Designs that need no search, until one is good for a plan: where a root takes long, there is something to go on with, and
  /// to fall back on.
  func evaluateStarts() {
    let starts = StartingDesigns(
      network: session.network, stage: master.stage, columnCount: program.columns.count)
    for point in starts.fallbacks where best == nil && limits.stopReason == nil {
      // What a start decides may be given here, and otherwise.
      evaluate(Design(rounding: program.clamped(point), at: session.wholeColumns))
    }
  }

  /// Rows of a master whose root takes seconds.
  private static let rowsWorthStarts = 1_000

  /// Why the search ended before a proof; `nil` if it did not.
  var stopReason: String? {
    if isInfeasible || isClosed { return nil }
    if let reason = limits.stopReason { return reason.description }
    return counts.failures > 0
      ? "numerical trouble: \(counts.failures) linear programs gave no answer"
      : "numerical trouble: the cuts came to an end before the gap was closed"
  }

  private var recourseSolves: Int {
    session.lanes.all.reduce(0) { sum, lane in
      lane.solvers.reduce(sum) { $0 + ($1?.solves ?? 0) }
    }
  }
}
