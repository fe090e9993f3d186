import Findings
import Modeling
import NetworkDesign
import SupplyNetwork
import SupplyPlan
import TestDatasets
import Testing

@testable import Resilience
@testable import SupplyData

/// The stress test against another way to the same figures: the outage as a scenario of the tables, whose least risk the monolith
/// finds for the current network.
@Suite struct StressAgreementTests {
  private static let seeds = 0..<UInt64(runsLongTests ? 200 : 40)

  private static func files(_ seed: UInt64) -> TestDataset {
    var size = RandomDataset.Size()
    size.mostDesigns = 200
    return RandomDataset(seed: 80_000 + seed, size: size, withoutPolicies: true).dataset
      .removing("scenarios").removing("disruptions")
  }

  /// The tables with the outage as their only scenario, and what it disrupts.
  private static func files(
    _ files: TestDataset, _ target: OutageTarget, weeks: Double
  ) throws -> TestDataset? {
    var files = files.adding(
      "scenarios", "scenario,probability,duration_weeks", "out,0,\(weeks)")
    files = files.adding("disruptions", "scenario,effect,origin,destination,value")
    for part in target.parts {
      switch part {
      case .facility(let id): files = files.adding("disruptions", "out,capacity,\(id),,1")
      case .area(let area): files = files.adding("disruptions", "out,capacity,\(area.text),,1")
      case .corridor(let from, let to, nil):
        files = files.adding("disruptions", "out,lane,\(from.text),\(to.text),1")
      case .corridor, .product: return nil
      }
    }
    return files
  }

  private static func leastLoss(_ files: TestDataset) throws -> [Double] {
    let dataset = try files.read()
    let plan = try MonolithPlanner(network: Network(dataset), gap: 1e-9)
      .plan(for: DesignQuestion(objective: .risk, measure: .worst, firstStage: .currentNetwork))
    return plan.scenarios.map(\.salesLost)
  }

  @Test("exposure, and the time to survive from both sides", arguments: seeds)
  func agreement(seed: UInt64) throws {
    let files = Self.files(seed)
    let network = try Network(files.read())
    let stage = DecidedStage(currentNetworkOf: network.dataset)
    let weeks = [2.0, 7.5, 26, 52][Int(seed % 4)]
    let targets = StressTargets(network).usual + StressTargets(network).pairs
    let results = try StressTest(network: network, threads: 2).run(
      [.init(name: "now", stage: stage)],
      against: targets.map { .init(target: $0, weeks: weeks) })
    let periods = network.dataset.settings.periods.map(\.id)
    #expect(results.count == targets.count * periods.count, "seed \(seed)")
    for target in targets {
      guard let scenario = try Self.files(files, target, weeks: weeks) else { continue }
      let losses = try Self.leastLoss(scenario)
      for (t, period) in periods.enumerated() {
        let name = "seed \(seed), \(target.text), \(period)"
        let result = try #require(
          results.first { $0.target == target.text && $0.period == period }, "\(name)")
        #expect(abs(result.salesLost - losses[t]) < 1e-6, "\(name): \(result), \(losses)")
        // Survived for all its time to recover, or not.
        #expect(result.isWeakLink == (losses[t] > 1e-7), "\(name): \(result), \(losses)")
        guard let survived = result.weeksToSurvive, survived > 0.02, survived < 51 else { continue }
        let shorter = try Self.files(files, target, weeks: survived * 0.999)
        let longer = try Self.files(files, target, weeks: survived * 1.001)
        if let shorter { #expect(try Self.leastLoss(shorter)[t] < 1e-7, "\(name): \(survived)") }
        if let longer { #expect(try Self.leastLoss(longer)[t] > 0, "\(name): \(survived)") }
      }
    }
  }

  @Test("a product that is not made in a country", arguments: seeds)
  func products(seed: UInt64) throws {
    let files = Self.files(seed)
    let dataset = try files.read()
    let network = try Network(dataset)
    let stage = DecidedStage(currentNetworkOf: network.dataset)
    for target in StressTargets(network).usual where target.kind == .product {
      guard case .product(let product, let country) = target.parts.first else { continue }
      let results = try StressTest(network: network, threads: 1).run(
        [.init(name: "now", stage: stage)], against: [.init(target: target, weeks: 20)])
      // The facilities stand, but the rows by which they make it are gone.
      let makers = Set(dataset.facilities.filter { $0.country == country }.map(\.id))
      var without = dataset
      without.production.removeAll { makers.contains($0.facility) && $0.product == product }
      without.scenarios = [
        Scenario(id: "out", name: "out", probability: 0, durationWeeks: 20)
      ]
      let plan = try MonolithPlanner(network: Network(without), gap: 1e-9)
        .plan(for: DesignQuestion(objective: .risk, measure: .worst, firstStage: .currentNetwork))
      for (result, row) in zip(results, plan.scenarios) {
        #expect(
          abs(result.salesLost - row.salesLost) < 1e-6,
          "seed \(seed), \(target.text): \(result.salesLost), \(row.salesLost)")
      }
    }
  }

  @Test("single points of failure: of a product alone in demand all is lost", arguments: seeds)
  func singlePoints(seed: UInt64) throws {
    let files = Self.files(seed).removing("buffers")
    let dataset = try files.read()
    let network = try Network(dataset)
    let stage = DecidedStage(currentNetworkOf: network.dataset)
    let targets = StressTargets(network).usual.filter { $0.kind != .product }
    let results = try StressTest(network: network, threads: 2).run(
      [.init(name: "now", stage: stage)], against: targets.map { .init(target: $0, weeks: 52) })
    for product in Set(dataset.demand.map(\.product)) {
      var alone = dataset
      alone.demand.removeAll { $0.product != product }
      let lone = try StressTest(network: Network(alone), threads: 1).run(
        [.init(name: "now", stage: stage)], against: targets.map { .init(target: $0, weeks: 52) })
      for result in results {
        guard
          let other = lone.first(where: {
            $0.target == result.target && $0.period == result.period
          })
        else { continue }
        let isLost = other.salesLost > 1 - 1e-7 && other.usualSalesLost < 1 - 1e-7
        #expect(
          result.stranded.contains(product) == isLost,
          "seed \(seed), \(result.target), \(product): \(result.stranded), \(other.salesLost)")
      }
    }
  }

  @Test("the same with one thread and with two", arguments: [UInt64(3), 8, 21])
  func threads(seed: UInt64) throws {
    let network = try Network(Self.files(seed).read())
    let stage = DecidedStage(currentNetworkOf: network.dataset)
    let outages = StressTargets(network).usual.map { StressTest.Outage(target: $0, weeks: 9) }
    let one = try StressTest(network: network, threads: 1)
      .run([.init(name: "now", stage: stage)], against: outages)
    let two = try StressTest(network: network, threads: 2)
      .run([.init(name: "now", stage: stage)], against: outages)
    #expect(one == two)
  }
}
