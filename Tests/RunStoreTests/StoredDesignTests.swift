import RunStore
import SupplyPlan
import Testing

@Suite struct StoredDesignTests {
  @Test func `a contract signed makes another design, one not signed does not`() {
    var plan = Plan(
      dataset: .init(name: "test", sha256: ""), termination: .optimal,
      risk: PlanRisk(measure: "expected", level: nil),
      solve: .init(
        seconds: 1, method: "monolith", rows: 1, columns: 1, objective: "cost", maxRisk: nil,
        nodes: 1))
    let name = { (plan: Plan) in StoredDesign(of: plan, structure: "one").sha256 }
    let plain = name(plan)
    plan.contracts = [.init(contract: "bulk", period: "now", signed: false)]
    #expect(name(plan) == plain)
    plan.contracts[0].signed = true
    #expect(name(plan) != plain)
  }
}
