import Certificate
import GLPK
import Modeling
import NetworkDesign

/// Branch and bound over the whole numbers, both workers at work, until the gap is closed.
struct TreeSearch {
  let state: SearchState
  let evaluation: DesignEvaluation
  let neighbourhoods: NeighbourhoodSearch

  init(
    _ state: SearchState, _ evaluation: DesignEvaluation, _ neighbourhoods: NeighbourhoodSearch
  ) {
    self.state = state
    self.evaluation = evaluation
    self.neighbourhoods = neighbourhoods
  }

  /// From the root's relaxation to the end.
  ///
  /// The bound is the least of what is open, what was given up and what pruning allowed: never that of a finished tree alone.
  func search() {
    guard let root = state.root else { return }
    let session = state.session
    var open = OpenNodes(
      root: .root(bound: root.bound, basis: root.basis, proof: root.proof),
      pseudoCosts: session.pseudoCosts(of: state.aim))
    defer { session.learnt[state.aim.needsCost] = open.pseudoCosts }
    defer { for node in open.nodes { close(node, node.proof) } }
    var round = 0
    while !open.isEmpty, state.limits.stopReason == nil {
      tightenByReducedCosts()
      let cutoff = state.cutoff
      for node in open.prune(at: cutoff) { close(node, node.proof) }
      if open.isEmpty { break }
      state.bound = max(state.bound, open.bound(cutoff: cutoff))
      state.report(.search)
      if state.isClosed { return }
      let found = open.explore(
        WorkerSearch.Box(
          wholeColumns: session.wholeColumns, lower: state.rootLower, upper: state.rootUpper,
          tolerances: state.tolerances, cutoff: cutoff),
        in: session.workers, limits: state.limits)
      state.counts.nodes += found.nodes
      state.counts.failures += found.failures
      for (node, proof) in found.closed { close(node, proof) }
      for leaf in found.leaves {
        if evaluation.judge(leaf) {
          open.reopen(leaf)
        } else {
          open.giveUp(leaf)
          close(leaf.node, leaf.node.proof)
        }
      }
      round += 1
      guard round % Self.samplesEvery == 0, let sample = found.sample else { continue }
      if !state.isClosed { neighbourhoods.improve(around: sample, from: root.basis) }
      if found.leaves.isEmpty {
        let point = MasterPoint(sample, of: state.master)
        _ = state.keepCuts(
          state.separation(at: point, reference: point, isExact: false), violatedAt: sample)
      }
    }
    let proved = open.bound(cutoff: state.cutoff)
    if proved.isFinite {
      state.bound = max(state.bound, proved)
    } else if state.limits.stopReason == nil, state.best == nil {
      state.isInfeasible = true
    }
  }

  /// Takes note of a node that is done with, where there is to be a certificate.
  private func close(_ node: TreeNode, _ proof: ProofMultipliers?) {
    guard state.recorder != nil, let proof else { return }
    let changes = node.changes.map {
      ProofRecorder.Change(
        column: state.session.wholeColumns[$0.index], lower: $0.lower, upper: $0.upper)
    }
    state.recorder?.close(changes, proof)
  }

  /// Whole columns that cannot move far without passing the cutoff (reduced-cost fixing): where x_j rises from its lower bound,
  /// the root's bound rises by at least the lower end of its reduced cost for each unit.
  private func tightenByReducedCosts() {
    guard let root = state.root, state.best != nil else { return }
    let slack = state.cutoff - root.bound
    guard slack > 0, slack.isFinite else { return }
    for (index, column) in state.session.wholeColumns.enumerated() {
      let (rise, fall) = (root.reducedLower[index], root.reducedUpper[index])
      // Rounded outwards: slightly more slack keeps what lies on the edge.
      if rise > 0 {
        let most = (root.lower[index] + slack / rise * (1 + 1e-9) + 1e-6).rounded(.down)
        if most < state.rootUpper[index] {
          state.rootUpper[index] = max(state.rootLower[index], most)
          if let proof = root.proof {
            state.recorder?.fix(column: column, toAtMost: Int(state.rootUpper[index]), proof)
          }
        }
      } else if fall < 0 {
        let least = (root.upper[index] + slack / fall * (1 + 1e-9) - 1e-6).rounded(.up)
        if least > state.rootLower[index] {
          state.rootLower[index] = min(state.rootUpper[index], least)
          if let proof = root.proof {
            state.recorder?.fix(column: column, toAtLeast: Int(state.rootLower[index]), proof)
          }
        }
      }
    }
  }

  /// Rounds after which a fractional point is searched around, and separated.
  private static let samplesEvery = 4
}
