import RunStore
import SupplyData
import SupplyPlan
import Testing

@testable import Comparison

/// Frontiers at levels of resilience.
@Suite struct FrontierLevelsTests {
  private func facts(_ builder: StoreBuilder) throws -> [RunFacts] {
    var reader = FactReader(builder.store)
    return try reader.facts(of: try builder.store.runs())
  }

  @Test func `costs and bounds at levels`() throws {
    let levels = FrontierLevels(facts: try facts(try Stores.frontiers())[0])
    // Points: 80 % for 1000 (990), 90 % for 1100 (1080), 99 % for 1500 (1450).
    #expect(levels.cost(at: 0.5) == 1000 && levels.bound(at: 0.5) == 990)
    #expect(levels.cost(at: 0.8) == 1000 && levels.bound(at: 0.8) == 990)
    #expect(levels.cost(at: 0.85) == 1100 && levels.bound(at: 0.85) == 990)
    #expect(levels.cost(at: 0.9) == 1100 && levels.bound(at: 0.9) == 1080)
    #expect(levels.cost(at: 0.99) == 1500 && levels.bound(at: 0.99) == 1450)
    #expect(levels.cost(at: 0.995) == nil && levels.bound(at: 0.995) == 1450)
  }

  /// More resilience costs no less, and no bound lies above what is attained.
  @Test func `levels rise`() throws {
    for facts in try facts(try Stores.frontiers()) {
      let levels = FrontierLevels(facts: facts)
      var last = 0.0
      for step in 0...99 {
        let cost = try #require(levels.cost(at: Double(step) / 100))
        #expect(cost >= last)
        #expect((levels.bound(at: Double(step) / 100) ?? .infinity) <= cost)
        last = cost
      }
    }
  }

  @Test func `verdicts at levels`() throws {
    let both = try facts(try Stores.frontiers())
    func verdict(_ level: Double) -> CostDifference.Verdict? {
      FrontierLevels.difference(from: both[0], to: both[1], at: level)?.verdict
    }
    // The second costs a fifth more: 1188 is proved against 1000, yet between points only 1296 against 1500.
    #expect(verdict(0.8) == .dearer)
    #expect(verdict(0.95) == .withinGaps)
    #expect(verdict(0.99) == .dearer)
    #expect(verdict(0.995) == nil)
    #expect(FrontierLevels.levels(of: both).allSatisfy { $0 > 0.8 && $0 <= 0.99 })
  }
}
