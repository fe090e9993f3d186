import Foundation
import TestSnapshots
import Testing

@Suite struct ExplainTests {
  private func planned(_ options: [String] = []) throws -> Scratch {
    let scratch = try Scratch(Cases.small)
    try Shorewise.run(["plan", scratch.path("data"), "-o", scratch.path("out")] + options)
    return scratch
  }

  @Test func `printed, written, read by the report`() throws {
    let scratch = try planned(["--max-risk", "0.03"])
    let outcome = try Shorewise.run([
      "explain", scratch.path("out"), "--json", "-o", scratch.path("out"),
    ])
    #expect(outcome.status == 0 && outcome.error.isEmpty, "\(outcome.error)")
    let json = try outcome.json()
    #expect(json["schema"] as? String == "shorewise/explain/1")
    #expect((json["facilities"] as? [Any])?.count == 2)
    let lines = try #require(json["reconciliation"] as? [[String: Any]])
    #expect(lines.count == 5)
    for line in lines {
      let (delivered, booked) = (line["delivered"] as? Double, line["booked"] as? Double)
      #expect(abs((delivered ?? .nan) - (booked ?? .nan)) < 1e-6, "\(line)")
    }
    #expect(try Shorewise.run(["report", scratch.path("out")]).status == 0)
    let page = try scratch.text("out/report.html")
    #expect(page.contains("id=\"explain\"") && page.contains("anded cost"))
  }

  @Test func `a summary for a reader`() throws {
    let scratch = try planned(["--max-risk", "0.03"])
    let outcome = try Shorewise.run(["explain", scratch.path("out")])
    #expect(outcome.status == 0)
    try expectSnapshot(outcome.output, "explain.txt")
  }

  @Test func `one facility, one path`() throws {
    let scratch = try planned()
    let outcome = try Shorewise.run([
      "explain", scratch.path("out/plan.json"), "--facility", "second", "--path",
      "plant>shop", "--product", "widget", "--json",
    ])
    #expect(outcome.status == 0)
    let json = try outcome.json()
    #expect((json["facilities"] as? [Any])?.count == 1)
    #expect((json["paths"] as? [Any])?.count == 1)
  }

  @Test(arguments: ["current", "expanded"])
  func `a network of today's sites has no choices`(_ network: String) throws {
    let scratch = try planned(["--network", network])
    let outcome = try Shorewise.run(["explain", scratch.path("out")])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("the \(network) network keeps today's sites"))
  }

  @Test func `a plan of a frontier by its number`() throws {
    let scratch = try Scratch(Cases.small)
    let out = scratch.path("out")
    try Shorewise.run(["frontier", scratch.path("data"), "--points", "2", "-o", out])
    let named = try Shorewise.run(["explain", "\(out)/points/02"])
    let numbered = try Shorewise.run(["explain", out, "--plan", "2"])
    #expect(numbered.status == 0 && numbered.output == named.output, "\(numbered.error)")
  }

  @Test func `names that are not known are told all at once`() throws {
    let scratch = try planned()
    let outcome = try Shorewise.run([
      "explain", scratch.path("out"), "--facility", "secnd", "--product", "bolt",
    ])
    #expect(outcome.status == 1)
    #expect(outcome.error.contains("no facility 'secnd'. Did you mean 'second'?"))
    #expect(outcome.error.contains("no product 'bolt'. Give one of: widget."))
  }

  @Test func `a plan that is not of the dataset beside it`() throws {
    let scratch = try planned()
    let path = "out/inputs/production.csv"
    try scratch.write(
      try scratch.text(path).replacing("widget,20", with: "widget,21"), path)
    let outcome = try Shorewise.run(["explain", scratch.path("out")])
    #expect(outcome.status == 1)
    #expect(outcome.error.contains("not sound"))
  }

  @Test func `wrong usage`() throws {
    let scratch = try planned()
    let outcome = try Shorewise.run(["explain", scratch.path("out"), "--path", "plant"])
    #expect(outcome.status == 64)
  }
}
