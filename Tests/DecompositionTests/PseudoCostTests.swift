import Testing

@testable import Decomposition

/// What branching has taught.
@Suite struct PseudoCostTests {
  private func learnt(_ observations: [(index: Int, isUp: Bool, rise: Double)]) -> PseudoCosts {
    var costs = PseudoCosts(count: 3)
    for observation in observations {
      costs.learn(.init(index: observation.index, isUp: observation.isUp, rise: observation.rise))
    }
    return costs
  }

  @Test func `of nothing all columns are alike, and halves come first`() {
    let costs = PseudoCosts(count: 3)
    #expect(costs.rise(0, isUp: true) == costs.rise(2, isUp: true))
    #expect(costs.reliability(1) == 0)
    let scores = [0.1, 0.5, 0.8].map { costs.score(0, value: 4 + $0, floor: 1e-9) }
    #expect(scores[1] > scores[2] && scores[2] > scores[0])
  }

  @Test func `a rise is a mean in which all columns count as one observation`() {
    let costs = learnt([(0, true, 6), (0, true, 12), (1, true, 3)])
    // The mean of all is 7.
    #expect(costs.rise(0, isUp: true) == (18.0 + 7) / 3)
    #expect(costs.rise(1, isUp: true) == (3.0 + 7) / 2)
    #expect(costs.rise(2, isUp: true) == 7)
    // Downwards nothing is known.
    #expect(costs.rise(0, isUp: false) == 1)
  }

  @Test func `a column is as reliable as its less known side`() {
    let costs = learnt([(0, true, 1), (0, true, 1), (0, false, 1), (1, true, 1)])
    #expect((0..<3).map(costs.reliability) == [1, 0, 0])
  }

  @Test func `the product rule wants both sides to rise`() {
    let costs = learnt([(0, true, 100), (0, false, 0), (1, true, 20), (1, false, 20)])
    #expect(
      costs.score(1, value: 0.5, floor: 1e-9) > costs.score(0, value: 0.5, floor: 1e-9))
    let flat = learnt([(0, true, 0), (0, false, 0)])
    #expect(flat.score(0, value: 0.5, floor: 1e-3) == 1e-6)
  }
}
