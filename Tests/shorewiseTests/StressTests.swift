import Foundation
import TestDatasets
import TestSnapshots
import Testing

@Suite struct StressTests {
  private func plan(_ dataset: TestDataset = Cases.small, _ options: String...) throws -> Scratch {
    let scratch = try Scratch(dataset)
    let outcome = try Shorewise.run(
      ["plan", scratch.path("data"), "-o", scratch.path("out")] + options)
    #expect(outcome.status == 0, "\(outcome.error)")
    return scratch
  }

  @Test func `a table for a reader`() throws {
    let scratch = try plan(Cases.small, "--max-risk", "0.02")
    let outcome = try Shorewise.run(["stress", scratch.path("out")])
    #expect(outcome.status == 0 && outcome.error.isEmpty, "\(outcome.error)")
    try expectSnapshot(outcome.output, "stress.txt")
  }

  @Test func `files, and a report of them alone`() throws {
    let scratch = try plan()
    let outcome = try Shorewise.run([
      "stress", scratch.path("out"), "--pairs", "--json", "-o", scratch.path("found"),
    ])
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(outcome.output == (try scratch.text("found/stress.json")) + "\n")
    let record = try outcome.json()
    #expect(record["schema"] as? String == "shorewise/stress/1")
    let networks = try #require(record["networks"] as? [[String: Any]])
    let targets = try #require(record["targets"] as? [[String: Any]])
    let results = try #require(record["results"] as? [[String: Any]])
    #expect(
      networks.map { $0["name"] as? String } == ["current network", "expanded network", "plan"])
    #expect(targets.contains { $0["kind"] as? String == "joint" })
    #expect(results.count >= 2 * targets.count)
    for name in ["stress", "stress_losses", "sources", "sources_countries"] {
      #expect(scratch.exists("found/\(name).csv"), "\(name)")
    }
    let report = try Shorewise.run(["report", scratch.path("found")])
    #expect(report.status == 0, "\(report.error)")
    let page = try scratch.text("found/report.html")
    #expect(page.contains("id=\"stress\"") && !page.contains("id=\"plan-1\""))
  }

  @Test func `a frontier, all of its plans`() throws {
    let scratch = try Scratch(Cases.small)
    try Shorewise.run([
      "frontier", scratch.path("data"), "--points", "3", "-o", scratch.path("out"),
    ])
    let record = try Shorewise.run(["stress", scratch.path("out"), "--json"]).json()
    let networks = try #require(record["networks"] as? [[String: Any]])
    #expect(
      networks.compactMap { $0["name"] as? String } == [
        "current network", "expanded network", "plan 1", "plan 2", "plan 3",
      ])
  }

  @Test func `what a plan must survive is what stress finds`() throws {
    let files = Cases.small
      .adding("recovery", "target,weeks", "country:*,20")
      .adding("constraints", "constraint,kind,origin,sense,value")
      .adding("constraints", "any,survive,country:*,<=,0.25")
    let scratch = try plan(files)
    #expect(try Shorewise.run(["verify", scratch.path("out")]).status == 0)
    let document = try scratch.text("out/plan.json")
    let plan = try #require(
      try JSONSerialization.jsonObject(with: Data(document.utf8)) as? [String: Any])
    let outages = try #require(plan["outages"] as? [[String: Any]])
    #expect(!outages.isEmpty)
    let record = try Shorewise.run([
      "stress", scratch.path("out"), "--target", "country:*", "--json",
    ]).json()
    let results = try #require(record["results"] as? [[String: Any]])
      .filter { $0["network"] as? String == "plan" }
    for outage in outages {
      let lost = try #require(outage["sales_lost"] as? Double)
      let result = results.first {
        $0["target"] as? String == outage["target"] as? String
          && $0["period"] as? String == outage["period"] as? String
      }
      #expect(abs((result?["sales_lost"] as? Double ?? 1) - lost) < 1e-6, "\(outage)")
      #expect(lost <= 0.25 + 1e-6 && result?["weeks"] as? Double == 20)
    }
  }

  @Test(arguments: [
    ("country:ZZ", "there is no country 'ZZ'"), ("planet:X", "names no area"),
    ("product:bike", "does not say where"), ("country:*>", "there is no country '*>'"),
  ])
  func `a target that does not exist`(target: String, cause: String) throws {
    let scratch = try plan()
    let outcome = try Shorewise.run(["stress", scratch.path("out"), "--target", target])
    #expect(outcome.status == 1 && outcome.output.isEmpty)
    #expect(outcome.error.contains(cause), "\(outcome.error)")
  }

  @Test func `no plan there`() throws {
    let scratch = try Scratch(Cases.small)
    let outcome = try Shorewise.run(["stress", scratch.path("data")])
    #expect(outcome.status == 1)
    #expect(outcome.error.contains("-o"), "\(outcome.error)")
  }

  @Test(arguments: [["--ttr", "0"], ["--threads", "0"], ["--time-limit", "-1"]])
  func `options out of range`(options: [String]) throws {
    let scratch = try Scratch(Cases.small)
    #expect(try Shorewise.run(["stress", scratch.path("data")] + options).status == 64)
  }
}
