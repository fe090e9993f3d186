import SupplyData
import TestDatasets
import Testing
import TextFiles

/// The generator keeps its promise, and the reader takes all it can say.
@Suite struct RandomDatasetTests {
  @Test func everySeedIsValid() {
    for seed in UInt64(0)..<500 {
      do throws(Faults) {
        _ = try Dataset.reading(RandomDataset(seed: seed).source)
        _ = try Dataset.reading(RandomDataset(seed: seed, withoutPolicies: true).source)
      } catch {
        for fault in error.all { Issue.record("seed \(seed): \(fault)") }
        return
      }
    }
  }

  @Test func sameSeedSameFiles() {
    let first = RandomDataset(seed: 7).dataset.files
    #expect(first == RandomDataset(seed: 7).dataset.files)
    #expect(first != RandomDataset(seed: 8).dataset.files)
  }

  @Test func familyHoldsEveryFeature() throws {
    let datasets = try (UInt64(0)..<300).map { try RandomDataset(seed: $0).read() }
    func some(_ holds: (Dataset) -> Bool) -> Bool { datasets.contains(where: holds) }
    #expect(Set(datasets.map(\.settings.risk.name)) == ["expected", "worst", "cvar"])
    for count in 0...3 { #expect(some { $0.scenarios.count == count }) }
    for kind in FacilityKind.allCases {
      #expect(some { $0.facilities.contains { $0.kind == kind } })
    }
    for kind in GroupKind.allCases { #expect(some { $0.groups.contains { $0.kind == kind } }) }
    for decision in FacilityDecision.allCases {
      #expect(some { $0.facilities.contains { $0.decision == decision } })
    }
    func holdsBuffer(_ dataset: Dataset, at ids: [String]) -> Bool {
      dataset.buffers.contains { ids.contains($0.location) }
    }
    #expect(some { holdsBuffer($0, at: $0.facilities.map(\.id)) })
    #expect(some { holdsBuffer($0, at: $0.customers.map(\.id)) })
    #expect(some { $0.incentives.contains { $0.maximum != nil } })
    #expect(some { $0.products.contains { $0.shelfLifeDays != nil } })
    #expect(some { $0.lanes.contains { $0.capacity != nil && $0.unitCost != nil } })
    #expect(some { $0.settings.home != nil && $0.settings.periods.count == 2 })
    let kinds = datasets.flatMap { $0.constraints.map { "\($0.kind)".prefix { $0 != "(" } } }
    #expect(Set(kinds) == ["openFacilities", "share", "investment", "emissions"])
    let effects = datasets.flatMap { $0.disruptions.map { "\($0.effect)".prefix { $0 != "(" } } }
    #expect(Set(effects) == ["capacity", "lane", "tariff", "demand"])
  }

  /// The generator serves benchmarks and larger tests too.
  @Test func growsOnRequest() throws {
    var size = RandomDataset.Size()
    size.countries = 8...8
    size.products = 6...6
    size.facilities = 30...30
    size.customers = 40...40
    size.periods = 4...4
    size.scenarios = 9...9
    size.mostDecisions = 120
    size.mostDesigns = .max
    for seed in UInt64(0)..<20 {
      let reading = try Dataset.reading(RandomDataset(seed: seed, size: size).source)
      #expect(reading.dataset.facilities.count == 30)
    }
  }

  @Test func staysSmall() throws {
    for seed in UInt64(0)..<200 {
      let dataset = try RandomDataset(seed: seed).read()
      let free = dataset.facilities.count { $0.decision == .consider }
      #expect(free * dataset.settings.periods.count <= 6, "seed \(seed)")
      var choices = Dictionary(uniqueKeysWithValues: dataset.facilities.map { ($0.id, 1) })
      for row in dataset.capacity { choices[row.facility, default: 1] *= row.maximum + 1 }
      var designs = 1
      for _ in dataset.settings.periods {
        for count in choices.values { designs *= count + 1 }
      }
      #expect(designs <= 20_000, "seed \(seed)")
    }
  }
}
