import Testing

@testable import PlanChecker
@testable import SupplyData

@Suite struct PackingProgramTests {
  /// Two goods e ≤ u of which two components draw: Σ min(1, a·e/d) is greatest at a corner of the lines e = 0, e = u, a·e = d.
  @Test func `random programs reach the best corner`() {
    var random = SplitMix(seed: 7)
    for _ in 0..<300 {
      let limits = [Double(random.next() % 5), Double(random.next() % 5)]
      let drawn = [1 + Double(random.next() % 9), 1 + Double(random.next() % 9)]
      let bill = (0..<2).map { _ in [Double(random.next() % 3), Double(random.next() % 3)] }
      var program = PackingProgram(variables: 4)
      for row in 0..<2 {
        program.add([row: 1], atMost: 1)
        program.add(
          [row: 1, 2: -bill[row][0] / drawn[row], 3: -bill[row][1] / drawn[row]], atMost: 0)
        program.add([2 + row: 1], atMost: limits[row])
      }
      let found = program.greatestSum(ofFirst: 2)
      func earned(_ e: [Double]) -> Double {
        (0..<2).reduce(0) {
          $0 + min(1, (bill[$1][0] * e[0] + bill[$1][1] * e[1]) / drawn[$1])
        }
      }
      let lines: [(Double, Double, Double)] =
        [(1, 0, 0), (0, 1, 0), (1, 0, limits[0]), (0, 1, limits[1])]
        + (0..<2).map { (bill[$0][0], bill[$0][1], drawn[$0]) }
      var best = 0.0
      for first in lines {
        for second in lines {
          let determinant = first.0 * second.1 - first.1 * second.0
          guard determinant != 0 else { continue }
          let corner = [
            (first.2 * second.1 - first.1 * second.2) / determinant,
            (first.0 * second.2 - first.2 * second.0) / determinant,
          ]
          guard zip(corner, limits).allSatisfy({ $0 >= -1e-12 && $0 <= $1 + 1e-12 }) else {
            continue
          }
          best = max(best, earned(corner))
        }
      }
      #expect(abs(found[0] + found[1] - best) < 1e-9)
    }
  }

  @Test func `rows that leave no room leave nothing`() {
    var program = PackingProgram(variables: 2)
    program.add([0: 1, 1: 1], atMost: 0)
    #expect(program.greatestSum(ofFirst: 2) == [0, 0])
  }
}
