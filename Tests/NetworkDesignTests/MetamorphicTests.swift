import NetworkDesign
import SupplyData
import SupplyNetwork
import SupplyPlan
import TestDatasets
import Testing

/// How plans answer to changes of which the effect is known, over many seeds.
@Suite("Metamorphic laws")
struct MetamorphicTests {
  private static let seeds = 0..<UInt64(runsLongTests ? 80 : 24)

  private func random(_ seed: UInt64) -> TestDataset {
    var size = RandomDataset.Size()
    size.mostDesigns = 200
    return RandomDataset(seed: 90_000 + seed, size: size).dataset
  }

  /// Expects two plans of equal cost; none is as good as none.
  private func expectEqual(
    _ first: Plan, _ second: Plan, times factor: Double = 1, _ name: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(first.termination == second.termination, "\(name)", sourceLocation: sourceLocation)
    #expect(
      agree(first.cost.map { $0 * factor }, second.cost),
      "\(name): \(first.cost as Any) times \(factor), \(second.cost as Any)",
      sourceLocation: sourceLocation)
  }

  @Test("costs times c make the cost times c", arguments: seeds)
  func money(seed: UInt64) throws {
    let dataset = try random(seed).read()
    let plan = try plan(dataset, name: "seed \(seed)")
    for factor in [0.37, 1000] {
      let dearer = try NetworkDesignTests.plan(
        dataset.withMoney(times: factor), name: "seed \(seed)")
      expectEqual(plan, dearer, times: factor, "seed \(seed)")
    }
  }

  @Test("the order of rows says nothing", arguments: seeds)
  func order(seed: UInt64) throws {
    let files = random(seed)
    let first = try plan(files.read(), name: "seed \(seed)")
    let second = try plan(files.shuffled(seed: seed).read(), name: "seed \(seed)")
    expectEqual(first, second, "seed \(seed)")
  }

  @Test("a scenario is as two of half its probability", arguments: seeds)
  func halves(seed: UInt64) throws {
    let dataset = try random(seed).read()
    if dataset.scenarios.isEmpty { return }
    let halved = dataset.splitting(scenario: Int(seed) % dataset.scenarios.count)
    let level = RiskMeasure.conditionalValueAtRisk(level: seed % 2 == 0 ? 0.9 : 0.5)
    for measure in [RiskMeasure.expected, level] {
      let name = "seed \(seed), \(measure.name)"
      let first = try plan(dataset, measure: measure, name: name)
      let second = try plan(halved, measure: measure, name: name)
      expectEqual(first, second, name)
      // Plans of equal cost may differ in risk; the least risk may not.
      let least = try plan(dataset, .risk, measure: measure, name: name)
      let leastOfHalved = try plan(halved, .risk, measure: measure, name: name)
      expectEqual(least, leastOfHalved, name)
      #expect(
        agree(least.risk.salesAtRisk, leastOfHalved.risk.salesAtRisk),
        "\(name): \(least.risk.salesAtRisk as Any), \(leastOfHalved.risk.salesAtRisk as Any)")
    }
  }

  @Test("a site too dear to use changes nothing", arguments: seeds)
  func uselessSite(seed: UInt64) throws {
    let dataset = try random(seed).read()
    let larger = dataset.withUselessSite()
    // A part of its lanes may lack the capacity that a scenario takes away, or rows meet in it as nowhere else.
    guard (try? Network(larger)) != nil else { return }
    let first = try plan(dataset, name: "seed \(seed)")
    if first.cost == nil { return }
    expectEqual(first, try plan(larger, name: "seed \(seed)"), "seed \(seed)")
  }

  @Test("a tariff of nothing changes nothing", arguments: seeds)
  func zeroTariff(seed: UInt64) throws {
    let dataset = try random(seed).read()
    let first = try plan(dataset, name: "seed \(seed)")
    let second = try plan(dataset.withZeroTariff(), name: "seed \(seed)")
    expectEqual(first, second, "seed \(seed)")
  }

  @Test(
    "scenarios that never happen cost nothing, and without scenarios nothing is at risk",
    arguments: seeds)
  func impossible(seed: UInt64) throws {
    let dataset = try random(seed).read()
    let first = try plan(dataset.withImpossibleScenarios(), name: "seed \(seed)")
    let second = try plan(dataset.withoutScenarios(), name: "seed \(seed)")
    expectEqual(first, second, "seed \(seed)")
    if second.cost == nil { return }
    #expect(second.risk.salesAtRisk == 0, "seed \(seed)")
    #expect(second.draws.isEmpty, "seed \(seed)")
    let least = try plan(dataset.withoutScenarios(), .risk, name: "seed \(seed)")
    expectEqual(second, least, "seed \(seed)")
  }

  @Test(
    "a higher cap on risk never costs more, and bounds hold for every lower cap", arguments: seeds)
  func caps(seed: UInt64) throws {
    let dataset = try random(seed).read()
    let name = "seed \(seed)"
    let cheapest = try plan(dataset, name: name)
    let safest = try plan(dataset, .risk, name: name)
    guard let high = cheapest.risk.salesAtRisk, let low = safest.risk.salesAtRisk,
      let most = safest.cost
    else { return }
    #expect(low <= high + 1e-7, "\(name)")
    var before = most
    for share in [0.25, 0.5, 0.75, 1] {
      let cap = low + share * (high - low) + 1e-9
      let plan = try plan(dataset, maxRisk: cap, name: name)
      guard let cost = plan.cost, let bound = plan.bound, let risk = plan.risk.salesAtRisk else {
        Issue.record("\(name): no plan under a cap of \(cap), between \(low) and \(high)")
        return
      }
      #expect(risk <= cap + 1e-7, "\(name)")
      #expect(cost <= before + 1e-6 * max(1, before), "\(name), cap \(cap)")
      #expect(bound <= before + 1e-6 * max(1, before), "\(name), cap \(cap)")
      before = cost
    }
    #expect(agree(before, cheapest.cost), "\(name)")
  }
}
