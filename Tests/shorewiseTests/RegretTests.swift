import Foundation
import TestDatasets
import Testing

@Suite struct RegretTests {
  private func scratch() throws -> Scratch {
    let scratch = try Scratch(Cases.small)
    let sweep = """
      description: Dearer abroad.
      patches:
        - table: production
          where: {facility: plant}
          scale: {unit_cost: $factor}
      sweep:
        axes:
          factor: [2, 20]
      """
    try scratch.write(Array(sweep.utf8), "data/variants/dear.yaml")
    return scratch
  }

  @Test func `files as they are agreed, and the report of them`() throws {
    let scratch = try scratch()
    try Shorewise.run(["plan", scratch.path("data"), "-o", scratch.path("out")])
    let outcome = try Shorewise.run([
      "regret", scratch.path("data"), "--json", "-o", scratch.path("out"),
    ])
    #expect(outcome.status == 0, "\(outcome.error)")
    let record = try outcome.json()
    #expect(record["schema"] as? String == "shorewise/regret/1")
    let futures = try #require(record["futures"] as? [[String: Any]])
    #expect(futures.map { $0["name"] as? String } == ["-", "dear@factor=2", "dear@factor=20"])
    #expect(try scratch.text("out/regret.json") == outcome.output)
    #expect(try scratch.text("out/regret.csv").hasPrefix("plan,future,weight,cost,"))
    try Shorewise.run(["report", scratch.path("out")])
    #expect(try scratch.text("out/report.html").contains("id=\"regret\""))
  }

  @Test func `a text for a reader`() throws {
    let scratch = try scratch()
    let outcome = try Shorewise.run([
      "regret", scratch.path("data"), "--future", "dear", "--weights", "1,3",
    ])
    #expect(outcome.status == 0, "\(outcome.error)")
    for text in ["weight 0.25", "smallest worst-case regret", "factor at 2: best of dear@factor=2"]
    {
      #expect(outcome.output.contains(text), "\(text): \(outcome.output)")
    }
  }

  @Test func `other facilities cannot have one first stage`() throws {
    let scratch = try Scratch(Cases.small)
    try Cases.small.replacing("facilities", "second,BB", with: "third,BB")
      .replacing("capacity", "second,", with: "third,")
      .replacing("production", "second,", with: "third,")
      .replacing("lanes", "second,", with: "third,").write(to: scratch.path("other"))
    let outcome = try Shorewise.run(["regret", scratch.path("data"), scratch.path("other")])
    #expect(outcome.status == 65)
    #expect(
      outcome.error.contains("it lacks 'second', and has besides 'third'"), "\(outcome.error)")
  }

  @Test func `one future is none to regret`() throws {
    let scratch = try Scratch(Cases.small)
    let outcome = try Shorewise.run(["regret", scratch.path("data")])
    #expect(outcome.status == 65)
    #expect(outcome.error.contains("there is only one future"))
  }

  @Test(arguments: [["--weights", "1,x"], ["--weights", "1"], ["--max-risk", "-1"]])
  func `wrong usage`(_ options: [String]) throws {
    let scratch = try scratch()
    #expect(try Shorewise.run(["regret", scratch.path("data")] + options).status == 64)
  }
}
