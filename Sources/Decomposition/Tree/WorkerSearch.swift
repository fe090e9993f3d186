import Certificate
import GLPK
import Modeling
import NetworkDesign

/// A worker's share of a round of the tree: it dives from its nodes until its budget is spent.
struct WorkerSearch {
  /// The part of a tree that is searched, and how exactly.
  struct Box: Sendable {
    /// The columns that are whole.
    var wholeColumns: [Int]
    /// Their bounds, in the same order.
    var lower: [Double]
    var upper: [Double]
    var tolerances: RowTolerances
    /// Objective above which a node is closed.
    var cutoff: Double
  }

  let relaxation: MasterRelaxation
  let box: Box
  var pseudoCosts: PseudoCosts
  /// Simplex steps of this round.
  let budget: Int
  let limits: SolveLimits
  /// Whether branching may cost trials; a heuristic search has no time for them.
  private(set) var triesColumns = true

  /// What a round brought.
  struct Result: Sendable {
    var open: [TreeNode] = []
    /// Integral points, whose true value the recourse blocks must tell.
    var leaves: [Leaf] = []
    /// Least bound of the nodes that were given up unsolved.
    var lostBound = Double.infinity
    var nodes = 0
    var failures = 0
    var observations: [PseudoCosts.Observation] = []
    /// The first fractional point of the round.
    var sample: [Double]?
    /// Nodes that were done with, where that is recorded.
    var closed: [(node: TreeNode, proof: ProofMultipliers)] = []
  }

  struct Leaf: Sendable {
    var node: TreeNode
    var point: [Double]
    var objective: Double
  }

  var result = Result()
  var spent = 0
  private var nextNumber: Int

  init(
    relaxation: MasterRelaxation, box: Box, pseudoCosts: PseudoCosts, budget: Int,
    limits: SolveLimits, firstNumber: Int
  ) {
    self.relaxation = relaxation
    self.box = box
    self.pseudoCosts = pseudoCosts
    self.budget = budget
    self.limits = limits
    nextNumber = firstNumber
  }

  /// Searches a small tree: a neighbourhood, from a basis.
  static func neighbourhood(
    _ box: Box, of relaxation: MasterRelaxation, from basis: MasterBasis?, limits: SolveLimits
  ) -> Result {
    var search = WorkerSearch(
      relaxation: relaxation, box: box, pseudoCosts: PseudoCosts(count: box.wholeColumns.count),
      budget: budgetOfNeighbourhood, limits: limits, firstNumber: 0)
    search.triesColumns = false
    return search.run([.root(bound: -.infinity, basis: basis)])
  }

  var wholeColumns: [Int] { box.wholeColumns }
  var cutoff: Double { box.cutoff }

  mutating func run(_ nodes: [TreeNode]) -> Result {
    var open = nodes
    while !open.isEmpty, spent < budget, limits.stopReason == nil {
      guard let next = open.indices.min(by: { TreeNode.isBetter(open[$0], open[$1]) }) else {
        break
      }
      let node = open.remove(at: next)
      if node.bound >= cutoff {
        close(node, node.proof)
        continue
      }
      open += dive(from: node)
    }
    for node in open {
      if node.bound < cutoff { result.open.append(node) } else { close(node, node.proof) }
    }
    return result
  }

  /// Goes down from a node, always into the more promising child.
  ///
  /// - Returns: the nodes it left open.
  private mutating func dive(from start: TreeNode) -> [TreeNode] {
    var open: [TreeNode] = []
    var current: TreeNode? = start
    if let basis = start.basis { relaxation.restore(basis) }
    while let node = current {
      current = nil
      if limits.stopReason != nil || spent >= 2 * budget {
        open.append(node)
        break
      }
      apply(node)
      let before = relaxation.iterations
      let (outcome, proven) = solve()
      spent += relaxation.iterations - before + Self.overhead
      result.nodes += 1
      let objective = max(proven, node.bound)
      let proof = proven > node.bound ? relaxation.recorded : node.proof
      switch outcome {
      case .infeasible, .beyondLimit:
        close(node, proof)
        learn(node, rise: max(0, cutoff - node.bound), isClosed: true)
      case .failed:
        result.failures += 1
        // Nothing is known but what its parent proved.
        result.lostBound = min(result.lostBound, objective)
        close(node, proof)
      case .unfinished: open.append(node)
      case .optimal:
        learn(node, rise: max(0, relaxation.objective - node.bound), isClosed: false)
        if objective >= cutoff {
          close(node, proof)
          continue
        }
        guard let index = branchingIndex(objective) else {
          result.leaves.append(
            Leaf(
              node: node.updated(bound: objective, basis: relaxation.snapshot(), proof: proof),
              point: relaxation.point, objective: relaxation.objective))
          continue
        }
        if result.sample == nil { result.sample = relaxation.point }
        let (near, far) = children(of: node, index, objective, proof)
        open.append(far)
        current = near
        if result.nodes % 16 == 0 {
          relaxation.purge(patience: 20)
          relaxation.deferIdle(patience: 3)
        }
      }
    }
    return open
  }

