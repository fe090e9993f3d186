import Certificate
import GLPK
import Modeling
import NetworkDesign

extension DecompositionRun {
  /// What a solve of the first worker's relaxation left.
  private struct Relaxed: Sendable {
    var outcome: WarmProgram.Outcome
    /// Proven; `.infinity` where it is proven that there is no point.
    var bound: Double
    var point: [Double]
    /// What proves it, where that is recorded.
    var proof: ProofMultipliers?
  }

  /// The root's bound: Benders cuts with in-out separation (Ben-Ameur and Neto 2007, doi:10.1002/net.20190), then rounding cuts.
  /// Before both come cuts of the network, which cost next to nothing to find.
  ///
  /// - Returns: whether the root was solved.
  func solveRoot() -> Bool {
    var center = generousPoint(share: Self.generosity)
    if session.known.isEmpty { seed(center) }
    if evaluated != nil {
      // A first bound, and a better plan, before the links are all in.
      _ = noted(relaxRoot(rounds: 1))
      evaluateDescended()
    }
    roundNetwork { noted(relaxRoot())?.point }
    if isEvaluatedByBlocks, let best {
      // Cuts are wanted where good designs are.
      center = MasterPoint(best.point, of: master).mixed(with: center, share: 0.5)
    }
    guard separateAtRoot(&center) else { return false }
    // Before rounding rows come in: they are of this question alone, and the indices before them do not change. Neither
    // would a basis with rows of requirements fit another question.
    if aim.requirements.isEmpty { keepBasis() }
    roundAtRoot(&center)
    keepRoot()
    return true
  }

  /// The root's relaxation alone, for the questions to come.
  func prepare() {
    var center = generousPoint(share: Self.generosity)
    if pool.cutCount == 0 { seed(center) }
    if separateAtRoot(&center) { keepBasis() }
    session.known = pool.withoutRounding()
  }

  private func keepBasis() {
    session.rootBasis =
      session.workers.runFirst(limits: limits) { worker, _ in worker.relaxation?.snapshot() } ?? nil
  }

  /// A share of everything that may be built and stored: well inside of all that is possible.
  private func generousPoint(share: Double) -> MasterPoint {
    MasterPoint(program.columns.map { $0.upper.isFinite ? share * $0.upper : 0 }, of: master)
  }

  /// First cuts, before any relaxation is solved: without them the first points are far from any good design, and
  /// each costs a long solve.
  private func seed(_ center: MasterPoint) {
    // Of large blocks the first point alone: at a second one, most of whose columns are fractional, each takes as many steps again.
    let isLarge = session.matrices.contains { $0.rowLower.count > Self.rowsWorthThrift }
    for point in [generousPoint(share: 1)] + (isLarge ? [] : [center]) {
      for finding in separation(at: point, reference: point, isExact: true) {
        for cut in finding.cuts {
          if let entry = master.entry(for: cut, block: finding.block) {
            pool.add(entry)
            counts.cuts += 1
          }
        }
      }
    }
  }

  /// Solves the relaxation on the first worker; on the second, the best design so far is made better meanwhile, where that
  /// is done at all.
  ///
  /// - Parameter rounds: solves with rows that the last one misses.
  private func relaxRoot(rounds: Int = 50) -> Relaxed? {
    let tolerances = self.tolerances
    let limits = self.limits
    // Columns that are deferred after one solve and come back in the next take more steps there than they save.
    let isLarge = program.rows.count > Self.rowsWorthThrift
    let descent = evaluated.map { ($0, self.descent) }
    let results = session.workers.run(limits: limits) {
      worker, workspace -> (relaxed: Relaxed?, stage: DecidedStage?) in
      if worker.number == 0 {
        return (
          Self.relax(worker, tolerances, limits, rounds: rounds, patience: isLarge ? nil : 0), nil
        )
      }
      return (
        nil,
        descent.flatMap {
          $0.1.run(from: $0.0, most: Self.stepsOfDescent, in: workspace)
        }
      )
    }
    descended = results.compactMap(\.stage).first
    if descended == nil { evaluated = nil }
    return results.compactMap(\.relaxed).first
  }

  private static func relax(
    _ worker: Worker, _ tolerances: RowTolerances, _ limits: SolveLimits, rounds: Int,
    patience: UInt8?
  ) -> Relaxed {
    guard let relaxation = worker.relaxation else {
      return Relaxed(outcome: .failed, bound: -.infinity, point: [])
    }
    let outcome = relax(
      relaxation, tolerances, seconds: limits.secondsLeft, rounds: rounds, patience: patience)
    let proof = outcome == .infeasible ? relaxation.infeasibilityProof() : relaxation.proof()
    relaxation.purge(patience: 8)
    return Relaxed(
      outcome: outcome, bound: proof?.bound ?? -.infinity, point: relaxation.point,
      proof: relaxation.recorded)
  }

  /// Takes note of a solve; `nil` where the root ends with it.
  private func noted(_ relaxed: Relaxed?) -> Relaxed? {
    guard let relaxed else { return nil }
    if relaxed.bound >= bound || recorder?.root == nil, let proof = relaxed.proof {
      recorder?.root = proof
    }
    switch relaxed.outcome {
    case .optimal:
      bound = max(bound, relaxed.bound)
      report(.relaxation)
      return relaxed
    case .infeasible:
      if relaxed.bound == .infinity { isInfeasible = true } else { counts.failures += 1 }
      return nil
    case .beyondLimit, .unfinished:
      bound = max(bound, relaxed.bound)
      return nil
    case .failed:
      counts.failures += 1
      return nil
    }
  }

