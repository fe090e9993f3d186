/// Follows marked goods through nodes in which all goods are mixed: what leaves a node has the marked share of what
/// enters it or is made in it.
struct ProportionalMixing {
  private var made: [Int: (all: Double, marked: Double)] = [:]
  private var moves: [(from: Int, to: Int, quantity: Double)] = []

  /// Goods that are made at a node.
  mutating func make(_ quantity: Double, at node: Int, isMarked: Bool) {
    let sum = made[node] ?? (0, 0)
    made[node] = (sum.all + quantity, sum.marked + (isMarked ? quantity : 0))
  }

  /// Goods that move between nodes.
  mutating func move(_ quantity: Double, from: Int, to: Int) { moves.append((from, to, quantity)) }

  /// The marked share of every node that goods are made in or move to.
  ///
  /// The system says of each node: what enters and is made there, times the share, less what comes from others times
  /// theirs, is the marked part of what is made there. Its diagonal dominates, so elimination needs no pivots. Goods that go in a
  /// circle and were never made leave a pivot of 0; their share is 0.
  func shares() -> [Int: Double] {
    // Most products of a country are made all in micro-factories or none; that needs no system.
    if made.values.allSatisfy({ $0.marked == 0 }) { return [:] }
    let nodes = Set(made.keys).union(moves.flatMap { [$0.from, $0.to] }).sorted()
    let rows = Dictionary(uniqueKeysWithValues: zip(nodes, 0...))
    let count = nodes.count
    var matrix = [[Double]](repeating: [Double](repeating: 0, count: count + 1), count: count)
    for (node, sum) in made {
      guard let row = rows[node] else { continue }
      matrix[row][row] += sum.all
      matrix[row][count] += sum.marked
    }
    for move in moves {
      guard let row = rows[move.to], let column = rows[move.from] else { continue }
      matrix[row][row] += move.quantity
      matrix[row][column] -= move.quantity
    }
    let diagonal = (0..<count).map { matrix[$0][$0] }
    func isNothing(_ pivot: Int) -> Bool { matrix[pivot][pivot] <= diagonal[pivot] * 1e-14 }

    for pivot in 0..<count where !isNothing(pivot) {
      for row in (pivot + 1)..<max(count, pivot + 1) where matrix[row][pivot] != 0 {
        let factor = matrix[row][pivot] / matrix[pivot][pivot]
        for column in pivot...count { matrix[row][column] -= factor * matrix[pivot][column] }
      }
    }
    var shares = [Double](repeating: 0, count: count)
    for row in (0..<count).reversed() where !isNothing(row) {
      var rest = matrix[row][count]
      for column in (row + 1)..<max(count, row + 1) { rest -= matrix[row][column] * shares[column] }
      // Rounding must not make more than all or less than nothing of it.
      shares[row] = min(1, max(0, rest / matrix[row][row]))
    }
    return Dictionary(uniqueKeysWithValues: zip(nodes, shares))
  }
}
