/// The greatest flow between two nodes of a graph with capacities, and the narrowest cut before it (Dinic 1970).
///
/// Numbers are floating-point: what is left of an arc below a billionth of the greatest capacity counts as nothing.
struct MaximumFlow {
  private struct Arc {
    var head: Int
    var left: Double
  }

  /// An arc and its reverse stand beside one another.
  private var arcs: [Arc] = []
  private var arcsOfNode: [[Int]] = []
  private var levels: [Int] = []
  private var next: [Int] = []
  private var nothing = 0.0

  /// Adds a node.
  mutating func addNode() -> Int {
    arcsOfNode.append([])
    return arcsOfNode.count - 1
  }

  /// Adds an arc.
  mutating func addArc(from tail: Int, to head: Int, capacity: Double) {
    arcsOfNode[tail].append(arcs.count)
    arcs.append(Arc(head: head, left: capacity))
    arcsOfNode[head].append(arcs.count)
    arcs.append(Arc(head: tail, left: 0))
  }

  /// Sends as much as the arcs carry, at most `most`; to be called once.
  ///
  /// - Returns: how much was sent, and whether each node can still be reached from the source.
  mutating func send(
    from source: Int, to sink: Int, most: Double
  ) -> (amount: Double, isReached: [Bool]) {
    nothing = 1e-9 * max(arcs.reduce(0) { max($0, $1.left) }, 1e-300)
    var sent = 0.0
    while sent < most {
      level(from: source)
      if levels[sink] < 0 { break }
      next = Array(repeating: 0, count: arcsOfNode.count)
      while sent < most {
        let amount = advance(from: source, to: sink, most: most - sent)
        if amount <= 0 { break }
        sent += amount
      }
    }
    level(from: source)
    return (sent, levels.map { $0 >= 0 })
  }

  /// Numbers nodes by how many arcs away they are.
  private mutating func level(from source: Int) {
    levels = Array(repeating: -1, count: arcsOfNode.count)
    levels[source] = 0
    var queue = [source]
    var index = 0
    while index < queue.count {
      let node = queue[index]
      index += 1
      for arc in arcsOfNode[node] where arcs[arc].left > nothing && levels[arcs[arc].head] < 0 {
        levels[arcs[arc].head] = levels[node] + 1
        queue.append(arcs[arc].head)
      }
    }
  }

  /// Sends along one shortest path.
  private mutating func advance(from node: Int, to sink: Int, most: Double) -> Double {
    if node == sink { return most }
    while next[node] < arcsOfNode[node].count {
      let arc = arcsOfNode[node][next[node]]
      let head = arcs[arc].head
      if arcs[arc].left > nothing, levels[head] == levels[node] + 1 {
        let amount = advance(from: head, to: sink, most: min(most, arcs[arc].left))
        if amount > 0 {
          arcs[arc].left -= amount
          arcs[arc ^ 1].left += amount
          return amount
        }
      }
      next[node] += 1
    }
    return 0
  }
}
