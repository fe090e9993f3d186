import Certificate
import GLPK
import Modeling
import NetworkDesign

/// The root of the tree: rounds of cutting planes on the relaxation, until they gain little.
final class RootSearch {
  let state: SearchState
  let evaluation: DesignEvaluation
  /// What a descent beside the last solve has come to.
  private var descended: DecidedStage?

  init(_ state: SearchState, _ evaluation: DesignEvaluation) {
    self.state = state
    self.evaluation = evaluation
  }

  /// The root's bound: Benders cuts with in-out separation (Ben-Ameur and Neto 2007, doi:10.1002/net.20190), then rounding cuts.
  /// Before both come cuts of the network, which cost next to nothing to find.
  ///
  /// - Returns: whether the root was solved.
  func solve() -> Bool {
    var center = generousPoint(share: Self.generosity)
    if state.session.known.isEmpty { seed(center) }
    if evaluation.descentStart != nil {
      // A first bound, and a better plan, before the links are all in.
      _ = relax(rounds: 1)
      evaluateDescended()
    }
    cutNetwork()
    if evaluation.isByBlocks, let best = state.best {
      // Cuts are wanted where good designs are.
      center = MasterPoint(best.point, of: state.master).mixed(with: center, share: 0.5)
    }
    guard separate(&center) else { return false }
    // Before rounding rows come in: they are of this question alone, and the indices before them do not change. Neither
    // would a basis with rows of requirements fit another question.
    if state.aim.requirements.isEmpty { keepBasis() }
    round(&center)
    keep()
    return true
  }

  /// The root's relaxation alone, for the questions to come.
  func prepare() {
    var center = generousPoint(share: Self.generosity)
    if state.pool.cutCount == 0 { seed(center) }
    if separate(&center) { keepBasis() }
    state.session.known = state.pool.withoutRounding()
  }

  /// Solves the relaxation once more, and keeps what the tree begins with.
  func keep() {
    guard let relaxed = relax() else { return }
    let kept = state.session.workers.runFirst(limits: state.limits) { worker, _ in
      (worker.relaxation?.dualProof(), worker.relaxation?.snapshot())
    }
    guard let kept else { return }
    let whole = state.session.wholeColumns
    state.root = RootState(
      bound: relaxed.bound, point: relaxed.point,
      reducedLower: whole.map { kept.0?.reducedLower[$0] ?? -.infinity },
      reducedUpper: whole.map { kept.0?.reducedUpper[$0] ?? .infinity },
      lower: state.rootLower, upper: state.rootUpper, basis: kept.1, proof: relaxed.proof)
  }

  private func keepBasis() {
    state.session.rootBasis =
      state.session.workers.runFirst(limits: state.limits) { worker, _ in
        worker.relaxation?.snapshot()
      } ?? nil
  }

  /// A share of everything that may be built and stored: well inside of all that is possible.
  private func generousPoint(share: Double) -> MasterPoint {
    MasterPoint(
      state.program.columns.map { $0.upper.isFinite ? share * $0.upper : 0 }, of: state.master)
  }

  /// First cuts, before any relaxation is solved: without them the first points are far from any good design, and
  /// each costs a long solve.
  private func seed(_ center: MasterPoint) {
    // Of large blocks the first point alone: at a second one, most of whose columns are fractional, each takes as many steps again.
    let isLarge = state.session.matrices.contains {
      $0.rowLower.count > SearchState.rowsWorthThrift
    }
    for point in [generousPoint(share: 1)] + (isLarge ? [] : [center]) {
      for finding in state.separation(at: point, reference: point, isExact: true) {
        for cut in finding.cuts {
          if let entry = state.master.entry(for: cut, block: finding.block) {
            state.pool.add(entry)
            state.counts.cuts += 1
          }
        }
      }
    }
  }

  // MARK: The relaxation

  /// Solves the relaxation on the first worker, and takes note of what it proves; on the second, the best design so far is made
  /// better meanwhile, where that is done at all.
  ///
  /// - Parameter rounds: solves with rows that the last one misses.
  /// - Returns: `nil` where the root ends with it.
  func relax(rounds: Int = 50) -> RelaxedMaster? {
    let (tolerances, limits) = (state.tolerances, state.limits)
    // Columns that are deferred after one solve and come back in the next take more steps there than they save.
    let patience: UInt8? = state.isLarge ? nil : 0
    let descent = evaluation.descentStart.map { ($0, evaluation.descent) }
    let results = state.session.workers.run(limits: limits) {
      worker, workspace -> (relaxed: RelaxedMaster?, stage: DecidedStage?) in
      if worker.number == 0 {
        let relaxed = worker.relaxation.map {
          RelaxedMaster(
            $0, addingRows: tolerances, limits: limits, rounds: rounds, patience: patience)
        }
        return (relaxed, nil)
      }
      return (
        nil,
        descent.flatMap {
          $0.1.run(from: $0.0, most: Self.stepsOfDescent, in: workspace)
        }
      )
    }
    descended = results.compactMap(\.stage).first
    if descended == nil { evaluation.descentStart = nil }
    return results.compactMap(\.relaxed).first.flatMap(noted)
  }

  private func noted(_ relaxed: RelaxedMaster) -> RelaxedMaster? {
    if relaxed.bound >= state.bound || state.recorder?.root == nil, let proof = relaxed.proof {
      state.recorder?.root = proof
    }
    switch relaxed.outcome {
    case .optimal:
      state.bound = max(state.bound, relaxed.bound)
      state.report(.relaxation)
      return relaxed
    case .infeasible:
      if relaxed.bound == .infinity {
        state.isInfeasible = true
      } else {
        state.counts.failures += 1
      }
      return nil
    case .beyondLimit, .unfinished:
      state.bound = max(state.bound, relaxed.bound)
      return nil
    case .failed:
      state.counts.failures += 1
      return nil
    }
  }

  /// Judges what ``StageDescent`` has found beside the relaxation.
  func evaluateDescended() {
    guard let stage = descended else { return }
    descended = nil
    evaluation.evaluateByBlocks(stage)
    state.report(.relaxation)
  }

  /// Share of everything that the first point to lean on has.
  private static let generosity = 0.6
  /// Simplex steps in which a design is made better beside a solve of the root.
  private static let stepsOfDescent = 12_000
}
