import Testing

@testable import PlanChecker

@Suite struct RiskRecountTests {
  static func naive(
    _ losses: [Double], _ probabilities: [Double], _ level: Double, at eta: Double
  ) -> Double {
    eta + zip(losses, probabilities).reduce(0) { $0 + $1.1 * max(0, $1.0 - eta) } / (1 - level)
  }

  @Test(arguments: 0..<200)
  func conditionalValueAgainstTheDefinition(_ seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func random() -> Double {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Double(state % 1000) / 1000
    }
    let count = seed % 7
    let losses = (0..<count).map { _ in random() }
    let probabilities = (0..<count).map { _ in random() / Double(count) }
    let level = random() * 0.999
    let value = RiskRecount.conditionalValueAtRisk(
      losses, probabilities: probabilities, level: level)
    let candidates = [0] + losses + (0...1000).map { Double($0) / 1000 }
    let least = candidates.map { Self.naive(losses, probabilities, level, at: $0) }.min() ?? 0
    #expect(abs(value - least) < 1e-12, "seed \(seed)")
  }

  @Test func knownValues() {
    // A loss more likely than the tail is the tail; a rarer one is diluted by years without event.
    #expect(RiskRecount.conditionalValueAtRisk([0.4], probabilities: [0.5], level: 0.5) == 0.4)
    #expect(RiskRecount.conditionalValueAtRisk([0.4], probabilities: [0.25], level: 0.5) == 0.2)
    #expect(RiskRecount.conditionalValueAtRisk([], probabilities: [], level: 0.9) == 0)
    #expect(RiskRecount.conditionalValueAtRisk([0.9], probabilities: [0], level: 0.9) == 0)
  }
}
