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
    var open: [TreeNode] = [.root(bound: root.bound, basis: root.basis, proof: root.proof)]
    var lost = Double.infinity
    let session = state.session
    var pseudoCosts = session.pseudoCosts(of: state.aim)
    defer { session.learnt[state.aim.needsCost] = pseudoCosts }
    var number = 0
    var round = 0
    defer { for node in open { close(node, node.proof) } }
    while !open.isEmpty, state.limits.stopReason == nil {
      tightenByReducedCosts()
      let cutoff = state.cutoff
      for node in open where node.bound >= cutoff { close(node, node.proof) }
      open.removeAll { $0.bound >= cutoff }
      if open.isEmpty { break }
      // Once a round: in trees of thousands of nodes, scans and sorts of nodes take less than a thousandth of the time.
      open.sort(by: TreeNode.isBetter)
      state.bound = max(state.bound, min(open[0].bound, lost, cutoff))
      state.report(.search)
      if state.isClosed { return }
      let results = explore(&open, cutoff, pseudoCosts, number)
      number += 1_000_000
      var leaves: [WorkerSearch.Leaf] = []
      for result in results {
        open += result.open
        leaves += result.leaves
        lost = min(lost, result.lostBound)
        state.counts.nodes += result.nodes
        state.counts.failures += result.failures
        for observation in result.observations { pseudoCosts.learn(observation) }
        for (node, proof) in result.closed { close(node, proof) }
      }
      for leaf in leaves {
        if evaluation.judge(leaf) {
          open.append(leaf.node)
        } else {
          // No cut is left: the estimates are true within the tolerance, and nothing below is better than the node's bound.
          lost = min(lost, leaf.node.bound)
          close(leaf.node, leaf.node.proof)
        }
      }
      round += 1
      if round % Self.improvementEvery == 0, !state.isClosed, let sample = results.first?.sample {
        neighbourhoods.improve(around: sample, from: root.basis)
      }
      if leaves.isEmpty, round % Self.fractionalEvery == 0, let sample = results.first?.sample {
        let point = MasterPoint(sample, of: state.master)
        _ = state.keepCuts(
          state.separation(at: point, reference: point, isExact: false), violatedAt: sample)
      }
    }
    if state.limits.stopReason == nil {
      let end = min(lost, state.cutoff)
      if end.isFinite {
        state.bound = max(state.bound, end)
      } else if state.best == nil {
        state.isInfeasible = true
      }
    } else if let least = open.map(\.bound).min() {
      state.bound = max(state.bound, min(least, lost, state.cutoff))
    }
  }

  private func explore(
    _ open: inout [TreeNode], _ cutoff: Double, _ pseudoCosts: PseudoCosts, _ number: Int
  ) -> [WorkerSearch.Result] {
    // The best nodes, dealt out in turn; the rest waits.
    let dealt = Array(open.prefix(Workers.count * Self.nodesOfWorker))
    open.removeFirst(dealt.count)
    let (whole, tolerances, limits) = (state.session.wholeColumns, state.tolerances, state.limits)
    let (lower, upper) = (state.rootLower, state.rootUpper)
    return state.session.workers.run(limits: limits) { worker, _ in
      let mine = dealt.indices.filter { $0 % Workers.count == worker.number }.map { dealt[$0] }
      guard let relaxation = worker.relaxation else { return WorkerSearch.Result(open: mine) }
      var search = WorkerSearch(
        relaxation: relaxation, wholeColumns: whole, rootLower: lower, rootUpper: upper,
        tolerances: tolerances, cutoff: cutoff, pseudoCosts: pseudoCosts, budget: Self.budget,
        limits: limits, firstNumber: number + worker.number * 500_000)
      return search.run(mine)
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

  private static let nodesOfWorker = 8
  /// Simplex steps of a worker between two exchanges.
  private static let budget = 3_000
  private static let fractionalEvery = 4
  private static let improvementEvery = 4
}
