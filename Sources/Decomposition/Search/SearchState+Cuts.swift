import Modeling
import NetworkDesign

/// What the recourse blocks say about points of the master.
extension SearchState {
  /// Whether v of an estimate counts.
  func needsLoss(_ estimate: MasterProgram.Estimate) -> Bool {
    aim.needsLoss || estimate.mostLost != nil || estimate.relaxed != nil
  }

  func separation(
    at point: MasterPoint, reference: MasterPoint, isExact: Bool, limits: SolveLimits? = nil
  ) -> [Separation.Finding] {
    let separation = Separation(
      master: master, matrices: session.matrices, needsCost: aim.needsCost,
      needsLoss: master.estimates.map(needsLoss), point: point, reference: reference,
      isExact: isExact,
      lossTolerance: Array(repeating: lossTolerance, count: master.estimates.count))
    let findings = separation.run(in: session.workers, limits: limits ?? self.limits)
    counts.failures += findings.count { $0.hasFailed }
    return findings
  }

  /// Adds the cuts that `point` violates to the pool.
  ///
  /// - Returns: how many.
  func keepCuts(_ findings: [Separation.Finding], violatedAt point: [Double]) -> Int {
    let tolerances = self.tolerances
    var added = 0
    for finding in findings {
      for cut in finding.cuts {
        guard let entry = master.entry(for: cut, block: finding.block),
          entry.row.violation(at: point) > tolerances[entry.kind],
          // A row that a solver misses by its own tolerance would come again for ever.
          !pool.contains(entry)
        else { continue }
        pool.add(entry)
        added += 1
      }
    }
    counts.cuts += added
    return added
  }
}
