import NetworkDesign
import SupplyData
import SupplyPlan
import TestDatasets
import Testing

/// Caps on risk, the least risk, the current network, and questions without an answer.
@Suite("Questions by hand")
struct QuestionByHandTests {
  /// The strike, and a spare plant that must be opened. Its widgets cost 401 at the shop: more than missing them.
  private static let spare = HandCase.strike
    .replacing(
      "facilities",
      """
      facility,country,kind,status,decision,opening_cost,fixed_cost
      plant,AA,plant,existing,consider,0,1000
      spare,BB,plant,candidate,open,4000,0

      """
    )
    .adding("capacity", "spare,line,100,0,1,0,0")
    .adding("production", "spare,widget,400")
    .adding("lanes", "spare,shop,truck,,1,0,,1000")

  private static let normal = [
    "opening": 4000, "facility_fixed": 1000, "module_fixed": 500, "production": 0.95 * 1600,
    "freight": 0.95 * 80,
  ]

  private func costs(made: Double) -> [String: Double] {
    var costs = Self.normal
    costs["production", default: 0] += 0.05 * made * 400
    costs["freight", default: 0] += 0.05 * made
    costs["shortage"] = 0.05 * (80 - made) * 300
    return costs
  }

  @Test("without a cap sales are lost, for that is cheaper")
  func least() throws {
    let plan = try plan(Self.spare, measure: .worst)
    expectCosts(of: plan, costs(made: 0))
    #expect(agree(plan.risk.salesAtRisk, 0.25))
  }

  @Test("a cap makes the same network pay more in the scenario")
  func capped() throws {
    let plan = try plan(Self.spare, maxRisk: 0.1, measure: .worst)
    // A quarter of 32/80 is 0.1.
    expectCosts(of: plan, costs(made: 48))
    #expect(agree(plan.risk.salesAtRisk, 0.1))
    #expect(plan.solve.maxRisk == 0.1)
  }

  @Test("the least risk, at the least cost it can be had for")
  func leastRisk() throws {
    let plan = try plan(Self.spare, .risk, measure: .worst)
    expectCosts(of: plan, costs(made: 80))
    #expect(agree(plan.risk.salesAtRisk, 0))
    #expect(agree(plan.risk.bound, 0))
    #expect(plan.solve.objective == "risk")
  }

  @Test("a cap that does not bind changes nothing")
  func looseCap() throws {
    let plan = try plan(Self.spare, maxRisk: 0.25, measure: .worst)
    expectCosts(of: plan, costs(made: 0))
  }

  @Test("the baseline is the current network, with a list of what it breaks")
  func baseline() throws {
    let dataset = Self.spare
      .replacing("plan.yaml", HandCase.settings(discountRate: 0, years: 1, 1))
      .adding(
        "constraints", "constraint,kind,origin,period,sense,value", "two,open_facilities,*,t2,>=,2",
        "few,open_facilities,*,*,<=,1")
    let plan = try plan(dataset, measure: .worst, firstStage: .currentNetwork)
    expectCosts(
      of: plan,
      [
        "facility_fixed": 2000, "module_fixed": 1000, "production": 2 * 0.95 * 1600,
        "freight": 2 * 0.95 * 80, "shortage": 2 * 0.05 * 24_000,
      ])
    #expect(
      plan.broken == [
        BrokenRow(constraint: nil, decision: "open", facility: "spare", period: "t1"),
        BrokenRow(constraint: nil, decision: "open", facility: "spare", period: "t2"),
        BrokenRow(constraint: "two", decision: nil, facility: nil, period: "t2"),
      ])
    #expect(plan.solve.objective == "baseline")
    #expect(agree(plan.bound, plan.cost, 1e-9))
  }

  @Test("the baseline holds the stock of today, not what were best")
  func baselineStock() throws {
    let dataset = HandCase.strike.adding(
      "buffers", "location,product,maximum,existing,unit_cost", "shop,widget,25,5,1")
    let plan = try plan(dataset, measure: .worst, firstStage: .currentNetwork)
    #expect(plan.buffers.map(\.stock) == [5])
    #expect(agree(plan.risk.salesAtRisk, 0.25 * 60 / 80))
    #expect(agree(plan.costs.bufferDraws, 0.05 * 20 * 100))
    #expect(plan.broken == [])
  }

  @Test("a cap and the least risk hold for the baseline too")
  func cappedBaseline() throws {
    let stocked = HandCase.strike.adding(
      "buffers", "location,product,maximum,existing,unit_cost", "shop,widget,25,5,1")
    // Missing a widget costs less than replacing one drawn, so that the stock is used under pressure alone.
    let dear = stocked.replacing("products", "widget,piece,100", with: "widget,piece,1000")
    let free = try plan(dear, measure: .worst, firstStage: .currentNetwork)
    #expect(free.draws.isEmpty)
    let least = try plan(dear, .risk, measure: .worst, firstStage: .currentNetwork)
    #expect(agree(least.risk.salesAtRisk, 0.25 * 60 / 80))
    let capped = try plan(dear, maxRisk: 0.2, measure: .worst, firstStage: .currentNetwork)
    #expect(agree(capped.risk.salesAtRisk, 0.2))
    let tooMuch = try plan(dear, maxRisk: 0.18, measure: .worst, firstStage: .currentNetwork)
    #expect(tooMuch.termination == .infeasible)
    #expect(tooMuch.cost == nil)
  }

  @Test("where no plan exists that is the answer, not an error")
  func infeasible() throws {
    let capped = try plan(HandCase.strike, maxRisk: 0.1, measure: .worst)
    #expect(capped.termination == .infeasible)
    #expect(capped.cost == nil && capped.bound == nil && capped.stopReason == nil)
    let forbidden = Self.spare.adding(
      "constraints", "constraint,kind,origin,sense,value", "none,open_facilities,*,<=,0")
    for objective in [DesignQuestion.Objective.cost, .risk] {
      let plan = try plan(forbidden, objective, measure: .worst)
      #expect(plan.termination == .infeasible, "\(objective)")
      #expect(plan.cost == nil, "\(objective)")
    }
  }

  @Test("a number of open facilities, at least and at most")
  func openFacilities() throws {
    let rule = "constraint,kind,origin,sense,value"
    let idle = HandCase.base.adding("facilities", "shed,BB,warehouse,candidate,4000,10")
    let least = idle.adding("constraints", rule, "two,open_facilities,*,>=,2")
    try expectCosts(
      of: plan(least),
      [
        "opening": 4000, "facility_fixed": 1010, "module_fixed": 500, "production": 1600,
        "freight": 80,
      ])
    let most = idle.adding("constraints", rule, "none,open_facilities,kind:plant,<=,0")
    try expectCosts(of: plan(most), ["shortage": 24_000])
  }

  @Test("a cap on emissions of production and freight")
  func emissions() throws {
    let dataset = HandCase.base
      .replacing("production", "facility,product,unit_cost,emissions_t\nplant,widget,20,0.199\n")
      .replacing(
        "modes", "mode,cost_per_t_km,speed_km_per_day,emissions_t_per_t_km\ntruck,0.1,500,0.0001\n"
      )
      .adding(
        "constraints", "constraint,kind,origin,sense,value", "clean,emissions,plant,<=,10")
    // 0.2 t a widget, so that 50 may be made.
    try expectCosts(
      of: plan(dataset),
      [
        "facility_fixed": 1000, "module_fixed": 500, "production": 1000, "freight": 50,
        "shortage": 9000,
      ])
  }
}