  private func separateAtRoot(_ center: inout MasterPoint) -> Bool {
    var share = Self.inOutShare
    var stalls = 0
    var isSolved = false
    while limits.stopReason == nil {
      let before = bound
      guard let relaxed = noted(relaxRoot()) else { return isSolved && !isInfeasible }
      isSolved = true
      if isClosed { return true }
      let point = MasterPoint(relaxed.point, of: master)
      evaluateDescended()
      let inner = point.mixed(with: center, share: share)
      center = point.mixed(with: center, share: 0.5)
      var added = keepCuts(
        separation(at: inner, reference: point, isExact: false), violatedAt: relaxed.point)
      if added == 0, share < 1 {
        added = keepCuts(
          separation(at: point, reference: point, isExact: false), violatedAt: relaxed.point)
      }
      if added == 0 { return true }
      if isSlow(bound - before) { return true }
      let scale = max(abs(bound), smallest)
      stalls = bound - before < Self.stallShare * gap * scale ? stalls + 1 : 0
      if stalls >= 3 {
        if share == 1 { return true }
        (share, stalls) = (1, 0)
      }
    }
    return isSolved
  }

  /// Whether a round of a large master has gained so little of the gap that is open that designs are worth more than rounds.
  func isSlow(_ gain: Double) -> Bool {
    guard program.rows.count > Self.rowsWorthThrift, let best else { return false }
    return gain < Self.slowShare * (best.value - bound)
  }

  /// Mixed-integer rounding cuts make up for capacity that comes in whole modules; network cuts, now at points that know of
  /// scenarios, for what the first rounds could not see.
  ///
  /// Where risk counts, rows of the tableau were measured to gain nothing, and rounds that gain little to be followed by better
  /// ones, once cuts of scenarios have answered them.
  private func roundAtRoot(_ center: inout MasterPoint) {
    let withTableau = !aim.needsLoss && gap > Self.finestGap
    let (least, patience) = aim.needsLoss ? (Self.stallShare, 3) : (Self.leastRounding, 1)
    var stalls = 0
    var last =
      session.workers.runFirst(limits: limits) { worker, _ in worker.relaxation?.point } ?? nil
    for _ in 0..<Self.roundingRounds where limits.stopReason == nil && !isClosed {
      let before = bound
      let limits = self.limits
      let found =
        session.workers.runFirst(limits: limits) { worker, _ in
          worker.relaxation?.roundingCuts(
            most: Self.mostRoundings, withTableau: withTableau, limits: limits) ?? []
        } ?? []
      let network = last.map { Array(addNetworkCuts(at: $0, most: Self.mostRoundings)) } ?? []
      let indices = network + found.map { pool.add($0) }
      if indices.isEmpty { return }
      _ = session.workers.runFirst(limits: limits) { worker, _ in
        worker.relaxation?.activate(indices)
      }
      guard let relaxed = noted(relaxRoot()) else { return }
      last = relaxed.point
      let point = MasterPoint(relaxed.point, of: master)
      evaluateDescended()
      let inner = point.mixed(with: center, share: Self.inOutShare)
      center = point.mixed(with: center, share: 0.5)
      _ = keepCuts(
        separation(at: inner, reference: point, isExact: false), violatedAt: relaxed.point)
      if isSlow(bound - before) { return }
      stalls = bound - before < least * gap * abs(bound) ? stalls + 1 : 0
      if stalls >= patience { return }
    }
  }

  func keepRoot() {
    guard let relaxed = noted(relaxRoot()) else { return }
    let kept = session.workers.runFirst(limits: limits) { worker, _ in
      (worker.relaxation?.dualProof(), worker.relaxation?.snapshot())
    }
    guard let kept else { return }
    let whole = session.wholeColumns
    root = RootState(
      bound: relaxed.bound, point: relaxed.point,
      reducedLower: whole.map { kept.0?.reducedLower[$0] ?? -.infinity },
      reducedUpper: whole.map { kept.0?.reducedUpper[$0] ?? .infinity },
      lower: rootLower, upper: rootUpper, basis: kept.1, proof: relaxed.proof)
  }

  /// Share of everything that the first point to lean on has.
  private static let generosity = 0.6
  private static let inOutShare = 0.3
  private static let stallShare = 0.05
  /// Rows of a program whose solves take seconds.
  static let rowsWorthThrift = 3_000
  /// Share of the open gap that a round of a large master has to close.
  private static let slowShare = 0.02
  /// Gaps below are a matter of digits, and bases of short rows prove more of them than those of long ones.
  private static let finestGap = 5e-5
  private static let roundingRounds = 16
  /// Simplex steps in which a design is made better beside a solve of the root.
  private static let stepsOfDescent = 12_000
  /// Share of the gap that a round has to gain for the next: what it adds is carried by every node.
  private static let leastRounding = 0.2
  /// Rounding cuts of a round, and network cuts of each family. More raise the root's bound a little and make the tree much longer.
  private static let mostRoundings = 8
}
