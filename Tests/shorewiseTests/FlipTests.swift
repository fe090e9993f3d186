import Foundation
import Testing

@Suite struct FlipTests {
  /// Dearer production abroad: from some factor on the plant at home is opened instead.
  private static let change = "production[facility=plant].unit_cost*=1..20"

  @Test func `files as they are agreed, and the report of them`() throws {
    let scratch = try Scratch(Cases.small)
    try Shorewise.run(["plan", scratch.path("data"), "-o", scratch.path("out")])
    let outcome = try Shorewise.run([
      "flip", scratch.path("data"), "--vary", Self.change, "--json", "-o", scratch.path("out"),
    ])
    #expect(outcome.status == 0, "\(outcome.error)")
    let record = try outcome.json()
    #expect(record["schema"] as? String == "shorewise/flip/1")
    let study = try #require((record["studies"] as? [[String: Any]])?.first)
    let pieces = try #require(study["pieces"] as? [[String: Any]])
    let turns = try #require(study["turns"] as? [[String: Any]])
    #expect(pieces.count == turns.count + 1 && !turns.isEmpty)
    #expect(pieces.allSatisfy { $0["is_proved"] as? Bool == true })
    #expect(try scratch.text("out/flip.json") == outcome.output)
    #expect(
      try scratch.text("out/flip_turns.csv").hasPrefix("parameter,value,from,to,cost,change,"))
    try Shorewise.run(["report", scratch.path("out")])
    let page = try scratch.text("out/report.html")
    #expect(page.contains("id=\"flip\"") && page.contains("once the cost of production"))
  }

  @Test func `a text for a reader`() throws {
    let scratch = try Scratch(Cases.small)
    let outcome = try Shorewise.run(["flip", scratch.path("data"), "--vary", Self.change])
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(
      outcome.output.contains("the best footprint changes at")
        && outcome.output.contains("opens second"))
    #expect(outcome.output.contains("no other footprint is cheaper (proven)"))
  }

  @Test(arguments: [
    ("capacity.size*=1..2", "not only costs depend on it"),
    ("tariffs.rate*=2..1", "is reversed"), ("demand.quantity*=1", "a range LOW..HIGH"),
  ])
  func `what cannot be varied is refused`(_ change: String, _ cause: String) throws {
    let scratch = try Scratch(Cases.small)
    let outcome = try Shorewise.run(["flip", scratch.path("data"), "--vary", change])
    #expect(outcome.status == 65)
    #expect(outcome.error.contains(cause), "\(outcome.error)")
  }

  @Test func `proven that there is no plan`() throws {
    let scratch = try Scratch(Cases.infeasible)
    let outcome = try Shorewise.run(["flip", scratch.path("data"), "--vary", Self.change])
    #expect(outcome.status == 2)
    #expect(outcome.output.contains("no plan exists"))
  }

  @Test func `stopped before anything is known`() throws {
    let scratch = try Scratch(Cases.small)
    let outcome = try Shorewise.run([
      "flip", scratch.path("data"), "--vary", Self.change, "--time-limit", "0.000001",
    ])
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("no plan found: time limit reached"))
  }

  @Test(arguments: [[], ["--vary", "x", "--tolerance", "0"], ["--vary", "x", "--max-risk", "-1"]])
  func `wrong usage`(_ options: [String]) throws {
    let scratch = try Scratch(Cases.small)
    #expect(try Shorewise.run(["flip", scratch.path("data")] + options).status == 64)
  }
}
