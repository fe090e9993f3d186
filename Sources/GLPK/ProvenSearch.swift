public import Modeling

/// Branch and bound in which nothing is closed but by a proof: a safe dual bound, or multipliers that contradict the bounds.
///
/// GLPK's own tree cannot be checked node by node. This one is slower and says what can be trusted: it is run after the other,
/// to prove again what that has claimed. Every column needs finite bounds, or little is proven.
public struct ProvenSearch: Sendable {
  /// What was proved.
  public struct Outcome: Sendable {
    /// A lower bound of the objective; `.infinity` where it is proven that there is no point.
    public var bound: Double
    /// A point better than the target, if one was met on the way: the target was no bound then.
    public var point: [Double]?
    /// Nodes solved.
    public var nodes: Int
  }

  /// The mixed-integer program.
  public var program: LinearProgram
  /// Nodes that are proven to have nothing below it are closed; `.infinity` to find whether there is a point.
  public var target: Double
  /// Most nodes.
  public var mostNodes: Int
  /// When to stop; the bound of what is open then holds all the same.
  public var limits: SolveLimits

  /// Creates a search.
  public init(
    program: LinearProgram, target: Double, mostNodes: Int = .max, limits: SolveLimits
  ) {
    self.program = program
    self.target = target
    self.mostNodes = mostNodes
    self.limits = limits
  }

  /// Searches, on a thread of its own.
  ///
  /// - Throws: ``GLPKError/noThread`` where the system gives none.
  public func run() throws(GLPKError) -> Outcome {
    let pool = try SolverThreadPool(threads: 1)
    let kept = Kept()
    pool.run(1) { [self] _, workspace in
      workspace.limits = limits
      var tree = ProvenTree(program, target: target, mostNodes: mostNodes, in: workspace)
      kept.outcome = tree.search()
      tree.close()
    }
    return kept.outcome
  }

  /// What the thread leaves; read after it has ended.
  private final class Kept: @unchecked Sendable {
    var outcome = Outcome(bound: -.infinity, point: nil, nodes: 0)
  }
}

/// The tree of a ``ProvenSearch``, on the thread of its workspace.
private struct ProvenTree {
  private struct Node {
    var lower: [Double]
    var upper: [Double]
    /// Proven, the parent's.
    var bound: Double
    var basis: WarmProgram.Basis?
    /// The branching it came from: index among the whole columns, and how far the value was moved.
    var branching: (index: Int, isUp: Bool, distance: Double)?
  }

  private let warm: WarmProgram
  private let target: Double
  private let mostNodes: Int
  private let workspace: SolverWorkspace
  private let whole: [Int]
  private var open: [Node]
  /// Least bound of what was given up.
  private var lost = Double.infinity
  private var best: (value: Double, point: [Double])?
  private var nodes = 0
  /// Rise of the bound for each unit down and up, by whole column: sum and count.
  private var rises: [[(sum: Double, count: Double)]]

  init(
    _ program: LinearProgram, target: Double, mostNodes: Int, in workspace: SolverWorkspace
  ) {
    self.mostNodes = mostNodes
    warm = WarmProgram(program, in: workspace, tolerance: 1e-9)
    self.target = target
    self.workspace = workspace
    whole = program.columns.indices.filter { program.columns[$0].isInteger }
    rises = whole.map { _ in [(0, 0), (0, 0)] }
    open = [
      Node(
        lower: whole.map { program.columns[$0].lower },
        upper: whole.map { program.columns[$0].upper },
        bound: -.infinity, basis: nil)
    ]
  }

  func close() { warm.close() }

  /// What a point has to be better than.
  private var cutoff: Double { min(target, best?.value ?? .infinity) }

  mutating func search() -> ProvenSearch.Outcome {
    roundAtRoot()
    while workspace.limits.stopReason == nil, nodes < mostNodes {
      guard let index = open.indices.min(by: { open[$0].bound < open[$1].bound }) else { break }
      let node = open.remove(at: index)
      if node.bound >= cutoff { continue }
      dive(from: node)
    }
    let least = open.map(\.bound).min() ?? .infinity
    return ProvenSearch.Outcome(
      bound: min(least, lost, cutoff), point: best?.point, nodes: nodes)
  }

