import NetworkDesign
import SupplyData
import SupplyPlan
import TestDatasets
import Testing

/// Sales lost and the three measures.
@Suite("Risk by hand")
struct RiskByHandTests {
  /// The plant is out for a quarter, a half and a whole year; the last is thought impossible.
  private static let outages = HandCase.base
    .adding(
      "scenarios", "scenario,probability,duration_weeks", "short,0.1,13", "long,0.05,26",
      "never,0,52"
    )
    .adding(
      "disruptions", "scenario,effect,origin,value", "short,capacity,plant,1",
      "long,capacity,plant,1", "never,capacity,plant,1")

  @Test(
    "expected, worst with a probability of 0, and the tails",
    arguments: [
      (.expected, 0.1 * 0.25 + 0.05 * 0.5), (.worst, 1),
      (.conditionalValueAtRisk(level: 0), 0.1 * 0.25 + 0.05 * 0.5),
      (.conditionalValueAtRisk(level: 0.5), 0.05 / 0.5),
      // The worst tenth of years: half of it long, half short.
      (.conditionalValueAtRisk(level: 0.9), 0.5 * 0.5 + 0.5 * 0.25),
      (.conditionalValueAtRisk(level: 0.95), 0.5), (.conditionalValueAtRisk(level: 0.99), 0.5),
    ] as [(RiskMeasure, Double)])
  func measures(measure: RiskMeasure, risk: Double) throws {
    for objective in [DesignQuestion.Objective.cost, .risk] {
      let plan = try plan(Self.outages, objective, measure: measure)
      #expect(agree(plan.risk.salesAtRisk, risk, 1e-9), "\(objective)")
      #expect(plan.risk.measure == measure.name)
      #expect(plan.risk.level == measure.level)
      for (row, lost) in zip(plan.scenarios, [0.25, 0.5, 1]) {
        #expect(agree(row.salesLost, lost, 1e-9), "\(row.scenario)")
      }
    }
  }

  @Test("states cost what their share of the time is")
  func weights() throws {
    // A quarter of 0.1 and a half of 0.05 of the time.
    let out = 0.025 + 0.025
    try expectCosts(
      of: plan(Self.outages),
      [
        "facility_fixed": 1000, "module_fixed": 500, "production": 1600 * (1 - out),
        "freight": 80 * (1 - out), "shortage": 24_000 * out,
      ])
  }

  @Test("a surge counts above the normal sales, and what is never delivered counts too")
  func surge() throws {
    let dataset = HandCase.base
      .replacing("capacity", "100,1,2", with: "100,1,1")
      .replacing("demand", "80,300", with: "120,300")
      .adding("scenarios", "scenario,probability,duration_weeks", "surge,0.1,26", "calm,0.1,52")
      .adding("disruptions", "scenario,effect,destination,value", "surge,demand,shop,1.5")
    let plan = try plan(dataset, measure: .worst)
    // 300 are wanted and 100 made; in the calm year 20 of 120 are missing.
    #expect(agree(plan.scenarios[0].salesLost, 0.5 * 200 / 120, 1e-9))
    #expect(agree(plan.scenarios[1].salesLost, 20.0 / 120, 1e-9))
    #expect(agree(plan.risk.salesAtRisk, 0.5 * 200 / 120, 1e-9))
  }

  @Test("sales lost are weighted by what a sale is worth")
  func sales() throws {
    let dataset = HandCase.strike
      .adding("products", "gadget,piece,10,0.01")
      .adding("production", "plant,gadget,5")
      .adding("demand", "shop,gadget,*,20,600")
      .replacing("disruptions", "strike,capacity,plant,,,,1", with: "strike,lane,*,*,*,gadget,1")
    let plan = try plan(dataset, measure: .worst)
    let gadgets = 20.0 * 600 / (20 * 600 + 80 * 300)
    #expect(agree(plan.risk.salesAtRisk, 0.25 * gadgets, 1e-9))
  }

  @Test("periods count by their years; one without demand loses nothing")
  func periods() throws {
    let dataset = HandCase.strike
      .replacing("plan.yaml", HandCase.settings(discountRate: 0.1, years: 1, 3))
      .adding("demand", "shop,widget,t2,0,300")
    let plan = try plan(dataset, measure: .worst)
    #expect(plan.scenarios.map(\.period) == ["t1", "t2"])
    #expect(agree(plan.scenarios[0].salesLost, 0.25))
    #expect(plan.scenarios[1].salesLost == 0)
    #expect(agree(plan.risk.salesAtRisk, 0.25 / 4, 1e-9))
  }

  @Test("among recourses of equal cost the plan takes the least risk", arguments: 0..<4)
  func tieBreak(extra: Int) throws {
    // To make a gadget and to bring it costs what missing it costs, with a plant that widgets keep open anyway.
    let dataset = HandCase.base
      .adding("products", "gadget,piece,10,0.01")
      .adding("production", "plant,gadget,20")
      .adding("demand", "shop,gadget,*,\(10 + 3 * extra),21")
      .replacing("demand", "shop,widget,*,80,300", with: "shop,widget,*,50,300")
      .adding("scenarios", "scenario,probability,duration_weeks", "calm,0.3,26")
    let plan = try plan(dataset, measure: .expected)
    #expect(plan.risk.salesAtRisk == 0)
    #expect(plan.scenarios.map(\.salesLost) == [0])
    #expect(agree(plan.cost, 1500 + 50 * 21 + Double(10 + 3 * extra) * 21))
  }
}
