import SupplyPlan
import TestDatasets
import Testing

/// Opening, closing, building and discounting over periods.
@Suite("Horizon by hand")
struct HorizonByHandTests {
  @Test("discounting over two periods of two and three years")
  func discounting() throws {
    let dataset = HandCase.base
      .replacing("plan.yaml", HandCase.settings(discountRate: 0.1, years: 2, 3))
      .adding("demand", "shop,widget,t2,150,300")
    let early = 1 + 1 / 1.1
    let late = 1 / (1.1 * 1.1) + 1 / (1.1 * 1.1 * 1.1) + 1 / (1.1 * 1.1 * 1.1 * 1.1)
    let plan = try plan(dataset)
    expectCosts(
      of: plan,
      [
        "building": 5000 / (1.1 * 1.1), "facility_fixed": 1000 * (early + late),
        "module_fixed": 500 * early + 1000 * late, "production": 1600 * early + 3000 * late,
        "freight": 80 * early + 150 * late,
      ])
    #expect(plan.modules.map(\.count) == [1, 2])
    #expect(plan.modules.map(\.built) == [0, 1])
  }

  @Test("an existing facility that is to be closed pays at the start")
  func closing() throws {
    let dataset = HandCase.base
      .replacing(
        "facilities",
        """
        facility,country,kind,status,decision,closing_cost,fixed_cost
        plant,AA,plant,existing,closed,700,1000

        """
      )
      .replacing("plan.yaml", HandCase.settings(discountRate: 0.25, years: 1, 1))
    let plan = try plan(dataset)
    // The second year weighs 1/1.25.
    expectCosts(of: plan, ["closing": 700, "shortage": 24_000 * 1.8])
    #expect(plan.facilities.map(\.closed) == [true, false])
    #expect(plan.modules.map(\.retired) == [1, 0])
  }

  @Test("a candidate that is to be open opens at the start, used or not")
  func opening() throws {
    let dataset = HandCase.base
      .replacing(
        "facilities",
        """
        facility,country,kind,status,decision,opening_cost,fixed_cost
        plant,AA,plant,existing,consider,0,1000
        shed,AA,warehouse,candidate,open,4000,10

        """)
    try expectCosts(
      of: plan(dataset),
      [
        "opening": 4000, "facility_fixed": 1010, "module_fixed": 500, "production": 1600,
        "freight": 80,
      ])
  }

  /// Demand in the first and the third year alone. The plant is dear to keep.
  private static func pausing(openingCost: Double, years: Int) -> TestDataset {
    let settings =
      years == 3
      ? HandCase.settings(discountRate: 0, years: 1, 1, 1)
      : HandCase.settings(discountRate: 0, years: 1, 1, 1, 1)
    let idle =
      years == 3 ? ["shop,widget,t2,0,300"] : ["shop,widget,t2,0,300", "shop,widget,t4,0,300"]
    return idle.reduce(
      HandCase.base
        .replacing(
          "facilities",
          """
          facility,country,kind,status,opening_cost,closing_cost,fixed_cost
          plant,AA,plant,existing,\(openingCost),700,5000

          """
        )
        .replacing("plan.yaml", settings)
        .replacing("capacity", "5000,500", with: "100,500")
    ) { $0.adding("demand", $1) }
  }

  @Test("an existing facility may close and open again, and pays both")
  func reopening() throws {
    let plan = try plan(Self.pausing(openingCost: 900, years: 3))
    // Its line goes free of cost and is built anew.
    expectCosts(
      of: plan,
      [
        "opening": 900, "closing": 700, "building": 100, "facility_fixed": 2 * 5000,
        "module_fixed": 2 * 500, "production": 2 * 1600, "freight": 160,
      ])
    #expect(plan.facilities.map(\.open) == [true, false, true])
    #expect(plan.facilities.map(\.opened) == [false, false, true])
    #expect(plan.facilities.map(\.closed) == [false, true, false])
  }

  @Test("where opening is dear it stays open over the pause; its line goes all the same")
  func staying() throws {
    let plan = try plan(Self.pausing(openingCost: 5000, years: 3))
    expectCosts(
      of: plan,
      [
        "building": 100, "facility_fixed": 3 * 5000, "module_fixed": 2 * 500,
        "production": 2 * 1600, "freight": 160,
      ])
  }

  @Test("nothing closes twice: who closes at the end stays open over the pause")
  func closingOnce() throws {
    let plan = try plan(Self.pausing(openingCost: 900, years: 4))
    // Closing in both idle years would save 3400.
    expectCosts(
      of: plan,
      [
        "closing": 700, "building": 100, "facility_fixed": 3 * 5000, "module_fixed": 2 * 500,
        "production": 2 * 1600, "freight": 160,
      ])
    #expect(plan.facilities.map(\.open) == [true, true, true, false])
  }

  @Test("nothing opens twice: a candidate stays open over the pause")
  func openingOnce() throws {
    let dataset = Self.pausing(openingCost: 900, years: 3)
      .replacing("facilities", "plant,existing", with: "plant,candidate")
      .replacing("capacity", "plant,line,100,1", with: "plant,line,100,0")
    try expectCosts(
      of: plan(dataset),
      [
        "opening": 900, "building": 200, "facility_fixed": 3 * 5000, "module_fixed": 2 * 500,
        "production": 2 * 1600, "freight": 160,
      ])
  }
}
