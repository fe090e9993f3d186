import SupplyData
import Testing

@testable import Decomposition

/// The parts of a search that need no solver: neighbourhoods, nodes, random numbers.
@Suite struct SearchPartTests {
  private let parts = Neighbourhoods(
    lower: [0, 0, 0, 0, 0], upper: [1, 3, 1, 3, 1], relaxed: [1, 1.4, 0.3, 0, 0],
    periods: [0, 0, 1, 1, 1], facilities: [0, 0, 1, 1, 2])
  private let best = Design(values: [1, 2, 1, 0, 0])

  @Test func `around a relaxation only fractions are free`() {
    let part = parts.ofRelaxation
    #expect(part.lower == [1, 1, 0, 0, 0])
    #expect(part.upper == [1, 2, 1, 0, 0])
  }

  @Test func `what relaxation and best design agree on stays`() {
    let part = parts.induced(by: best)
    #expect(part.lower == [1, 0, 0, 0, 0])
    #expect(part.upper == [1, 3, 1, 0, 0])
  }

  @Test func `one period is free`() {
    let part = parts.period(1, around: best)
    #expect(part.lower == [1, 2, 0, 0, 0])
    #expect(part.upper == [1, 2, 1, 3, 1])
  }

  @Test func `facilities are free as far as they may reach, within the bounds`() {
    let part = parts.facilities([0], reach: 1, around: best)
    #expect(part.lower == [0, 1, 1, 0, 0])
    #expect(part.upper == [1, 3, 1, 0, 0])
    let all = parts.facilities([0, 1, 2], reach: .infinity, around: best)
    #expect(all.lower == parts.lower)
    #expect(all.upper == parts.upper)
  }

  @Test func `a best design outside tighter bounds is brought inside`() {
    let tight = Neighbourhoods(
      lower: [0, 0], upper: [0, 1], relaxed: [0, 1], periods: [0, 0], facilities: [0, 1])
    let part = tight.period(1, around: Design(values: [1, 3]))
    #expect(part.lower == [0, 1])
    #expect(part.upper == [0, 1])
  }

  @Test func `designs are rounded points`() {
    let design = Design(rounding: [0.2, 7, 1.9999999, 2.0000001], at: [0, 2, 3])
    #expect(design.values == [0, 2, 2])
  }

  @Test func `the best node is that of the least bound, then the deepest, then the oldest`() {
    func node(_ bound: Double, _ depth: Int, _ number: Int) -> TreeNode {
      TreeNode(
        changes: [], bound: bound, depth: depth, basis: nil, branching: nil, number: number)
    }
    let nodes = [node(2, 9, 1), node(1, 2, 3), node(1, 5, 4), node(1, 5, 2), node(3, 1, 0)]
    #expect(nodes.sorted(by: TreeNode.isBetter).map(\.number) == [2, 4, 3, 1, 0])
    // A bound once proved is kept.
    #expect(node(4, 0, 0).updated(bound: 3, basis: nil).bound == 4)
    #expect(node(4, 0, 0).updated(bound: 5, basis: nil).bound == 5)
  }

  @Test func `random numbers are those of their seed`() {
    var (first, again, other) = (SplitMix(seed: 1), SplitMix(seed: 1), SplitMix(seed: 2))
    let draws = (0..<1000).map { _ in first.unit() }
    #expect(draws == (0..<1000).map { _ in again.unit() })
    #expect(draws != (0..<1000).map { _ in other.unit() })
    #expect(draws.allSatisfy { (0..<1).contains($0) })
    #expect(abs(draws.reduce(0, +) / 1000 - 0.5) < 0.05)
  }

  @Test func `random numbers are those that were published`() {
    // The first output of SplitMix64 for the state 0 is e220a8397b1dcdaf.
    var generator = SplitMix(seed: 0)
    #expect(generator.unit() == Double(UInt64(0xE220_A839_7B1D_CDAF) >> 11) * 0x1p-53)
  }
}
