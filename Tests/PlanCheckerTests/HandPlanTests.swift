import SupplyPlan
import Testing
import TextFiles

@testable import PlanChecker
@testable import SupplyData

@Suite struct HandPlanTests {
  let verdict = PlanChecker(HandDataset.dataset).check(HandPlan.plan)

  @Test func isSound() {
    #expect(verdict.violations == [])
    #expect(verdict.comparisons > 300)
    #expect(verdict.largestRounding < 1e-12)
  }

  @Test func `an older plan says nothing of what goes undelivered`() {
    var plan = HandPlan.plan
    plan.undelivered = nil
    #expect(PlanChecker(HandDataset.dataset).check(plan).violations == [])
  }

  @Test(arguments: HandCase.allCases)
  func `every case is sound, line by line`(_ hand: HandCase) throws {
    let verdict = PlanChecker(hand.dataset).check(hand.plan)
    #expect(verdict.violations.map(\.description) == [])
    #expect(verdict.largestRounding < 1e-12)
    let recount = try #require(verdict.recount)
    for (name, line) in CostLines.lines {
      let (found, byHand) = (recount.costs[keyPath: line], hand.plan.costs[keyPath: line])
      #expect(abs(found - byHand) < 1e-9, "\(name)")
    }
    #expect(abs(recount.cost - (try #require(hand.plan.cost))) < 1e-9)
  }

  /// A cluster that saves 100000 a year more makes the works cost −72485.26 and the pipeline.
  @Test func `the gap of a cost below 0 is relative to its size`() throws {
    var (dataset, plan) = (HandWorks.dataset, HandWorks.plan)
    dataset.clusters[0].saving += 100_000
    plan.costs.clusters -= 80_000
    let cost = HandWorks.cost - 80_000
    plan.cost = cost
    plan.bound = cost - 100
    plan.gap = Plan.gap(cost: cost, bound: cost - 100)
    #expect(plan.gap == 100 / -cost)
    #expect(PlanChecker(dataset).check(plan).violations.map(\.description) == [])
    plan.gap = 100 / cost
    #expect(PlanChecker(dataset).check(plan).violations.map(\.rule) == [.gap])
  }

  @Test func `every line of the cost is in some case`() {
    let costs = HandCase.allCases.map(\.plan.costs)
    for (name, line) in CostLines.lines {
      #expect(costs.contains { $0[keyPath: line] != 0 }, "\(name)")
    }
  }

  @Test func totals() throws {
    let recount = try #require(verdict.recount)
    #expect(abs(recount.cost - HandPlan.cost) < 1e-9)
    #expect(abs(try #require(recount.salesAtRisk) - HandPlan.salesAtRisk) < 1e-12)
    #expect(recount.broken == nil)
    #expect(recount.scenarios.map(\.scenario) == HandPlan.losses.map(\.scenario))
    #expect(recount.mix.map(\.class) == HandPlan.mix.map(\.class))
    #expect(recount.mix.map(\.microfactory) == HandPlan.mix.map(\.microfactory))
  }

  @Test(arguments: [("expected", nil as Double?), ("worst", nil), ("cvar", 0)])
  func otherMeasures(_ measure: String, _ level: Double?) throws {
    // Expected: now 0.1·0.05 + 0.2·0.045 = 0.014, later 0.1·12.5/120 + 0.2·0.1375 = 0.0379166…; a conditional
    // value at the level 0 is the mean. Worst: 0.05 and 0.1375.
    let expected =
      measure == "worst"
      ? (0.05 + 2 * 0.1375) / 3 : (0.014 + 2 * (1.25 / 120 + 0.0275)) / 3
    var plan = HandPlan.plan
    plan.risk = PlanRisk(measure: measure, level: level, salesAtRisk: expected)
    plan.solve.maxRisk = nil
    #expect(PlanChecker(HandDataset.dataset).check(plan).violations == [])
  }

  @Test func aProofThatThereIsNoPlan() {
    let plan = Plan(
      dataset: .init(name: "Ring", sha256: "feed"), termination: .infeasible,
      risk: PlanRisk(measure: "cvar", level: 0.8), solve: HandPlan.plan.solve)
    let verdict = PlanChecker(HandDataset.dataset).check(plan)
    #expect(verdict.isSound)
    #expect(verdict.recount == nil)
  }
}
