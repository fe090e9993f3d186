import SupplyData
import SupplyNetwork
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

  @Test(arguments: RandomDataset.Features.each + [.all])
  func `every seed is valid with other features`(_ features: RandomDataset.Features) {
    for seed in UInt64(0)..<(features == .all ? 200 : 30) {
      do throws(Faults) {
        let source = RandomDataset(seed: seed, features: features).source
        _ = try Network(Dataset.reading(source).dataset)
      } catch {
        for fault in error.all { Issue.record("seed \(seed): \(fault)") }
        return
      }
    }
  }

  /// What the features add is all that differs from the dataset without them.
  @Test func `features only add`() {
    for seed in UInt64(0)..<40 {
      let plain = RandomDataset(seed: seed).dataset.files
      let rich = RandomDataset(seed: seed, features: .all).dataset.files
      for (name, text) in plain where name != "plan.yaml" {
        let rows = text.split(separator: "\n")
        let richer = (rich[name] ?? "").split(separator: "\n")
        #expect(zip(rows, richer).allSatisfy { $1.hasPrefix($0) }, "seed \(seed): \(name)")
      }
    }
  }

  @Test func `the features are all somewhere`() throws {
    let datasets = try (UInt64(0)..<200).map {
      try RandomDataset(seed: $0, features: .all).read()
    }
    func some(_ holds: (Dataset) -> Bool) -> Bool { datasets.contains(where: holds) }
    #expect(some { $0.facilities.contains { $0.availableFrom == "t2" } })
    #expect(some { $0.settings.serviceLevel != nil && $0.demand.contains { $0.deviation > 0 } })
    #expect(some { $0.tariffs.contains { $0.period != nil && $0.unitRate > 0 } })
    #expect(some { $0.tariffs.contains { $0.claim != nil } && !$0.rulesOfOrigin.isEmpty })
    #expect(some { $0.contracts.contains { $0.isExisting && $0.minimum > 0 } })
    #expect(some { !$0.clusters.isEmpty && !$0.handling.isEmpty && !$0.drawback.isEmpty })
    #expect(some { $0.quotas.count > 1 && !$0.returns.isEmpty && $0.coproducts.count == 2 })
    #expect(
      Set(datasets.flatMap { $0.escalation.map(\.cost) }) == Set(EscalationRow.Cost.allCases))
    let kinds = datasets.flatMap { $0.constraints.map { "\($0.kind)".prefix { $0 != "(" } } }
    for kind in ["production", "flow", "minimumIfOpen", "sources", "requires", "within"] {
      #expect(kinds.contains { $0 == kind }, "\(kind)")
    }
    let effects = datasets.flatMap { $0.disruptions.map { "\($0.effect)" } }
    #expect(effects.contains { $0.hasPrefix("productionCost") })
    #expect(effects.contains { $0.hasPrefix("freightCost") })
    #expect(effects.contains { $0.contains("exempt: Optional") })
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
