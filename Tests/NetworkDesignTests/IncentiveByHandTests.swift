import SupplyPlan
import TestDatasets
import Testing

/// What incentives grant, alone and together.
@Suite("Incentives by hand")
struct IncentiveByHandTests {
  /// To open the plant costs 4000, to build its line 5000.
  private static let candidate = HandCase.base
    .replacing("facilities", "existing,0,1000", with: "candidate,4000,1000")
    .replacing("capacity", "plant,line,100,1", with: "plant,line,100,0")

  private func expectGranted(
    _ granted: Double, of incentives: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let rows = incentives.map { $0 + "\n" }.joined()
    let dataset = Self.candidate.replacing(
      "incentives", "incentive,facility,share,maximum\n" + rows)
    try expectCosts(
      of: plan(dataset, sourceLocation: sourceLocation),
      [
        "opening": 4000, "building": 5000, "incentives": -granted, "facility_fixed": 1000,
        "module_fixed": 500, "production": 1600, "freight": 80,
      ], sourceLocation: sourceLocation)
  }

  @Test("a share of opening and build cost, up to the maximum")
  func maximum() throws {
    try expectGranted(4500, of: "home,plant,0.5,")
    try expectGranted(3000, of: "home,plant,0.5,3000")
    try expectGranted(4500, of: "home,country:AA,0.5,5000")
  }

  @Test("several together grant no more than the cost")
  func together() throws {
    try expectGranted(7700, of: "home,plant,0.6,5000", "green,kind:plant,0.3,")
    try expectGranted(9000, of: "home,plant,0.6,", "green,*,0.7,")
  }

  @Test("what is neither opened nor built gets nothing")
  func nothing() throws {
    let dataset = HandCase.base.adding("incentives", "incentive,facility,share", "home,*,1")
    let plan = try plan(dataset)
    #expect(plan.costs.incentives == 0)
    #expect(plan.incentives.isEmpty)
  }

  @Test("the maximum holds over facilities and periods, undiscounted")
  func horizon() throws {
    // Each plant has one line; the twin is needed in the second year alone, which weighs 0.8.
    let dataset = Self.candidate
      .replacing("plan.yaml", HandCase.settings(discountRate: 0.25, years: 1, 1))
      .replacing("capacity", "plant,line,100,0,2", with: "plant,line,100,0,1")
      .adding("facilities", "twin,AA,plant,candidate,4000,1001")
      .adding("capacity", "twin,line,100,0,1,5000,500")
      .adding("production", "twin,widget,20")
      .adding("lanes", "twin,shop,truck,,1,0,,1000")
      .adding("demand", "shop,widget,t2,160,300")
      .adding("incentives", "incentive,facility,share,maximum", "home,*,0.5,7000")
    let plan = try plan(dataset)
    expectCosts(
      of: plan,
      [
        "opening": 4000 * 1.8, "building": 5000 * 1.8, "incentives": -(4500 + 2500 * 0.8),
        "facility_fixed": 1000 * 1.8 + 1001 * 0.8, "module_fixed": 500 * (1 + 2 * 0.8),
        "production": 1600 * (1 + 2 * 0.8), "freight": 80 * (1 + 2 * 0.8),
      ])
    #expect(agree(plan.incentives.reduce(0) { $0 + $1.granted }, 7000))
  }

  @Test("a cap on investment counts what is left after incentives")
  func investment() throws {
    let capped = Self.candidate.adding(
      "constraints", "constraint,kind,origin,sense,value", "budget,investment,*,<=,6000")
    try expectCosts(of: plan(capped), ["shortage": 24_000])
    let granted = capped.adding("incentives", "incentive,facility,share,maximum", "home,*,0.5,")
    try expectCosts(
      of: plan(granted),
      [
        "opening": 4000, "building": 5000, "incentives": -4500, "facility_fixed": 1000,
        "module_fixed": 500, "production": 1600, "freight": 80,
      ])
    // 9000 less 2000 is still above the cap.
    let little = capped.adding("incentives", "incentive,facility,share,maximum", "home,*,0.5,2000")
    try expectCosts(of: plan(little), ["shortage": 24_000])
  }

  @Test("a cap on investment holds in the period it names, by itself")
  func investmentOfAPeriod() throws {
    let dataset = Self.candidate
      .replacing("plan.yaml", HandCase.settings(discountRate: 0, years: 1, 1))
      .adding(
        "constraints", "constraint,kind,origin,period,sense,value",
        "budget,investment,*,t1,<=,6000")
    // The line has to wait for the second year.
    try expectCosts(
      of: plan(dataset),
      [
        "opening": 4000, "building": 5000, "facility_fixed": 1000, "module_fixed": 500,
        "production": 1600, "freight": 80, "shortage": 24_000,
      ])
  }
}
