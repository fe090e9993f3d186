/// Finds a tree in the boxes of closed nodes.
///
/// A part of the choices that a box covers is a leaf. Any other is split at a bound of one of its boxes: at one that no box
/// straddles where there is one, and the first branching of the search always is. What straddles goes to both parts, for
/// what holds in a box holds in a part of it; what no box covers gets the multipliers of the root.
struct TreeAssembly {
  private(set) var tree: [BoundCertificate.Node] = []
  /// Columns of the master that are split, in the order in which they were met.
  private(set) var columns: [Int] = []
  private var indices: [Int: Int] = [:]

  private struct Box {
    var ranges: [Int: WholeRange]
    var multipliers: Int
  }

  private struct Part {
    var ranges: [Int: WholeRange]
    var boxes: [Box]
  }

  /// - Parameters:
  ///   - recorder: what was recorded.
  ///   - index: the index that multipliers get in the claim.
  ///   - remainder: the index of the multipliers for what no node covers.
  ///   - range: what a whole column may be at the root.
  init(
    _ recorder: ProofRecorder, index: (ProofMultipliers) -> Int, remainder: Int,
    range: (Int) -> WholeRange
  ) {
    var ranges: [Int: WholeRange] = [:]
    // The parts that fixing has closed come first, one inside of the other.
    var tail: [BoundCertificate.Node] = []
    for fixing in recorder.fixings {
      let old = ranges[fixing.column] ?? range(fixing.column)
      let kept =
        fixing.isBelow
        ? WholeRange(lower: max(old.lower, fixing.value + 1), upper: old.upper)
        : WholeRange(lower: old.lower, upper: min(old.upper, fixing.value))
      if kept == old { continue }
      ranges[fixing.column] = kept
      let leaf = BoundCertificate.Node.leaf(index(fixing.multipliers))
      tree.append(.split(column: column(fixing.column), value: fixing.value))
      if fixing.isBelow { tree.append(leaf) } else { tail.append(leaf) }
    }
    let boxes = recorder.nodes.map { node in
      Box(
        ranges: Dictionary(
          node.changes.map { ($0.column, WholeRange($0, in: range($0.column))) },
          uniquingKeysWith: { first, _ in first }),
        multipliers: index(node.multipliers))
    }
    var stack = [Part(ranges: ranges, boxes: boxes)]
    while let part = stack.popLast() {
      if let box = part.boxes.first(where: { covers($0, part, range) }) {
        tree.append(.leaf(box.multipliers))
      } else if let split = split(of: part, range) {
        tree.append(.split(column: column(split.column), value: split.value))
        let old = part.ranges[split.column] ?? range(split.column)
        var (below, above) = (part, part)
        below.ranges[split.column] = WholeRange(lower: old.lower, upper: split.value)
        above.ranges[split.column] = WholeRange(lower: split.value + 1, upper: old.upper)
        below.boxes.removeAll { ($0.ranges[split.column]?.lower ?? .min) > split.value }
        above.boxes.removeAll { ($0.ranges[split.column]?.upper ?? .max) <= split.value }
        stack += [above, below]
      } else {
        tree.append(.leaf(remainder))
      }
    }
    tree += tail.reversed()
  }

  private mutating func column(_ index: Int) -> Int {
    if let known = indices[index] { return known }
    indices[index] = columns.count
    columns.append(index)
    return columns.count - 1
  }

  private func covers(_ box: Box, _ part: Part, _ range: (Int) -> WholeRange) -> Bool {
    box.ranges.allSatisfy { column, wanted in
      let present = part.ranges[column] ?? range(column)
      return wanted.lower <= present.lower && present.upper <= wanted.upper
    }
  }

  private struct Split: Hashable {
    var column: Int
    var value: Int
  }

  /// Where a part is split; `nil` where none of its boxes has a bound inside of it.
  private func split(of part: Part, _ range: (Int) -> WholeRange) -> Split? {
    var counts: [Split: Int] = [:]
    for box in part.boxes {
      for (column, wanted) in box.ranges {
        let present = part.ranges[column] ?? range(column)
        for value in [wanted.lower - 1, wanted.upper]
        where present.lower <= value && value < present.upper {
          counts[Split(column: column, value: value), default: 0] += 1
        }
      }
    }
    // The first branching is a bound of many boxes.
    let candidates = counts.sorted {
      ($1.value, $0.key.column, $0.key.value) < ($0.value, $1.key.column, $1.key.value)
    }
    var best: (split: Split, straddling: Int)?
    for (split, _) in candidates.prefix(Self.mostTried) {
      let straddling = part.boxes.count { box in
        guard let wanted = box.ranges[split.column] else { return true }
        return wanted.lower <= split.value && split.value < wanted.upper
      }
      if straddling < best?.straddling ?? .max { best = (split, straddling) }
      if straddling == 0 { break }
    }
    return best?.split
  }

  private static let mostTried = 100
}

extension WholeRange {
  /// The range that a change leaves a column.
  init(_ change: ProofRecorder.Change, in root: WholeRange) {
    lower = change.lower.isFinite ? max(root.lower, Int(change.lower)) : root.lower
    upper = change.upper.isFinite ? min(root.upper, Int(change.upper)) : root.upper
  }
}