  /// Solves the node that has been applied, and what that proves: a node is closed by a proof and not by the solver's word.
  private func solve() -> (outcome: WarmProgram.Outcome, proven: Double) {
    // The solver stops as soon as it passes its limit; a little later it has passed the cutoff by more than rounding.
    let limit = cutoff.isFinite ? cutoff + Self.margin * abs(cutoff) : nil
    for objectiveLimit in limit.map({ [$0, nil] }) ?? [nil] {
      let outcome = relaxation.solve(
        addingRows: box.tolerances, seconds: limits.secondsLeft, objectiveLimit: objectiveLimit)
      switch outcome {
      case .infeasible:
        let isProven = relaxation.infeasibilityProof() != nil
        return isProven ? (.infeasible, .infinity) : (.failed, -.infinity)
      case .beyondLimit:
        let proven = relaxation.proof(reaching: cutoff).bound
        if proven >= cutoff { return (.beyondLimit, proven) }
      case .optimal: return (outcome, relaxation.proof(reaching: cutoff).bound)
      case .unfinished: return (outcome, relaxation.proof().bound)
      case .failed: return (.failed, -.infinity)
      }
    }
    return (.failed, -.infinity)
  }

  private func apply(_ node: TreeNode) {
    var (lower, upper) = (box.lower, box.upper)
    for change in node.changes {
      lower[change.index] = max(lower[change.index], change.lower)
      upper[change.index] = min(upper[change.index], change.upper)
    }
    relaxation.setBounds(ofColumns: wholeColumns, from: lower, to: upper)
  }

  private mutating func learn(_ node: TreeNode, rise: Double, isClosed: Bool) {
    guard let branching = node.branching, rise.isFinite, node.bound.isFinite else { return }
    let observation = PseudoCosts.Observation(
      index: branching.index, isUp: branching.isUp, rise: rise / max(branching.distance, 1e-3))
    // A node that was cut off says only that the rise is at least this; it counts all the same.
    pseudoCosts.learn(observation)
    result.observations.append(observation)
  }

  /// A node is done with; it goes into the certificate where there is to be one.
  private mutating func close(_ node: TreeNode, _ proof: ProofMultipliers?) {
    if let proof { result.closed.append((node, proof)) }
  }

  private mutating func children(
    of node: TreeNode, _ index: Int, _ objective: Double, _ proof: ProofMultipliers?
  ) -> (near: TreeNode, far: TreeNode) {
    let value = relaxation.point[wholeColumns[index]]
    let below = value.rounded(.down)
    let basis = relaxation.snapshot()
    func child(isUp: Bool) -> TreeNode {
      var changes = node.changes.filter { $0.index != index }
      var change = TreeNode.Change(index: index, lower: -.infinity, upper: .infinity)
      if let old = node.changes.first(where: { $0.index == index }) { change = old }
      if isUp { change.lower = below + 1 } else { change.upper = below }
      changes.append(change)
      nextNumber += 1
      return TreeNode(
        changes: changes, bound: objective, depth: node.depth + 1, basis: basis,
        branching: .init(
          index: index, isUp: isUp, distance: isUp ? below + 1 - value : value - below),
        proof: proof, number: nextNumber)
    }
    let down = child(isUp: false)
    let up = child(isUp: true)
    // Up closes gaps of capacity, and a plan is found sooner there.
    return value - below > 0.4 ? (up, down) : (down, up)
  }

  /// Simplex steps of a neighbourhood.
  private static let budgetOfNeighbourhood = 1_500
  /// Share of the cutoff by which a solve goes on beyond it.
  private static let margin = 1e-9
  static let integrality = 1e-6
  /// Simplex steps that a node's factorisation and bookkeeping are worth.
  static let overhead = 30
}