  /// Rounding cuts hold in the whole tree.
  private mutating func roundAtRoot() {
    for _ in 0..<Self.roundings {
      guard workspace.limits.stopReason == nil, warm.solve() == .optimal else { return }
      var separator = RoundingSeparator(warm.scaledProgram, at: warm.scaledPoint())
      let limits = workspace.limits
      let cuts = separator.cuts(most: Self.cutsOfRound) { limits.stopReason != nil }
      if cuts.isEmpty { return }
      warm.append(cuts.map { warm.naturalRow($0.columns, $0.coefficients, to: $0.upper) })
    }
  }

  private mutating func dive(from start: Node) {
    var current: Node? = start
    if let basis = start.basis { warm.restore(basis) }
    while let node = current {
      current = nil
      if workspace.limits.stopReason != nil || nodes >= mostNodes {
        open.append(node)
        return
      }
      for (index, column) in whole.enumerated() {
        warm.setBounds(ofColumn: column, from: node.lower[index], to: node.upper[index])
      }
      nodes += 1
      guard let bound = solve(node) else { continue }
      if bound >= cutoff { continue }
      let point = warm.point()
      guard let index = branchingIndex(point) else {
        // Whole: nothing below is better than its bound.
        lost = min(lost, bound)
        let value = warm.objective
        if value < best?.value ?? .infinity { best = (value, point) }
        continue
      }
      let (near, far) = children(of: node, index, point[whole[index]], bound)
      open.append(far)
      current = near
    }
  }

  /// The proven bound of a node; `nil` where it is closed or given up.
  private mutating func solve(_ node: Node) -> Double? {
    let limit = cutoff.isFinite ? cutoff + Self.margin * abs(cutoff) : nil
    for objectiveLimit in limit.map({ [$0, nil] }) ?? [nil] {
      switch warm.solve(objectiveLimit: objectiveLimit) {
      case .infeasible:
        learn(node, cutoff)
        if warm.infeasibilityProof() == nil { lost = min(lost, node.bound) }
        return nil
      case .beyondLimit:
        if warm.proof().bound >= cutoff {
          learn(node, cutoff)
          return nil
        }
      case .optimal:
        let bound = max(node.bound, warm.proof().bound)
        learn(node, bound)
        return bound
      case .unfinished, .failed:
        lost = min(lost, max(node.bound, warm.proof().bound))
        return nil
      }
    }
    lost = min(lost, node.bound)
    return nil
  }

  private mutating func learn(_ node: Node, _ bound: Double) {
    guard let branching = node.branching, bound.isFinite, node.bound.isFinite else { return }
    let side = branching.isUp ? 1 : 0
    rises[branching.index][side].sum +=
      max(0, bound - node.bound) / max(branching.distance, 1e-3)
    rises[branching.index][side].count += 1
  }

  /// The fractional column that promises most, by the product of what both sides are expected to raise.
  private func branchingIndex(_ point: [Double]) -> Int? {
    let total = rises.joined().reduce((sum: 0.0, count: 0.0)) {
      ($0.sum + $1.sum, $0.count + $1.count)
    }
    let mean = total.count > 0 ? total.sum / total.count : 1
    func rise(_ index: Int, _ side: Int) -> Double {
      (rises[index][side].sum + mean) / (rises[index][side].count + 1)
    }
    var best: (index: Int, score: Double)?
    for (index, column) in whole.enumerated() {
      let value = point[column]
      if abs(value - value.rounded()) <= Self.integrality { continue }
      let part = value - value.rounded(.down)
      let score = max(rise(index, 0) * part, 1e-9) * max(rise(index, 1) * (1 - part), 1e-9)
      if score > best?.score ?? -1 { best = (index, score) }
    }
    return best?.index
  }

  private func children(of node: Node, _ index: Int, _ value: Double, _ bound: Double)
    -> (near: Node, far: Node)
  {
    let below = value.rounded(.down)
    let basis = warm.basis()
    var down = Node(
      lower: node.lower, upper: node.upper, bound: bound, basis: basis,
      branching: (index, false, value - below))
    var up = down
    down.upper[index] = below
    up.lower[index] = below + 1
    up.branching = (index, true, below + 1 - value)
    return value - below > 0.4 ? (up, down) : (down, up)
  }

  private static let roundings = 8
  private static let cutsOfRound = 20
  private static let integrality = 1e-7
  private static let margin = 1e-9
}
