import Certificate
import GLPK
import Modeling
import NetworkDesign

/// The nodes of a tree that are open, and what is known of those that were given up.
///
/// The best of them are dealt out to both workers, round by round; between rounds it belongs to whoever searches the tree.
struct OpenNodes {
  private(set) var nodes: [TreeNode]
  /// What branching has taught.
  private(set) var pseudoCosts: PseudoCosts
  /// Least bound of the nodes that were given up.
  private var lost = Double.infinity
  private var number = 0

  /// What a round brought.
  struct Round {
    /// Integral points, whose true value the recourse blocks must tell.
    var leaves: [WorkerSearch.Leaf] = []
    /// Nodes that were done with, where that is recorded.
    var closed: [(node: TreeNode, proof: ProofMultipliers)] = []
    /// The first fractional point of the first worker.
    var sample: [Double]?
    var nodes = 0
    var failures = 0
  }

  init(root: TreeNode, pseudoCosts: PseudoCosts) {
    nodes = [root]
    self.pseudoCosts = pseudoCosts
  }

  var isEmpty: Bool { nodes.isEmpty }

  /// Takes out what nothing of interest lies below.
  ///
  /// - Returns: it.
  mutating func prune(at cutoff: Double) -> [TreeNode] {
    let pruned = nodes.filter { $0.bound >= cutoff }
    nodes.removeAll { $0.bound >= cutoff }
    return pruned
  }

  /// What is proved while nodes are open: the least of their bounds, of those that were given up, and of the cutoff at which others
  /// were closed.
  func bound(cutoff: Double) -> Double {
    min(nodes.reduce(.infinity) { min($0, $1.bound) }, lost, cutoff)
  }

  /// A round of both workers from the best nodes; the rest waits.
  mutating func explore(
    _ box: WorkerSearch.Box, in workers: Workers, limits: SolveLimits
  ) -> Round {
    // Once a round: in trees of thousands of nodes, scans and sorts of nodes take less than a thousandth of the time.
    nodes.sort(by: TreeNode.isBetter)
    let dealt = Array(nodes.prefix(Workers.count * Self.nodesOfWorker))
    nodes.removeFirst(dealt.count)
    let (pseudoCosts, first) = (pseudoCosts, number)
    let results = workers.run(limits: limits) { worker, _ in
      let mine = dealt.indices.filter { $0 % Workers.count == worker.number }.map { dealt[$0] }
      guard let relaxation = worker.relaxation else { return WorkerSearch.Result(open: mine) }
      var search = WorkerSearch(
        relaxation: relaxation, box: box, pseudoCosts: pseudoCosts, budget: Self.budget,
        limits: limits, firstNumber: first + worker.number * Self.numbersOfWorker)
      return search.run(mine)
    }
    number += Workers.count * Self.numbersOfWorker
    var round = Round(sample: results.first?.sample)
    for result in results {
      nodes += result.open
      round.leaves += result.leaves
      lost = min(lost, result.lostBound)
      round.nodes += result.nodes
      round.failures += result.failures
      for observation in result.observations { self.pseudoCosts.learn(observation) }
      round.closed += result.closed
    }
    return round
  }

  /// Takes a leaf back, since there are new cuts that its point violates.
  mutating func reopen(_ leaf: WorkerSearch.Leaf) { nodes.append(leaf.node) }

  /// Gives a leaf up of which no cut is left: the estimates are true within the tolerance, and nothing below is better than the
  /// node's bound.
  mutating func giveUp(_ leaf: WorkerSearch.Leaf) { lost = min(lost, leaf.node.bound) }

  private static let nodesOfWorker = 8
  private static let numbersOfWorker = 500_000
  /// Simplex steps of a worker between two exchanges.
  private static let budget = 3_000
}
