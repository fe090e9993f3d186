import SupplyData
import SupplyPlan
import Testing

@testable import PlanChecker

@Suite struct SabotageTests {
  static let all =
    Sabotage.firstStage + Sabotage.operations + Sabotage.figures + Sabotage.works + Sabotage.border
    + Sabotage.circle

  @Test(arguments: all.indices)
  func isFoundAndNamed(_ index: Int) {
    let sabotage = Self.all[index]
    var plan = sabotage.hand.plan
    var dataset = sabotage.hand.dataset
    sabotage.act(&plan, &dataset)
    let verdict = PlanChecker(dataset).check(plan)
    #expect(
      verdict.violations.contains {
        $0.rule == sabotage.rule && $0.place.contains(sabotage.place) && $0.relative > 1e-6
          && $0.relative.isFinite
      },
      "\(sabotage.name): \(verdict.violations.map(\.description))")
  }

  @Test func everyRuleIsBroken() {
    let broken = Set(Self.all.map(\.rule))
    #expect(Violation.Rule.allCases.filter { !broken.contains($0) } == [])
  }

  @Test func everyNameIsNew() {
    #expect(Set(Self.all.map(\.name)).count == Self.all.count)
  }

  @Test func roundingPasses() {
    var plan = HandPlan.plan
    for index in plan.flows.indices {
      let factor = 1 + 1e-9 * Double(index % 3 - 1)
      plan.flows[index].quantity *= factor
      plan.flows[index].freight *= factor
      plan.flows[index].duty *= factor
    }
    plan.ship("hub", "shop", "road", "widget", "CC", 1e-10, freight: 3, duty: 0, "now")
    let verdict = PlanChecker(HandDataset.dataset).check(plan)
    #expect(verdict.violations == [])
    #expect(verdict.largestRounding > 0)
  }
}
