import Certificate
import GLPK
import Modeling
import NetworkDesign

extension DecompositionRun {
  /// Branch and bound over the whole numbers, both workers at work, until the gap is closed.
  ///
  /// The bound is the least of what is open, what was given up and what pruning allowed: never that of a finished tree alone.
  func searchTree() {
    guard let root else { return }
    var open: [TreeNode] = [.root(bound: root.bound, basis: root.basis, proof: root.proof)]
    var lost = Double.infinity
    var pseudoCosts = session.pseudoCosts(of: aim)
    defer { session.learnt[aim.needsCost] = pseudoCosts }
    var number = 0
    var round = 0
    defer { for node in open { close(node, node.proof) } }
    while !open.isEmpty, limits.stopReason == nil {
      tightenByReducedCosts()
      let cutoff = self.cutoff
      for node in open where node.bound >= cutoff { close(node, node.proof) }
      open.removeAll { $0.bound >= cutoff }
      if open.isEmpty { break }
      open.sort(by: TreeNode.isBetter)
      bound = max(bound, min(open[0].bound, lost, cutoff))
      report(.search)
      if isClosed { return }
      let results = explore(&open, cutoff, pseudoCosts, number)
      number += 1_000_000
      var leaves: [WorkerSearch.Leaf] = []
      for result in results {
        open += result.open
        leaves += result.leaves
        lost = min(lost, result.lostBound)
        counts.nodes += result.nodes
        counts.failures += result.failures
        for observation in result.observations { pseudoCosts.learn(observation) }
        for (node, proof) in result.closed { close(node, proof) }
      }
      for leaf in leaves {
        if judge(leaf) {
          open.append(leaf.node)
        } else {
          // No cut is left: the estimates are true within the tolerance, and nothing below is better than the node's bound.
          lost = min(lost, leaf.node.bound)
          close(leaf.node, leaf.node.proof)
        }
      }
      round += 1
      if round % Self.improvementEvery == 0, !isClosed, let sample = results.first?.sample {
        improve(around: sample, from: root.basis)
      }
      if leaves.isEmpty, round % Self.fractionalEvery == 0, let sample = results.first?.sample {
        let point = MasterPoint(sample, of: master)
        _ = keepCuts(separation(at: point, reference: point, isExact: false), violatedAt: sample)
      }
    }
    if limits.stopReason == nil {
      let end = min(lost, cutoff)
      if end.isFinite { bound = max(bound, end) } else if best == nil { isInfeasible = true }
    } else if let least = open.map(\.bound).min() {
      bound = max(bound, min(least, lost, cutoff))
    }
  }

  private func explore(
    _ open: inout [TreeNode], _ cutoff: Double, _ pseudoCosts: PseudoCosts, _ number: Int
  ) -> [WorkerSearch.Result] {
    // The best nodes, dealt out in turn; the rest waits.
    let dealt = Array(open.prefix(Workers.count * Self.nodesOfWorker))
    open.removeFirst(dealt.count)
    let tolerances = self.tolerances
    let (whole, lower, upper, limits) = (session.wholeColumns, rootLower, rootUpper, self.limits)
    return session.workers.run(limits: limits) { worker, _ in
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
    guard recorder != nil, let proof else { return }
    let changes = node.changes.map {
      ProofRecorder.Change(
        column: session.wholeColumns[$0.index], lower: $0.lower, upper: $0.upper)
    }
    recorder?.close(changes, proof)
  }

  /// Asks the recourse blocks what an integral point is worth: a better plan, cuts that forbid it, or both.
  ///
  /// - Returns: whether there are new cuts that the point violates.
  func judge(_ leaf: WorkerSearch.Leaf) -> Bool {
    let point = MasterPoint(leaf.point, of: master)
    let findings = separation(at: point, reference: point, isExact: true)
    let design = Design(rounding: leaf.point, at: session.wholeColumns)
    let candidate = candidate(design, leaf.point, point, findings)
    if let candidate {
      offer(candidate)
      keepBest()
    }
    return keepCuts(findings, violatedAt: leaf.point) > 0
  }

  /// Whole columns that cannot move far without passing the cutoff (reduced-cost fixing): where x_j rises from its lower bound,
  /// the root's bound rises by at least the lower end of its reduced cost for each unit.
  private func tightenByReducedCosts() {
    guard let root, best != nil else { return }
    let slack = cutoff - root.bound
    guard slack > 0, slack.isFinite else { return }
    for (index, column) in session.wholeColumns.enumerated() {
      let (rise, fall) = (root.reducedLower[index], root.reducedUpper[index])
      // Rounded outwards: slightly more slack keeps what lies on the edge.
      if rise > 0 {
        let most = (root.lower[index] + slack / rise * (1 + 1e-9) + 1e-6).rounded(.down)
        if most < rootUpper[index] {
          rootUpper[index] = max(rootLower[index], most)
          if let proof = root.proof {
            recorder?.fix(column: column, toAtMost: Int(rootUpper[index]), proof)
          }
        }
      } else if fall < 0 {
        let least = (root.upper[index] + slack / fall * (1 + 1e-9) - 1e-6).rounded(.up)
        if least > rootLower[index] {
          rootLower[index] = min(rootUpper[index], least)
          if let proof = root.proof {
            recorder?.fix(column: column, toAtLeast: Int(rootLower[index]), proof)
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
