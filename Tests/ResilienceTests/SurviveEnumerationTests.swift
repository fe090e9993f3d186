import Findings
import Modeling
import NetworkDesign
import SupplyNetwork
import SupplyPlan
import TestDatasets
import Testing

@testable import Resilience
@testable import SupplyData

/// The constraint `survive` against enumeration: of all first stages, those that a stress test finds to survive, the cheapest.
///
/// The two share the recourse block alone: here no program has an outage beside its first stage.
@Suite struct SurviveEnumerationTests {
  private static let seeds = 0..<UInt64(runsLongTests ? 60 : 14)

  private static func dataset(_ seed: UInt64) throws -> Dataset {
    var size = RandomDataset.Size()
    size.periods = 1...1
    size.scenarios = 0...1
    size.mostDesigns = 60
    var dataset = try RandomDataset(seed: 90_000 + seed, size: size, withoutPolicies: true)
      .surviving().read()
    // Stocks would make first stages infinitely many.
    dataset.buffers = []
    return dataset
  }

  /// Openings and modules, each facility closed or open with each count of its modules.
  private static func stages(_ network: Network) -> [FixedDecisions] {
    let dataset = network.dataset
    var stages = [(open: [[Bool]](), modules: dataset.capacity.map { _ in [0] })]
    for (place, facility) in dataset.facilities.enumerated() {
      stages = stages.flatMap { stage in
        [false, true].filter { isOpen in
          facility.decision == .consider || isOpen == (facility.decision == .open)
        }.flatMap { isOpen in
          network.modulesOfFacility[place].reduce(
            [(open: stage.open + [[isOpen]], modules: stage.modules)]
          ) { choices, module in
            choices.flatMap { choice in
              (0...(isOpen ? dataset.capacity[module].maximum : 0)).map { count in
                var modules = choice.modules
                modules[module] = [count]
                return (choice.open, modules)
              }
            }
          }
        }
      }
    }
    return stages.map { FixedDecisions(open: $0.open, modules: $0.modules) }
  }

  @Test("the cheapest first stage that survives", arguments: seeds)
  func cheapest(seed: UInt64) throws {
    let dataset = try Self.dataset(seed)
    let network = try Network(dataset)
    var free = dataset
    free.constraints.removeAll { if case .survive = $0.kind { true } else { false } }
    let freeNetwork = try Network(free)
    let stages = Self.stages(network)
    guard stages.count <= 200 else { return }
    let catalogue = OutageCatalogue(dataset)
    let times = RecoveryTimes(dataset)
    let rules = dataset.constraints.flatMap { row -> [(OutageTarget, Double)] in
      guard case .survive(let selector) = row.kind else { return [] }
      return catalogue.targets(of: selector).map { ($0, row.value) }
    }
    let outages = rules.map {
      StressTest.Outage(target: $0.0, weeks: times.weeks(for: $0.0) ?? 0)
    }
    var least: Double?
    for decisions in stages {
      let plan = try MonolithPlanner(network: freeNetwork, gap: 1e-9).plan(
        for: DesignQuestion(measure: dataset.settings.risk, firstStage: .fixed(decisions)))
      guard let cost = plan.cost, cost < least ?? .infinity else { continue }
      let results = try StressTest(network: network, threads: 1).run(
        [.init(name: "all", stage: DecidedStage(plan, in: dataset))], against: outages)
      let survives = zip(results, rules).allSatisfy { $0.salesLost <= $1.1 + 1e-7 }
      if survives { least = cost }
    }
    let plan = try MonolithPlanner(network: network, gap: 1e-9)
      .plan(for: DesignQuestion(measure: dataset.settings.risk))
    #expect((plan.cost == nil) == (least == nil), "seed \(seed)")
    if let cost = plan.cost, let least {
      #expect(abs(cost - least) <= 1e-6 * max(1, least), "seed \(seed): \(cost), \(least)")
    }
  }
}
