import GLPK
import NetworkDesign

/// Rounds of cutting planes: of the network, of the scenarios, of rounding.
extension RootSearch {
  /// Rounds of network cuts, before the cuts of scenarios: their points are then near to designs.
  func cutNetwork() {
    for round in 0..<Self.networkRounds where state.limits.stopReason == nil {
      let before = state.bound
      guard let point = relax()?.point, !state.isClosed else { return }
      evaluateDescended()
      if round == 0 { evaluation.evaluateRounded(point) }
      let gain = state.bound - before
      if round > 0, gain < Self.leastGain * abs(state.bound) || isSlow(gain) { return }
      if addNetworkCuts(at: point, most: Self.mostNetworkCuts).isEmpty { return }
    }
  }

  /// Adds flow cuts and covers that a point of the master misses to the pool.
  ///
  /// - Parameter most: at most so many of each family.
  /// - Returns: their indices there.
  private func addNetworkCuts(at point: [Double], most: Int) -> Range<Int> {
    let (session, pool, limits) = (state.session, state.pool, state.limits)
    let first = pool.entries.count
    let cuts = session.networkCuts.cuts(at: point, most: most) {
      limits.stopReason != nil
    }
    for cut in cuts {
      pool.add(
        session.networkCuts.entry(
          cut, rowCount: state.program.rows.count, isRecorded: session.isRecorded))
    }
    return first..<pool.entries.count
  }

  /// Rounds of Benders cuts.
  ///
  /// - Returns: whether the relaxation was solved.
  func separate(_ center: inout MasterPoint) -> Bool {
    var share = Self.inOutShare
    var stalls = 0
    var isSolved = false
    while state.limits.stopReason == nil {
      let before = state.bound
      guard let relaxed = relax() else { return isSolved && !state.isInfeasible }
      isSolved = true
      if state.isClosed { return true }
      let point = MasterPoint(relaxed.point, of: state.master)
      evaluateDescended()
      let inner = point.mixed(with: center, share: share)
      center = point.mixed(with: center, share: 0.5)
      var added = keepCuts(at: inner, reference: point, violatedAt: relaxed.point)
      if added == 0, share < 1 {
        added = keepCuts(at: point, reference: point, violatedAt: relaxed.point)
      }
      if added == 0 { return true }
      if isSlow(state.bound - before) { return true }
      let scale = max(abs(state.bound), state.smallest)
      stalls = state.bound - before < Self.stallShare * state.gap * scale ? stalls + 1 : 0
      if stalls >= 3 {
        if share == 1 { return true }
        (share, stalls) = (1, 0)
      }
    }
    return isSolved
  }

  private func keepCuts(
    at inner: MasterPoint, reference: MasterPoint, violatedAt point: [Double]
  ) -> Int {
    state.keepCuts(
      state.separation(at: inner, reference: reference, isExact: false), violatedAt: point)
  }

  /// Whether a round of a large master has gained so little of the gap that is open that designs are worth more than rounds.
  private func isSlow(_ gain: Double) -> Bool {
    guard state.isLarge, let best = state.best else { return false }
    return gain < Self.slowShare * (best.value - state.bound)
  }

  /// Mixed-integer rounding cuts make up for capacity that comes in whole modules; network cuts, now at points that know of
  /// scenarios, for what the first rounds could not see.
  ///
  /// Where risk counts, rows of the tableau were measured to gain nothing, and rounds that gain little to be followed by better
  /// ones, once cuts of scenarios have answered them.
  func round(_ center: inout MasterPoint) {
    let (gap, workers) = (state.gap, state.session.workers)
    let withTableau = !state.aim.needsLoss && gap > Self.finestGap
    let (least, patience) = state.aim.needsLoss ? (Self.stallShare, 3) : (Self.leastRounding, 1)
    var stalls = 0
    var last =
      workers.runFirst(limits: state.limits) { worker, _ in worker.relaxation?.point } ?? nil
    for _ in 0..<Self.roundingRounds where state.limits.stopReason == nil && !state.isClosed {
      let before = state.bound
      let limits = state.limits
      let found =
        workers.runFirst(limits: limits) { worker, _ in
          worker.relaxation?.roundingCuts(
            most: Self.mostRoundings, withTableau: withTableau, limits: limits) ?? []
        } ?? []
      let network = last.map { Array(addNetworkCuts(at: $0, most: Self.mostRoundings)) } ?? []
      let added = network + found.map { state.pool.add($0) }
      if added.isEmpty { return }
      _ = workers.runFirst(limits: limits) { worker, _ in worker.relaxation?.activate(added) }
      guard let relaxed = relax() else { return }
      last = relaxed.point
      let point = MasterPoint(relaxed.point, of: state.master)
      evaluateDescended()
      let inner = point.mixed(with: center, share: Self.inOutShare)
      center = point.mixed(with: center, share: 0.5)
      _ = keepCuts(at: inner, reference: point, violatedAt: relaxed.point)
      if isSlow(state.bound - before) { return }
      stalls = state.bound - before < least * gap * abs(state.bound) ? stalls + 1 : 0
      if stalls >= patience { return }
    }
  }

  /// Cuts of each family in a round of network cuts.
  private static let mostNetworkCuts = 100
  private static let networkRounds = 16
  /// Share of the bound that a round of network cuts must gain for the next.
  private static let leastGain = 1e-4
  private static let inOutShare = 0.3
  private static let stallShare = 0.05
  /// Share of the open gap that a round of a large master has to close.
  private static let slowShare = 0.02
  /// Gaps below are a matter of digits, and bases of short rows prove more of them than those of long ones.
  private static let finestGap = 5e-5
  private static let roundingRounds = 16
  /// Share of the gap that a round has to gain for the next: what it adds is carried by every node.
  private static let leastRounding = 0.2
  /// Rounding cuts of a round, and network cuts of each family. More raise the root's bound a little and make the tree much longer.
  private static let mostRoundings = 8
}
