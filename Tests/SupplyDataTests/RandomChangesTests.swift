import SupplyData
import SupplyNetwork
import TestDatasets
import Testing

/// Changes to random datasets after which a plan costs the same, or no more, are valid.
@Suite struct RandomChangesTests {
  @Test(arguments: [RandomDataset.Features(), .all])
  func `rows that change nothing are valid`(_ features: RandomDataset.Features) throws {
    for seed in UInt64(0)..<80 {
      let random = RandomDataset(seed: seed, features: features)
      let plain = try random.read()
      let neutral = try random.withNeutralRows().read()
      _ = try Network(neutral)
      #expect(neutral.contracts.count == plain.contracts.count + 1, "seed \(seed)")
      #expect(neutral.constraints.count == plain.constraints.count + 4, "seed \(seed)")
      #expect(
        neutral.disruptions.count == plain.disruptions.count + 2 * plain.scenarios.count,
        "seed \(seed)")
    }
  }

  /// The years and what each of them asks for stay the same.
  @Test func `split periods are valid`() throws {
    for seed in UInt64(0)..<80 {
      let dataset = try RandomDataset(seed: seed, features: .all).read()
      let split = dataset.withSplitPeriods
      _ = try Network(split)
      #expect(
        split.settings.periods.map(\.years).reduce(0, +)
          == dataset.settings.periods.map(\.years).reduce(0, +))
      #expect(split.settings.periods.allSatisfy { period in period.years < 3 })
      #expect(Set(split.settings.periods.map(\.id)).count == split.settings.periods.count)
      #expect(Set(split.constraints.map(\.id)).count == split.constraints.count)
      #expect(Set(split.quotas.map(\.id)).count == split.quotas.count)
      for period in dataset.settings.periods where period.years > 1 {
        func rows(_ dataset: Dataset, _ id: String) -> [Double] {
          dataset.demand.filter { $0.period == id }.map(\.quantity)
        }
        #expect(rows(split, "\(period.id)-rest") == rows(dataset, period.id), "seed \(seed)")
      }
    }
  }
}
