import Foundation
import SupplyData
import SupplyPlan
import Testing
import TextFiles

@Suite struct PlanFilesTests {
  @Test func roundTrip() throws {
    try SamplePlan.inFolder { folder in
      try SamplePlan.plan.write(to: folder + "/deep/er")
      #expect(try Plan.read(from: folder + "/deep/er") == SamplePlan.plan)
      #expect(try Plan.read(from: folder + "/deep/er/") == SamplePlan.plan)
      #expect(try Plan.read(from: folder + "/deep/er/plan.json") == SamplePlan.plan)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/deep/er").sorted()
      #expect(names == ["draws.csv", "flows.csv", "plan.json", "production.csv"])
    }
  }

  @Test func writingTwiceGivesTheSameBytes() throws {
    try SamplePlan.inFolder { folder in
      try SamplePlan.plan.write(to: folder)
      let first = try SamplePlan.text(folder, "plan.json")
      try Plan.read(from: folder).write(to: folder)
      #expect(try SamplePlan.text(folder, "plan.json") == first)
    }
  }

  @Test func theVariantIsKept() throws {
    try SamplePlan.inFolder { folder in
      var plan = SamplePlan.plan
      plan.dataset.variant = "dear@cost=21"
      plan.dataset.sets = ["tariffs[origin=CN].rate*=1.5", "settings.name=\"x\""]
      try plan.write(to: folder)
      #expect(try Plan.read(from: folder) == plan)
    }
  }

  @Test func cutsAreKeptAndOlderFilesHaveNone() throws {
    try SamplePlan.inFolder { folder in
      var plan = SamplePlan.plan
      plan.solve.method = "decomposition"
      (plan.solve.cuts, plan.solve.recourseSolves) = (31, 407)
      try plan.write(to: folder)
      #expect(try Plan.read(from: folder) == plan)
      let text = try SamplePlan.text(folder, "plan.json")
      let older = text.replacing(",\n    \"cuts\": 31,\n    \"recourse_solves\": 407", with: "")
      #expect(older != text)
      try SamplePlan.put(older, folder, "plan.json")
      (plan.solve.cuts, plan.solve.recourseSolves) = (0, 0)
      #expect(try Plan.read(from: folder) == plan)
    }
  }

  @Test func `what goes undelivered is kept, and older files say nothing`() throws {
    try SamplePlan.inFolder { folder in
      var plan = SamplePlan.plan
      plan.undelivered = Undelivered(
        share: 0.057, periods: [.init(period: "2025", share: 0.04), .init(period: "b", share: 0.1)])
      #expect(plan.undelivered?.worst?.period == "b")
      try plan.write(to: folder)
      #expect(try Plan.read(from: folder) == plan)
      try SamplePlan.plan.write(to: folder)
      #expect(try Plan.read(from: folder).undelivered == nil)
    }
  }

  @Test func `a baseline that breaks nothing says so`() throws {
    try SamplePlan.inFolder { folder in
      var plan = SamplePlan.plan
      plan.broken = []
      try plan.write(to: folder)
      #expect(try SamplePlan.text(folder, "plan.json").contains("\"broken\": []"))
      #expect(try Plan.read(from: folder) == plan)
    }
  }

  @Test func noPlanIsNull() throws {
    try SamplePlan.inFolder { folder in
      let plan = Plan(
        dataset: .init(name: "none", sha256: ""), termination: .infeasible, stopReason: "proven",
        risk: PlanRisk(measure: "worst", level: nil),
        solve: .init(
          seconds: 0, method: "monolith", rows: 0, columns: 0, objective: "cost", maxRisk: nil,
          nodes: 0))
      try plan.write(to: folder)
      #expect(try Plan.read(from: folder) == plan)
      let text = try SamplePlan.text(folder, "plan.json")
      for key in ["cost", "bound", "gap", "costs", "sales_at_risk", "level"] {
        #expect(text.contains("\"\(key)\": null"))
      }
      #expect(!text.contains("\"broken\""))
    }
  }

