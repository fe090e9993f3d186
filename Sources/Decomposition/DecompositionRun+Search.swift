import Certificate
import Foundation
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
    if !endsWithStarts { planEarly() }
    let hasNothing = best == nil && kept?.isEmpty ?? true
    if endsWithStarts || hasNothing && program.rows.count >= Self.rowsWorthStarts {
      evaluateStarts()
    }
    if endsWithStarts { return }
    // With the cuts of questions before, a design is judged in a few steps, and may be all that is asked for.
    if session.rootBasis != nil { evaluateKnown() }
    guard solveRoot() else { return }
    improve()
    if !isClosed { searchTree() }
    // Where the cuts come to an end with the gap open, tolerances have hidden what is left of it.
    while stopReason != nil, limits.stopReason == nil, strictness < Self.mostStrictness {
      strictness += 1
      counts.failures = 0
      searchAgain()
    }
  }

  /// The tree once more from its root, in stricter tolerances and from a basis of its own; what was proved stays.
  private func searchAgain() {
    let tolerance = Self.usualTolerance * pow(0.1, Double(strictness))
    let costs = program.columns.map(\.cost)
    if let recorder {
      // The leaves of one tree cover all choices; those of the first are not among them.
      if bound > proved?.bound ?? -.infinity { proved = (recorder, bound) }
      self.recorder = ProofRecorder()
      rootLower = session.wholeColumns.map { program.columns[$0].lower }
      rootUpper = session.wholeColumns.map { program.columns[$0].upper }
    }
    let (whole, lower, upper) = (session.wholeColumns, rootLower, rootUpper)
    _ = session.workers.run(limits: limits) { worker, _ in
      worker.relaxation?.begin(anew: tolerance)
      // Costs that were perturbed for speed are true again, and no bound of the last node is left.
      worker.relaxation?.setObjective(costs)
      for (index, column) in whole.enumerated() {
        worker.relaxation?.setBounds(ofColumn: column, from: lower[index], to: upper[index])
      }
    }
    keepRoot()
    searchTree()
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
  static let rowsWorthStarts = 1_000

  /// Why the search ended before a proof; `nil` if it did not.
  var stopReason: String? {
    if isInfeasible || isClosed { return nil }
    if let reason = limits.stopReason { return reason.description }
    return counts.failures > 0
      ? "numerical trouble: \(counts.failures) linear programs gave no answer"
      : "numerical trouble: the cuts came to an end before the gap was closed"
  }

  /// Stricter searches that are tried.
  static let mostStrictness = 2
  private static let usualTolerance = 1e-8

  private var recourseSolves: Int {
    session.workers.all.reduce(0) { sum, worker in
      worker.solvers.reduce(sum) { $0 + ($1?.solves ?? 0) }
    }
  }
}
