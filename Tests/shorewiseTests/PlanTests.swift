import Foundation
import TestDatasets
import TestSnapshots
import Testing
import TextFiles

@Suite struct PlanTests {
  /// Keys as section 7 of the contract has them, and what the article on the command line adds.
  static let keys: Set<String> = [
    "schema", "dataset", "termination", "stop_reason", "cost", "bound", "gap", "proof", "risk",
    "undelivered", "costs",
    "facilities", "modules", "buffers", "incentives", "scenarios", "mix", "solve",
  ]
  static let costLines: Set<String> = [
    "opening", "closing", "building", "incentives", "facility_fixed", "module_fixed", "buffers",
    "production", "freight", "duty", "pipeline", "carbon", "shortage", "buffer_draws",
  ]

  @Test func `files as they are agreed`() throws {
    let scratch = try Scratch(Cases.small)
    let outcome = try Shorewise.run(["plan", scratch.path("data"), "-o", scratch.path("out")])
    #expect(outcome.status == 0)
    #expect(outcome.error.isEmpty, "\(outcome.error)")
    let plan = try scratch.json("out/plan.json")
    #expect(Set(plan.keys) == Self.keys)
    #expect(plan["schema"] as? String == "shorewise/plan/1")
    #expect(Set(try keys(plan["dataset"])) == ["name", "sha256"])
    #expect(Set(try keys(plan["risk"])) == ["measure", "level", "sales_at_risk", "bound"])
    #expect(Set(try keys(plan["costs"])) == Self.costLines)
    #expect(plan["termination"] as? String == "optimal")
    #expect(plan["stop_reason"] is NSNull)
    let rows: [(String, Set<String>)] = [
      ("facilities", ["facility", "period", "open", "opened", "closed"]),
      ("modules", ["facility", "module", "period", "count", "built", "retired"]),
      ("buffers", ["location", "product", "period", "stock"]),
      ("scenarios", ["scenario", "period", "sales_lost"]),
      ("mix", ["period", "class", "country", "microfactory", "value_share"]),
    ]
    for (list, expected) in rows {
      let entries = try #require(plan[list] as? [[String: Any]])
      #expect(!entries.isEmpty, "\(list)")
      #expect(entries.allSatisfy { Set($0.keys) == expected }, "\(list)")
    }
    let solve = try keys(plan["solve"])
    #expect(
      Set(["seconds", "method", "rows", "columns", "cuts", "recourse_solves"]).isSubset(of: solve))
    let lines = try #require(plan["costs"] as? [String: Double])
    let cost = try #require(plan["cost"] as? Double)
    #expect(abs(lines.values.reduce(0, +) - cost) < 1e-6 * cost)
  }

  @Test func `tables as they are agreed`() throws {
    let scratch = try Scratch(Cases.small)
    try Shorewise.run(
      ["plan", scratch.path("data"), "--max-risk", "0.03", "-o", scratch.path("out")])
    let headers = [
      "flows.csv":
        "period,scenario,origin,destination,mode,product,made_in,quantity,freight,duty",
      "production.csv": "period,scenario,facility,product,quantity",
      "draws.csv": "period,scenario,location,product,quantity",
    ]
    for (file, header) in headers {
      let lines = try scratch.text("out/\(file)").split(separator: "\n")
      #expect(lines.first.map(String.init) == header)
      #expect(lines.count > 1, "\(file)")
    }
    #expect(try scratch.text("out/flows.csv").contains("\nyear-1,,plant,shop,truck,widget,AA,"))
  }

  @Test func `the inputs are copied byte for byte, and nothing else`() throws {
    let scratch = try Scratch(Cases.small)
    try scratch.write("no table", "data/notes.txt")
    try Shorewise.run(["plan", scratch.path("data"), "-o", scratch.path("out")])
    let copied = try FileManager.default.contentsOfDirectory(atPath: scratch.path("out/inputs"))
    #expect(Set(copied) == Set(Cases.small.files.keys))
    for (name, text) in Cases.small.files {
      #expect(try scratch.text("out/inputs/\(name)") == text)
    }
    let written = try FileManager.default.contentsOfDirectory(atPath: scratch.path("out"))
    #expect(Set(written) == ["plan.json", "flows.csv", "production.csv", "draws.csv", "inputs"])
  }

  @Test func `printed JSON is the file`() throws {
    let scratch = try Scratch(Cases.small)
    let outcome = try Shorewise.run(
      ["plan", scratch.path("data"), "--json", "-o", scratch.path("out")])
    #expect(try outcome.json()["cost"] as? Double != nil)
    let file = try scratch.text("out/plan.json")
    #expect(
      outcome.output.trimmingCharacters(in: .newlines) == file.trimmingCharacters(in: .newlines))
  }

  @Test func `a summary for a reader`() throws {
    let scratch = try Scratch(Cases.small)
    let outcome = try Shorewise.run(["plan", scratch.path("data"), "--max-risk", "0.0"])
    #expect(outcome.status == 0)
    try expectSnapshot(outcome.output, "plan.txt")
  }

  @Test func `a cap on risk is kept, and costs`() throws {
    let scratch = try Scratch(Cases.small)
    let free = try plan(scratch, [])
    let capped = try plan(scratch, ["--max-risk", "0.01"])
    let safest = try plan(scratch, ["--minimise", "risk"])
    #expect(free.cost < capped.cost && capped.cost <= safest.cost)
    #expect(capped.risk <= 0.01 + 1e-9)
    #expect(safest.risk <= capped.risk && capped.risk < free.risk)
  }

  @Test(arguments: ["0.03", "3%", "3 %", " 3%"])
  func `a cap is a share or a percentage`(_ cap: String) throws {
    let scratch = try Scratch(Cases.small)
    let outcome = try Shorewise.run(
      ["plan", scratch.path("data"), "--max-risk", cap, "--max-unmet=100%", "--json"])
    let solve = try #require(try outcome.json()["solve"] as? [String: Any])
    #expect(solve["max_risk"] as? Double == 0.03 && solve["max_unmet"] as? Double == 1)
  }

  @Test(arguments: [
    ("scenarios.probability=5", "For 5 % write 0.05 or 5%."),
    ("disruptions.value=50", "For 50 % write 0.5 or 50%."),
    ("settings.risk.level=95", "For 95 % write 0.95 or 95%."),
  ])
  func `a share that is set above 1`(_ set: String, _ cure: String) throws {
    let scratch = try Scratch(Cases.small)
    let outcome = try Shorewise.run(["plan", scratch.path("data"), "--set", set])
    #expect(outcome.status == 65)
    #expect(outcome.error.contains(cure), "\(outcome.error)")
  }

  /// Of 350 a year both plants make at most 280, where sales are worth it.
  @Test(arguments: [
    ("*,350,300", "20.00 % of sales are not made even without a disruption", 0.2),
    ("*,150,10", "100.00 % of sales are not made even without a disruption", 1),
    ("*,80,300", nil, 0),
  ])
  func `what a normal year leaves undelivered is told`(
    _ demand: String, _ told: String?, _ share: Double
  ) throws {
    let scratch = try Scratch(
      Cases.small.replacing("demand", "shop,widget,*,80,300", with: "shop,widget,\(demand)"))
    let out = scratch.path("out")
    for command in ["plan", "frontier"] {
      let outcome = try Shorewise.run([command, scratch.path("data"), "--gap", "0", "-o", out])
      #expect(outcome.status == 0, "\(outcome.error)")
      let lines = outcome.output.split(separator: "\n").map(String.init)
      if command == "plan" {
        #expect(lines[1].hasPrefix("cost "))
        #expect(
          lines.first { $0.hasPrefix("normal year") } == told.map { "normal year         \($0)" },
          "\(outcome.output)")
        let plan = try #require(try scratch.json("out/plan.json")["undelivered"] as? [String: Any])
        let found = try #require(plan["share"] as? Double)
        #expect(abs(found - share) < 1e-9)
        #expect((plan["periods"] as? [[String: Any]])?.first?["share"] as? Double == found)
        #expect(try Shorewise.run(["verify", out]).status == 0)
        let text = try scratch.text("out/plan.json")
          .replacing(
            "\"share\": \(found == 0 ? "0" : "\(found)".replacing(".0", with: ""))",
            with: "\"share\": 0.5")
        try scratch.write(text, "out/plan.json")
        let falsified = try Shorewise.run(["verify", out])
        #expect(falsified.status == 1)
        #expect(falsified.output.contains("what a normal year leaves undelivered"))
      } else {
        #expect(lines[1].contains("short in a") == (told != nil), "\(outcome.output)")
      }
    }
    try Shorewise.run(["report", out, "--format", "markdown"])
    let report = try scratch.text("out/report.md")
    #expect(
      report.contains(
        "cannot meet \(share == 1 ? "100" : "20.0")\u{A0}% of demand in a normal year")
        == (told != nil))
  }

  @Test func `what is written is told, but not behind JSON`() throws {
    let scratch = try Scratch(Cases.small)
    let (data, out) = (scratch.path("data"), scratch.path("out"))
    let plan = try Shorewise.run(["plan", data, "-o", out])
    #expect(
      plan.output.hasSuffix(
        "\nwrote plan.json, flows.csv, production.csv, draws.csv and inputs/ to \(out)\n"))
    let bare = try Shorewise.run(["plan", data, "--no-inputs", "-o", scratch.path("bare")])
    #expect(bare.output.hasSuffix(" production.csv and draws.csv to \(scratch.path("bare"))\n"))
    _ = try Shorewise.run(["plan", data, "--json", "-o", out]).json()
    #expect(!(try Shorewise.run(["plan", data])).output.contains("wrote"))
    let frontier = try Shorewise.run(["frontier", data, "-o", scratch.path("frontier")])
    #expect(
      frontier.output.contains(
        "\nwrote frontier.json, points/, baseline/, expanded/, stress.json and inputs/ to "))
  }

  @Test func `spend and sales not made add up to the cost`() throws {
    let scratch = try Scratch(
      Cases.small.replacing("demand", "shop,widget,*,80,300", with: "shop,widget,*,350,300"))
    let outcome = try Shorewise.run(["plan", scratch.path("data")])
    func money(_ name: String) throws -> Double {
      let line = outcome.output.split(separator: "\n").first { $0.hasPrefix("\(name) ") }
      let number = line?.dropFirst(name.count).split(separator: " ").first.map(String.init)
      return try #require(number.flatMap { Double($0.replacing(",", with: "")) }, "\(name)")
    }
    let cost = try money("cost")
    #expect(try money("  sales not made") > 0)
    #expect(abs(try money("  spend") + money("  sales not made") - cost) <= 1)
  }

  @Test func `the current network, and what it breaks`() throws {
    let scratch = try Scratch(Cases.infeasible)
    let outcome = try Shorewise.run(
      ["plan", scratch.path("data"), "--baseline", "--json", "-o", scratch.path("out")])
    #expect(outcome.status == 0)
    let broken = try #require(try outcome.json()["broken"] as? [[String: Any]])
    #expect(broken.first?["constraint"] as? String == "some")
    #expect(Set(try scratch.json("out/plan.json").keys) == Self.keys.union(["broken"]))
  }

  @Test(arguments: ["current", "expanded"])
  func `a network of today's sites, and what it breaks`(_ network: String) throws {
    let scratch = try Scratch(Cases.infeasible)
    let outcome = try Shorewise.run(
      ["plan", scratch.path("data"), "--network", network, "--json", "-o", scratch.path("out")])
    #expect(outcome.status == 0)
    let plan = try outcome.json()
    #expect((plan["broken"] as? [[String: Any]])?.first?["constraint"] as? String == "some")
    #expect(
      (plan["solve"] as? [String: Any])?["objective"] as? String
        == (network == "current" ? "baseline" : "expanded"))
    #expect(try Shorewise.run(["verify", scratch.path("out")]).status == 0)
  }

  @Test(arguments: [[], ["--max-risk", "0"], ["--minimise", "risk"]])
  func `proven that there is no plan`(_ options: [String]) throws {
    let scratch = try Scratch(Cases.infeasible)
    let outcome = try Shorewise.run(
      ["plan", scratch.path("data"), "-o", scratch.path("out")] + options)
    #expect(outcome.status == 2)
    #expect(outcome.output.contains("no plan exists"))
    let plan = try scratch.json("out/plan.json")
    #expect(plan["termination"] as? String == "infeasible")
    #expect(plan["cost"] is NSNull)
  }

  @Test func `a cap that the current network cannot keep`() throws {
    let scratch = try Scratch(Cases.small)
    let outcome = try Shorewise.run(
      ["plan", scratch.path("data"), "--baseline", "--max-risk", "0"])
    #expect(outcome.status == 2)
    #expect(outcome.output.contains("the current network cannot keep to the cap"))
    let expanded = try Shorewise.run(
      ["plan", scratch.path("data"), "--network", "expanded", "--max-risk", "0"])
    #expect(expanded.status == 2)
    #expect(expanded.output.contains("the expanded network cannot keep to the cap"))
  }

  @Test(arguments: ["file", "file/below", "/proc/nowhere"])
  func `an output that cannot be written`(_ output: String) throws {
    let scratch = try Scratch(Cases.small)
    try scratch.write("in the way", "file")
    let path = output.hasPrefix("/") ? output : scratch.path(output)
    for command in ["plan", "frontier"] {
      let outcome = try Shorewise.run([command, scratch.path("data"), "-o", path])
      #expect(outcome.status == 1)
      #expect(outcome.error.contains("Choose a writable folder"))
      #expect(outcome.output.isEmpty)
    }
  }

  private func plan(_ scratch: Scratch, _ options: [String]) throws -> (cost: Double, risk: Double)
  {
    let outcome = try Shorewise.run(["plan", scratch.path("data"), "--json"] + options)
    let plan = try outcome.json()
    let risk = try #require(plan["risk"] as? [String: Any])
    return (
      try #require(plan["cost"] as? Double), try #require(risk["sales_at_risk"] as? Double)
    )
  }

  private func keys(_ value: Any?) throws -> [String] {
    Array(try #require(value as? [String: Any]).keys)
  }
}
