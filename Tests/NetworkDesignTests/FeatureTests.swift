import NetworkDesign
import SupplyData
import SupplyNetwork
import SupplyPlan
import TestDatasets
import Testing

/// Contracts, trade rules, returns and all else that the wider tables say, over many seeds. Every plan goes through the checker.
@Suite struct FeatureTests {
  private func random(_ seed: UInt64, _ features: RandomDataset.Features) -> RandomDataset {
    var size = RandomDataset.Size()
    size.mostDesigns = 100
    return RandomDataset(seed: 95_000 + seed, size: size, features: features)
  }

  private func expectEqual(_ first: Plan, _ second: Plan, _ name: String) {
    #expect(first.termination == second.termination, "\(name)")
    #expect(
      agree(first.cost, second.cost), "\(name): \(first.cost as Any), \(second.cost as Any)")
  }

  @Test(arguments: UInt64(0)..<(runsLongTests ? 200 : 20))
  func `rows that say what holds without them change nothing`(_ seed: UInt64) throws {
    let random = random(seed, .all)
    expectEqual(
      try plan(random.read(), name: "seed \(seed)"),
      try plan(random.withNeutralRows().read(), name: "seed \(seed), neutral rows"),
      "seed \(seed)")
  }

  @Test(arguments: UInt64(0)..<(runsLongTests ? 200 : 20))
  func `the same years in more periods cost no more`(_ seed: UInt64) throws {
    let dataset = try random(seed, .all).read()
    let whole = try plan(dataset, name: "seed \(seed)")
    let split = try plan(dataset.withSplitPeriods, name: "seed \(seed), split")
    guard let cost = whole.cost, let other = split.cost else { return }
    #expect(other <= cost + 1e-6 * max(1, abs(cost)), "seed \(seed): \(other), \(cost)")
  }

  @Test(arguments: UInt64(0)..<(runsLongTests ? 140 : 14))
  func `the current and the expanded network are plans`(_ seed: UInt64) throws {
    let features = RandomDataset.Features.each
    let dataset = try random(seed, features[Int(seed) % features.count]).read()
    for choice in [DesignQuestion.FirstStageChoice.currentNetwork, .expandedNetwork] {
      let plan = try plan(dataset, firstStage: choice, name: "seed \(seed), \(choice)")
      #expect(plan.cost != nil, "seed \(seed), \(choice)")
    }
  }
}