  @Test func documentAsTheContractSaysIt() throws {
    try SamplePlan.inFolder { folder in
      try SamplePlan.plan.write(to: folder)
      #expect(try SamplePlan.text(folder, "plan.json") == Self.document)
      #expect(
        try SamplePlan.text(folder, "flows.csv") == """
          period,scenario,origin,destination,mode,product,made_in,quantity,freight,duty
          2025,,"plant, ""A""\","line
          feed",sea,cell,JP,1.7976931348623157e+308,0.1,0
          2025,quake,"carriage\r
          return",shop,sea,cell,JP,-12,100000,1e-300

          """)
      #expect(
        try SamplePlan.text(folder, "production.csv") == """
          period,scenario,facility,product,quantity
          2025,,plant,cell,2.5
          2025,quake,plant,cell,0

          """)
      #expect(
        try SamplePlan.text(folder, "draws.csv") == """
          period,scenario,location,product,quantity
          2025,quake,shop,cell,52

          """)
    }
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func numbersThatAreNotFiniteAreRefused(_ number: Double) throws {
    try SamplePlan.inFolder { folder in
      var plan = SamplePlan.plan
      plan.cost = number
      plan.costs.duty = number
      plan.mix[0].valueShare = number
      plan.flows[1].duty = number
      plan.production[0].quantity = number
      plan.draws[0].quantity = number
      let faults = try #require(throws: Faults.self) { try plan.write(to: folder) }
      #expect(faults.all.count == 6)
      #expect(faults.all.contains { $0.cause.contains("'mix[0].value_share'") })
      #expect(faults.all.contains { $0.file.hasSuffix("flows.csv") && $0.line == 3 })
      #expect(!FileManager.default.fileExists(atPath: folder))
    }
  }

  @Test func aFolderThatCannotBeMade() throws {
    try SamplePlan.inFolder { folder in
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try SamplePlan.put("a file", folder, "taken")
      let faults = try #require(throws: Faults.self) {
        try SamplePlan.plan.write(to: folder + "/taken")
      }
      #expect(faults.all.first?.cause.contains("cannot be written") == true)
    }
  }

  @Test func columnsInAnotherOrderAndOtherLineEnds() throws {
    try SamplePlan.inFolder { folder in
      try SamplePlan.plan.write(to: folder)
      try SamplePlan.put(
        "\u{FEFF}quantity,period,scenario,location,product\r\n52,2025,quake,shop,\"cell\"\r\n\r\n",
        folder, "draws.csv")
      #expect(try Plan.read(from: folder).draws == SamplePlan.plan.draws)
    }
  }

  @Test func manyRowsAreReadAndWrittenQuickly() throws {
    try SamplePlan.inFolder { folder in
      var plan = SamplePlan.plan
      let row = plan.flows[1]
      plan.flows = (0..<100_000).map {
        var copy = row
        copy.quantity = Double($0) / 7
        return copy
      }
      let clock = ContinuousClock()
      let time = try clock.measure {
        try plan.write(to: folder)
        #expect(try Plan.read(from: folder).flows == plan.flows)
      }
      // Far above what a busy machine needs without optimisation; a quadratic reading would take minutes.
      #expect(time < .seconds(60))
    }
  }

  static let document = """
    {
      "schema": "shorewise/plan/1",
      "dataset": {
        "name": "Quotes \\" and \\\\, line\\nfeed, é, 🚢",
        "sha256": "ab12"
      },
      "termination": "stopped",
      "stop_reason": "time limit of 60 s",
      "cost": 0.30000000000000004,
      "bound": 1e-07,
      "gap": 0.3333333333333333,
      "risk": {
        "measure": "cvar",
        "level": 0.95,
        "sales_at_risk": 0.012345678901234567,
        "bound": 0
      },
      "costs": {
        "opening": 0,
        "closing": 0.3333333333333333,
        "building": 0.6666666666666666,
        "incentives": -1.5,
        "facility_fixed": 1.3333333333333333,
        "module_fixed": 1.6666666666666667,
        "buffers": 2,
        "production": 2.3333333333333335,
        "freight": 2.6666666666666665,
        "duty": 3,
        "pipeline": 3.3333333333333335,
        "carbon": 3.6666666666666665,
        "shortage": 4,
        "buffer_draws": 4.333333333333333
      },
      "facilities": [
        {"facility": "plant, \\"A\\"", "period": "2025", "open": true, "opened": true, "closed": false}
      ],
      "modules": [
        {"facility": "plant, \\"A\\"", "module": "line", "period": "2025", "count": 3, "built": 2, "retired": 0}
      ],
      "buffers": [
        {"location": "shop", "product": "cell", "period": "2025", "stock": 1e+21}
      ],
      "scenarios": [
        {"scenario": "quake", "period": "2025", "sales_lost": 5e-324}
      ],
      "mix": [
        {"period": "2025", "class": "friendshore", "country": "JP", "microfactory": true, "value_share": 1}
      ],
      "incentives": [
        {"incentive": "act", "facility": "plant, \\"A\\"", "period": "2025", "granted": 1.5}
      ],
      "broken": [
        {"constraint": "cap", "decision": null, "facility": null, "period": "2025"},
        {"constraint": null, "decision": "closed", "facility": "old", "period": "2025"}
      ],
      "solve": {
        "seconds": 1.25,
        "method": "monolith",
        "rows": 12,
        "columns": 34,
        "objective": "cost",
        "max_risk": 0.05,
        "nodes": 7,
        "cuts": 0,
        "recourse_solves": 0
      }
    }

    """
}
