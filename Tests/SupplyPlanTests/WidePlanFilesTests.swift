import Foundation
import SupplyData
import SupplyPlan
import Testing
import TextFiles

/// The files of plans of datasets with contracts, claims, quotas and the like.
@Suite struct WidePlanFilesTests {
  @Test func `what is optional is kept`() throws {
    try SamplePlan.inFolder { folder in
      try SamplePlan.wide.write(to: folder)
      #expect(try Plan.read(from: folder) == SamplePlan.wide)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      #expect(names == ["draws.csv", "flows.csv", "plan.json", "production.csv", "uses.csv"])
    }
  }

  @Test func `keys and columns as they are agreed`() throws {
    try SamplePlan.inFolder { folder in
      try SamplePlan.wide.write(to: folder)
      let document = try SamplePlan.text(folder, "plan.json")
      #expect(
        document.contains(
          """
            "contracts": [
              {"contract": "volume, \\"A\\"", "period": "2025", "signed": true}
            ],
            "clusters": [
              {"cluster": "valley", "at_least": 2, "period": "2025", "met": true},
              {"cluster": "valley", "at_least": 3, "period": "2025", "met": false}
            ],

          """))
      #expect(
        document.contains(
          """
              "buffers": 6.5,
              "contracts": 7.5,
              "clusters": 8.5,
              "production": 9.5,
              "handling": 10.5,
              "freight": 11.5,
              "duty": 12.5,
              "drawback": 13.5,
              "pipeline": 14.5,
              "safety_stock": 15.5,
              "carbon": 16.5,
              "collection": 17.5,
              "shortage": 18.5,
              "buffer_draws": 19.5

          """))
      #expect(
        try SamplePlan.text(folder, "flows.csv").hasPrefix(
          "period,scenario,origin,destination,mode,product,made_in,quantity,freight,duty,"
            + "claim,in_quota,drawn_back\n"))
      #expect(try SamplePlan.text(folder, "flows.csv").hasSuffix(",1e-300,,3,0.5\n"))
      #expect(
        try SamplePlan.text(folder, "production.csv") == """
          period,scenario,facility,product,quantity,contract,claim
          2025,,plant,cell,2.5,"volume, ""A""\",
          2025,quake,plant,cell,0,,pact

          """)
      #expect(
        try SamplePlan.text(folder, "uses.csv") == """
          period,scenario,facility,product,claim,component,made_in,component_claim,quantity
          2025,,plant,cell,pact,ore,JP,,1.25
          2025,quake,plant,cell,,ore,,,2

          """)
    }
  }

  @Test func `a column is written only where a row has something in it`() throws {
    try SamplePlan.inFolder { folder in
      var plan = SamplePlan.plan
      plan.flows[0].drawnBack = 1
      plan.production[0].claim = "pact"
      try plan.write(to: folder)
      let header = try SamplePlan.text(folder, "flows.csv").split(separator: "\n").first
      #expect(header?.hasSuffix(",freight,duty,drawn_back") == true)
      #expect(
        try SamplePlan.text(folder, "production.csv").hasPrefix(
          "period,scenario,facility,product,quantity,claim\n"))
      #expect(try Plan.read(from: folder) == plan)
    }
  }

  @Test func `an earlier plan's uses go with it`() throws {
    try SamplePlan.inFolder { folder in
      try SamplePlan.wide.write(to: folder)
      try SamplePlan.plan.write(to: folder)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      #expect(names == ["draws.csv", "flows.csv", "plan.json", "production.csv"])
      #expect(try Plan.read(from: folder) == SamplePlan.plan)
    }
  }

  @Test func `an empty cell of a quantity is 0, and a text is none`() throws {
    try SamplePlan.inFolder { folder in
      try SamplePlan.wide.write(to: folder)
      let text = try SamplePlan.text(folder, "flows.csv")
      try SamplePlan.put(text.replacing(",3,0.5\n", with: ",,0.5\n"), folder, "flows.csv")
      #expect(try Plan.read(from: folder).flows[1].inQuota == 0)
      try SamplePlan.put(text.replacing(",3,0.5\n", with: ",three,0.5\n"), folder, "flows.csv")
      let faults = try #require(throws: Faults.self) { try Plan.read(from: folder) }
      #expect(
        faults.all.map(\.cause) == ["'three' in the column 'in_quota' is not a finite number"])
    }
  }

  @Test func `quantities that are not finite are refused`() throws {
    try SamplePlan.inFolder { folder in
      var plan = SamplePlan.wide
      plan.flows[0].inQuota = .nan
      plan.flows[1].drawnBack = .infinity
      plan.uses[1].quantity = .nan
      let faults = try #require(throws: Faults.self) { try plan.write(to: folder) }
      #expect(faults.all.map(\.line) == [2, 3, 3])
      #expect(faults.all.last?.file.hasSuffix("uses.csv") == true)
    }
  }

  @Test func `optional lines of the cost are shown where one is not 0`() {
    let plain = SamplePlan.plan.costs
    var handled = CostLines()
    handled.handling = 1
    let names = { (costs: [CostLines]) in CostLines.lines(shownOf: costs).map(\.name) }
    #expect(names([plain]).count == 14 && !names([plain]).contains("handling"))
    #expect(names([plain, handled]) == names([handled]))
    #expect(Set(names([handled])).subtracting(names([plain])) == ["handling"])
    #expect(names([SamplePlan.wide.costs]) == CostLines.lines.map(\.name))
  }
}
