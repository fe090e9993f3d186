/// Which rows of a pool a master has just now, in its order after its own.
struct ActiveRows {
  /// By pool index.
  private(set) var indices: [Int] = []
  private(set) var isActive: [Bool] = []
  /// For how many solves a row has not bound.
  private var idle: [Int] = []

  /// Takes note of how many rows the pool has now.
  mutating func grow(to count: Int) {
    let missing = count - isActive.count
    if missing > 0 {
      isActive += [Bool](repeating: false, count: missing)
      idle += [Int](repeating: 0, count: missing)
    }
  }

  /// Appends rows that are not active yet.
  mutating func append(_ fresh: [Int]) {
    for index in fresh {
      isActive[index] = true
      idle[index] = 0
    }
    indices += fresh
  }

  /// Takes rows out by position.
  mutating func drop(_ positions: [Int]) {
    let gone = Set(positions)
    for position in positions { isActive[indices[position]] = false }
    indices = indices.enumerated().filter { !gone.contains($0.offset) }.map(\.element)
  }

  /// Counts a solve.
  ///
  /// - Parameters:
  ///   - binds: whether a row binds, by position.
  ///   - patience: solves that a row may lie idle.
  /// - Returns: the positions of rows that have lain idle for longer.
  mutating func note(binds: (Int) -> Bool, patience: Int) -> [Int] {
    var idlers: [Int] = []
    for (position, index) in indices.enumerated() {
      idle[index] = binds(position) ? 0 : idle[index] + 1
      if idle[index] > patience { idlers.append(position) }
    }
    return idlers
  }
}
