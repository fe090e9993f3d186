import SupplyPlan
import TestDatasets
import Testing

/// Stocks: `w · duration / 52 ≤ z ≤ maximum`, and draws replaced at the value of the goods.
@Suite("Buffers by hand")
struct BufferByHandTests {
  private func stocked(_ maximum: String, unitCost: String = "1", weeks: String = "13")
    -> TestDataset
  {
    HandCase.strike
      .replacing("scenarios", "0.2,13", with: "0.2,\(weeks)")
      .adding(
        "buffers", "location,product,maximum,unit_cost", "shop,widget,\(maximum),\(unitCost)")
  }

  @Test("20 pieces last a quarter of a year at a rate of 80")
  func enough() throws {
    let plan = try plan(stocked("25"))
    expectCosts(
      of: plan,
      [
        "facility_fixed": 1000, "module_fixed": 500, "buffers": 20, "production": 0.95 * 1600,
        "freight": 0.95 * 80, "buffer_draws": 0.05 * 80 * 100,
      ])
    #expect(plan.buffers.map { agree($0.stock, 20) } == [true])
    #expect(plan.draws.map { agree($0.quantity, 80) } == [true])
    #expect(agree(plan.risk.salesAtRisk, 0))
  }

  @Test("15 pieces serve three quarters of it")
  func tooFew() throws {
    let plan = try plan(stocked("15"), measure: .worst)
    expectCosts(
      of: plan,
      [
        "facility_fixed": 1000, "module_fixed": 500, "buffers": 15, "production": 0.95 * 1600,
        "freight": 0.95 * 80, "shortage": 0.05 * 20 * 300, "buffer_draws": 0.05 * 60 * 100,
      ])
    #expect(agree(plan.risk.salesAtRisk, 0.25 * 20 / 80))
  }

  @Test("the same stock lasts half as well for twice the time")
  func longer() throws {
    let plan = try plan(stocked("15", weeks: "26"), measure: .worst)
    // 15 pieces in half a year are 30 a year; the state weighs a tenth.
    expectCosts(
      of: plan,
      [
        "facility_fixed": 1000, "module_fixed": 500, "buffers": 15, "production": 0.9 * 1600,
        "freight": 0.9 * 80, "shortage": 0.1 * 50 * 300, "buffer_draws": 0.1 * 30 * 100,
      ])
    #expect(agree(plan.risk.salesAtRisk, 0.5 * 50 / 80))
  }

  @Test(
    "a piece in stock saves 0.05 · 4 · (300 − 100) = 40 a year: held below, not held above",
    arguments: [("39.9", 20.0), ("40.1", 0)])
  func worth(unitCost: String, stock: Double) throws {
    let plan = try plan(stocked("25", unitCost: unitCost))
    #expect(plan.buffers.map { agree($0.stock, stock) } == [true])
  }

  @Test("left empty, a piece costs the holding rate of its value")
  func holdingRate() throws {
    let plan = try plan(stocked("25", unitCost: ""))
    #expect(agree(plan.costs.buffers, 20 * 0.15 * 100))
  }

  @Test("a plant's stock of components serves while it can make and ship")
  func components() throws {
    let dataset = HandCase.base
      .adding("products", "bolt,piece,2,0.0001")
      .adding("bills_of_materials", "product,component,quantity", "widget,bolt,4")
      .adding("facilities", "smith,AA,supplier,existing,0,0")
      .adding("capacity", "smith,press,1000,1,1,0,0")
      .adding("production", "smith,bolt,1")
      .replacing(
        "lanes", HandCase.lanes("plant,shop,truck,,1,0,", "smith,plant,truck,bolt,0.25,0,")
      )
      .adding("buffers", "location,product,maximum,unit_cost", "plant,bolt,100,0.01")
      .adding(
        "scenarios", "scenario,probability,duration_weeks", "fire,0.2,13", "quake,0.2,13"
      )
      .adding(
        "disruptions", "scenario,effect,origin,value", "fire,capacity,smith,1",
        "quake,capacity,*,1")
    let plan = try plan(dataset, measure: .worst)
    // In the fire 80 · 4 bolts a year come from 80 in stock; in the quake nobody makes anything.
    expectCosts(
      of: plan,
      [
        "facility_fixed": 1000, "module_fixed": 500, "buffers": 80 * 0.01,
        "production": 0.9 * (80 * 4 * 1) + 0.95 * 1600, "freight": 0.9 * 80 + 0.95 * 80,
        "shortage": 0.05 * 24_000, "buffer_draws": 0.05 * 320 * 2,
      ])
    #expect(
      plan.scenarios.map { agree($0.salesLost, $0.scenario == "quake" ? 0.25 : 0) } == [true, true])
  }

  @Test("nothing is drawn in the normal state, however short the goods are")
  func normalState() throws {
    let dataset = HandCase.base
      .replacing("demand", "80,300", with: "230,300")
      .adding("buffers", "location,product,maximum,unit_cost", "shop,widget,50,0")
    let plan = try plan(dataset)
    #expect(plan.draws.isEmpty)
    #expect(agree(plan.costs.shortage, 30 * 300))
  }
}
