import TestDatasets
import Testing

@testable import Certificate

/// A tree is found in the boxes of whatever branching.
@Suite struct RecorderTests {
  /// Boxes of a random branching over four columns from 0 to 3, each with multipliers of its own.
  private func boxes(_ seed: UInt64, dropping dropped: Int? = nil) -> ProofRecorder {
    var random = SplitMix64(seed: seed)
    var recorder = ProofRecorder()
    var open: [[Int: WholeRange]] = [[:]]
    var number = 0
    while let box = open.popLast() {
      let column = random.whole(0...3)
      let range = box[column] ?? WholeRange(lower: 0, upper: 3)
      if random.percent(75), range.lower < range.upper, open.count < 40 {
        let value = random.whole(range.lower...range.upper - 1)
        var (below, above) = (box, box)
        below[column] = WholeRange(lower: range.lower, upper: value)
        above[column] = WholeRange(lower: value + 1, upper: range.upper)
        open += random.percent(50) ? [below, above] : [above, below]
      } else {
        if number != dropped {
          recorder.close(
            box.map { column, range in
              ProofRecorder.Change(
                column: column, lower: range.lower == 0 ? -.infinity : Double(range.lower),
                upper: range.upper == 3 ? .infinity : Double(range.upper))
            }, ProofMultipliers(.bound, rows: [number], values: [1]))
        }
        number += 1
      }
    }
    return recorder
  }

  /// The number of the multipliers that a tree gives a point.
  private func leaf(_ assembly: TreeAssembly, at point: [Int]) -> Int {
    var index = 0
    func skip() {
      let node = assembly.tree[index]
      index += 1
      if case .split = node {
        skip()
        skip()
      }
    }
    while true {
      let node = assembly.tree[index]
      index += 1
      switch node {
      case .leaf(let number): return number
      case .split(let column, let value):
        if point[assembly.columns[column]] > value { skip() }
      }
    }
  }

  private func assembly(_ recorder: ProofRecorder) -> TreeAssembly {
    TreeAssembly(
      recorder, index: { Int($0.rows.first ?? -1) }, remainder: 1_000,
      range: { _ in WholeRange(lower: 0, upper: 3) })
  }

  private static let points = (0..<256).map { [$0 % 4, $0 / 4 % 4, $0 / 16 % 4, $0 / 64] }

  private func covers(_ node: ProofRecorder.ClosedNode, _ point: [Int]) -> Bool {
    node.changes.allSatisfy {
      $0.lower <= Double(point[$0.column]) && Double(point[$0.column]) <= $0.upper
    }
  }

  @Test(arguments: seeds(30, long: 1_000)) func `every box is found again`(_ seed: UInt64) {
    let recorder = boxes(seed)
    let assembly = assembly(recorder)
    for point in Self.points {
      let found = leaf(assembly, at: point)
      let boxes = recorder.nodes.filter { covers($0, point) }
      #expect(boxes.map { Int($0.multipliers.rows[0]) } == [found], "seed \(seed), \(point)")
    }
    // No box is cut in two.
    #expect(assembly.tree.count == 2 * recorder.nodes.count - 1, "seed \(seed)")
  }

  @Test(arguments: seeds(30, long: 1_000))
  func `what was not closed gets the multipliers of the root`(_ seed: UInt64) {
    let recorder = boxes(seed, dropping: 0)
    let assembly = assembly(recorder)
    for point in Self.points {
      let boxes = recorder.nodes.filter { covers($0, point) }
      let expected = boxes.first.map { Int($0.multipliers.rows[0]) } ?? 1_000
      #expect(leaf(assembly, at: point) == expected, "seed \(seed), \(point)")
    }
  }

  @Test(arguments: seeds(30, long: 1_000))
  func `fixings cut parts away before anything else`(_ seed: UInt64) {
    var recorder = boxes(seed)
    recorder.fix(column: 0, toAtLeast: 1, ProofMultipliers(.bound, rows: [2_000], values: [1]))
    recorder.fix(column: 2, toAtMost: 1, ProofMultipliers(.bound, rows: [2_001], values: [1]))
    recorder.fix(column: 0, toAtMost: 2, ProofMultipliers(.bound, rows: [2_002], values: [1]))
    recorder.fix(column: 2, toAtMost: 2, ProofMultipliers(.bound, rows: [2_003], values: [1]))
    let assembly = assembly(recorder)
    for point in Self.points {
      let found = leaf(assembly, at: point)
      if point[0] < 1 {
        #expect(found == 2_000)
      } else if point[2] > 1 {
        #expect(found == 2_001)
      } else if point[0] > 2 {
        #expect(found == 2_002)
      } else {
        let boxes = recorder.nodes.filter { covers($0, point) }
        #expect(boxes.map { Int($0.multipliers.rows[0]) } == [found], "seed \(seed), \(point)")
      }
    }
  }
}
