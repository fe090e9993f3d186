import GLPK
import Modeling
import NetworkDesign

extension DecompositionRun {
  /// Adds flow cuts and covers that a point of the master misses to the pool.
  ///
  /// - Parameter most: at most so many of each family.
  /// - Returns: their indices there.
  func addNetworkCuts(at point: [Double], most: Int) -> Range<Int> {
    let first = pool.entries.count
    let limits = self.limits
    let cuts = session.networkCuts.cuts(at: point, most: most) {
      limits.stopReason != nil
    }
    for cut in cuts {
      pool.add(
        session.networkCuts.entry(
          cut, rowCount: program.rows.count, isRecorded: session.isRecorded))
    }
    return first..<pool.entries.count
  }

  /// Rounds of network cuts, before the cuts of scenarios: their points are then near to designs.
  func roundNetwork(_ relax: () -> [Double]?) {
    for round in 0..<Self.networkRounds where limits.stopReason == nil {
      let before = bound
      guard let point = relax(), !isClosed else { return }
      evaluateDescended()
      if round == 0 { evaluateRounded(point) }
      let gain = bound - before
      if round > 0, gain < Self.leastGain * abs(bound) || isSlow(gain) { return }
      if addNetworkCuts(at: point, most: Self.mostNetworkCuts).isEmpty { return }
    }
  }

  /// Cuts of each family in a round.
  private static let mostNetworkCuts = 100
  private static let networkRounds = 16
  /// Share of the bound that a round must gain for the next.
  private static let leastGain = 1e-4
}
