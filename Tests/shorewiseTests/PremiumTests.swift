import Foundation
import TestDatasets
import TestSnapshots
import Testing

@Suite struct PremiumTests {
  private func frontier() throws -> Scratch {
    let scratch = try Scratch(Cases.small)
    try Shorewise.run([
      "frontier", scratch.path("data"), "--points", "4", "-o", scratch.path("out"),
    ])
    return scratch
  }

  @Test func `a table for a reader`() throws {
    let scratch = try frontier()
    let outcome = try Shorewise.run(["premium", scratch.path("out")])
    #expect(outcome.status == 0 && outcome.error.isEmpty, "\(outcome.error)")
    try expectSnapshot(outcome.output, "premium.txt")
  }

  @Test func `files, and a report of them alone`() throws {
    let scratch = try frontier()
    let outcome = try Shorewise.run(
      ["premium", scratch.path("out"), "--json", "-o", scratch.path("found")])
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(outcome.output == (try scratch.text("found/premium.json")) + "\n")
    let record = try outcome.json()
    #expect(record["schema"] as? String == "shorewise/premium/1")
    let points = try #require(record["points"] as? [Any])
    let steps = try #require(record["steps"] as? [[String: Any]])
    #expect(points.count == 4 && steps.count == 3)
    for name in ["premium", "premium_purchases", "premium_break_evens"] {
      #expect(scratch.exists("found/\(name).csv"))
    }
    #expect(
      try scratch.text("found/inputs/plan.yaml") == Cases.small.files["plan.yaml"])
    let report = try Shorewise.run(["report", scratch.path("found")])
    #expect(report.status == 0, "\(report.error)")
    let page = try scratch.text("found/report.html")
    #expect(page.contains("id=\"premium\"") && !page.contains("id=\"plan-1\""))
  }

  @Test func `beside the frontier`() throws {
    let scratch = try frontier()
    let outcome = try Shorewise.run(["premium", scratch.path("out"), "-o", scratch.path("out")])
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(scratch.exists("out/premium.json"))
    #expect(try Shorewise.run(["report", scratch.path("out")]).status == 0)
    #expect(try scratch.text("out/report.html").contains("id=\"premium\""))
  }

  @Test func `beside another dataset`() throws {
    let scratch = try frontier()
    try Cases.changed.write(to: scratch.path("other"))
    try Shorewise.run(["plan", scratch.path("other"), "-o", scratch.path("found")])
    let outcome = try Shorewise.run(["premium", scratch.path("out"), "-o", scratch.path("found")])
    #expect(outcome.status == 1)
    #expect(outcome.error.contains("copy of a different dataset"))
    #expect(!scratch.exists("found/premium.json"))
  }

  @Test func `of an invalid copy of the dataset`() throws {
    let scratch = try frontier()
    try Cases.invalid.write(to: scratch.path("out/inputs"))
    let outcome = try Shorewise.run(["premium", scratch.path("out")])
    #expect(outcome.status == 65)
    #expect(outcome.error.contains("inputs/demand.csv"))
  }

  @Test func `of a frontier of other tables`() throws {
    let scratch = try frontier()
    try Cases.changed.write(to: scratch.path("out/inputs"))
    let outcome = try Shorewise.run(["premium", scratch.path("out")])
    #expect(outcome.status == 1)
    #expect(outcome.error.contains("out/frontier.json: error: it was not made from this dataset"))
  }

  @Test func `of what is no frontier`() throws {
    let scratch = try Scratch(Cases.small)
    try Shorewise.run(["plan", scratch.path("data"), "-o", scratch.path("out")])
    let outcome = try Shorewise.run(["premium", scratch.path("out")])
    #expect(outcome.status == 1)
    #expect(outcome.error.contains("there is no frontier.json in it"))
  }

  @Test func `of a frontier without points`() throws {
    let scratch = try Scratch(Cases.infeasible)
    try Shorewise.run(["frontier", scratch.path("data"), "-o", scratch.path("out")])
    let outcome = try Shorewise.run(["premium", scratch.path("out")])
    #expect(outcome.status == 1)
    #expect(outcome.error.contains("the frontier has no points"))
  }

  @Test func `of one point`() throws {
    let scratch = try Scratch(Cases.certain)
    try Shorewise.run(["frontier", scratch.path("data"), "-o", scratch.path("out")])
    let outcome = try Shorewise.run(["premium", scratch.path("out")])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("no step to price"))
  }

  /// A file that no version wrote is refused by name.
  @Test func `a report of a broken finding`() throws {
    let scratch = try frontier()
    try Shorewise.run(["premium", scratch.path("out"), "-o", scratch.path("found")])
    try scratch.write("{}", "found/premium.json")
    let outcome = try Shorewise.run(["report", scratch.path("found")])
    #expect(outcome.status == 1)
    #expect(outcome.error.contains("shorewise/premium/1"))
  }
}
