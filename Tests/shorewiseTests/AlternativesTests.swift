import Foundation
import TestSnapshots
import Testing

@Suite struct AlternativesTests {
  @Test func `printed, written, read by the report`() throws {
    let scratch = try Scratch(Cases.small)
    try Shorewise.run(["plan", scratch.path("data"), "-o", scratch.path("out")])
    let outcome = try Shorewise.run([
      "alternatives", scratch.path("data"), "--within", "0.3", "--json", "-o",
      scratch.path("out"),
    ])
    #expect(outcome.status == 0 && outcome.error.isEmpty, "\(outcome.error)")
    let json = try outcome.json()
    #expect(json["schema"] as? String == "shorewise/alternatives/1")
    #expect(try scratch.text("out/alternatives.json") == outcome.output.dropLast())
    let plans = try #require(json["plans"] as? [[String: Any]])
    for plan in plans {
      let path = try #require(plan["plan"] as? String)
      let verified = try Shorewise.run(["verify", scratch.path("out/" + path)])
      #expect(verified.status == 0, "\(path)")
    }
    let table = try scratch.text("out/alternatives-facilities.csv").split(separator: "\n")
    #expect(table.count == 3)
    #expect(table[0].hasPrefix("facility,verdict,otherwise_at_least,margin,is_forced"))
    #expect(try Shorewise.run(["report", scratch.path("out")]).status == 0)
    let page = try scratch.text("out/report.html")
    #expect(page.contains("id=\"alternatives\"") && page.contains("within 30"))
  }

  @Test func `a summary for a reader`() throws {
    let scratch = try Scratch(Cases.small)
    let outcome = try Shorewise.run(["alternatives", scratch.path("data"), "--within", "0.3"])
    #expect(outcome.status == 0)
    let timeless = outcome.output.replacing(/solves, .* s/, with: "solves")
    try expectSnapshot(timeless, "alternatives.txt")
  }

  @Test func `a frontier's folder`() throws {
    let scratch = try Scratch(Cases.small)
    try Shorewise.run(["frontier", scratch.path("data"), "-o", scratch.path("out")])
    let outcome = try Shorewise.run(["alternatives", scratch.path("out"), "--json"])
    #expect(outcome.status == 0)
    let points = try #require(try outcome.json()["frontier_points"] as? Int)
    #expect(points >= 2)
  }

  @Test func `proven that there is no plan`() throws {
    let scratch = try Scratch(Cases.infeasible)
    let outcome = try Shorewise.run(["alternatives", scratch.path("data")])
    #expect(outcome.status == 2)
    #expect(outcome.output.contains("no plan exists"))
  }

  @Test(arguments: [["--within", "0"], ["--count", "0"], ["--max-risk", "-1"]])
  func `wrong usage`(_ options: [String]) throws {
    let scratch = try Scratch(Cases.small)
    let outcome = try Shorewise.run(["alternatives", scratch.path("data")] + options)
    #expect(outcome.status == 64)
  }
}
