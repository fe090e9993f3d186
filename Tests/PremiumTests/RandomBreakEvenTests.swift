import Findings
import NetworkDesign
import PlanChecker
import SupplyNetwork
import SupplyPlan
import TestDatasets
import Testing

@testable import Premium
@testable import SupplyData

/// Break-evens of random datasets against the checker, which recomputes both plans at that probability from the raw tables.
@Suite struct RandomBreakEvenTests {
  @Test(arguments: UInt64(0)..<(runsLongTests ? 300 : 60))
  func `both plans cost the same where a step pays`(_ seed: UInt64) throws {
    var size = RandomDataset.Size()
    size.scenarios = 1...3
    let dataset = try RandomDataset(seed: seed, size: size).read()
    let network = try Network(dataset)
    // The ends of the frontier: the cheapest plan and the safest one.
    let plans = try [DesignQuestion.Objective.cost, .risk].compactMap { objective -> Plan? in
      let plan = try MonolithPlanner(network: network, gap: 1e-6).plan(
        for: DesignQuestion(objective: objective, measure: .expected))
      return plan.cost == nil ? nil : plan
    }
    guard plans.count == 2 else { return }
    let checker = PlanChecker(dataset)
    let costs = plans.map { StateCosts($0, network: network) }
    for (plan, cost) in zip(plans, costs) {
      let recount = try #require(checker.check(plan).recount, "seed \(seed)").cost
      #expect(
        abs(cost.total(network) - recount) <= 1e-6 * max(1, abs(recount)), "seed \(seed)")
    }
    let pays = BreakEvens(from: costs[0], to: costs[1], network: network)
    for item in pays.scenarios {
      guard let value = item.threshold.value else { continue }
      var changed = dataset
      let place = try #require(dataset.scenarios.firstIndex { $0.id == item.scenario })
      changed.scenarios[place].probability = value
      try expectEqualCosts(plans, changed, "seed \(seed), \(item.scenario) at \(value)")
    }
    if let factor = pays.factor?.value {
      var changed = dataset
      for place in changed.scenarios.indices { changed.scenarios[place].probability *= factor }
      try expectEqualCosts(plans, changed, "seed \(seed), factor \(factor)")
    }
  }

  private func expectEqualCosts(_ plans: [Plan], _ dataset: Dataset, _ place: String) throws {
    let costs = try plans.map {
      try #require(PlanChecker(dataset).check($0).recount, "\(place)").cost
    }
    let scale = max(1, abs(costs[0]), abs(costs[1]))
    #expect(abs(costs[0] - costs[1]) <= 1e-6 * scale, "\(place): \(costs)")
  }
}
