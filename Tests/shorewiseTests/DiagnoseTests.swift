import Foundation
import TestDatasets
import TestSnapshots
import Testing

@Suite struct DiagnoseTests {
  /// The plant abroad is to close, and what may be spent at home is too little to open there.
  private static let torn = Cases.small
    .replacing(
      "facilities",
      "facility,country,kind,status,decision,opening_cost,fixed_cost\n"
        + "plant,AA,plant,existing,closed,0,1000\nsecond,BB,plant,candidate,,1500,600\n"
    )
    .adding(
      "constraints", "constraint,kind,sense,value", "some,open_facilities,>=,1",
      "thrift,investment,<=,1000")

  @Test func `told, written, applied`() throws {
    let scratch = try Scratch(Self.torn)
    let outcome = try Shorewise.run([
      "diagnose", scratch.path("data"), "--json", "-o", scratch.path("out"),
    ])
    #expect(outcome.status == 0 && outcome.error.isEmpty, "\(outcome.error)")
    let json = try outcome.json()
    #expect(json["schema"] as? String == "shorewise/diagnosis/1")
    #expect(json["verdict"] as? String == "impossible")
    #expect(try scratch.text("out/diagnosis.json") == outcome.output.dropLast())
    #expect(scratch.exists("out/diagnosis-proposals.csv") && scratch.exists("out/inputs/plan.yaml"))
    let proposals = try #require(json["proposals"] as? [[String: Any]])
    #expect(proposals.count == 3)
    for proposal in proposals {
      let changes = try #require(proposal["changes"] as? [[String: Any]])
      let options = changes.compactMap { $0["option"] as? String }.flatMap { option in
        option.split(separator: " ", maxSplits: 1)
          .map { String($0).trimmingCharacters(in: ["'"]) }
      }
      let plan = try Shorewise.run(["plan", scratch.path("data"), "--json"] + options)
      #expect(plan.status == 0, "\(options)")
      let cost = try #require(try plan.json()["cost"] as? Double)
      let told = try #require(proposal["cost"] as? Double)
      #expect(abs(cost - told) <= 1e-3 * cost, "\(options)")
    }
  }

  @Test func `a summary for a reader`() throws {
    let scratch = try Scratch(Self.torn)
    let outcome = try Shorewise.run(["diagnose", scratch.path("data"), "--max-unmet", "0"])
    #expect(outcome.status == 0)
    try expectSnapshot(outcome.output.replacing(/solves, .* s/, with: "solves"), "diagnose.txt")
  }

  @Test(arguments: ["plan", "frontier", "alternatives"])
  func `behind the answer that no plan exists`(_ command: String) throws {
    let scratch = try Scratch(Self.torn)
    let outcome = try Shorewise.run([
      command, scratch.path("data"), "-o", scratch.path("out"),
    ])
    #expect(outcome.status == 2)
    #expect(outcome.output.contains("no plan exists"))
    #expect(outcome.output.contains("constraints.csv:3 'thrift'"))
    #expect(scratch.exists("out/diagnosis.json"))
    let plain = try Shorewise.run([command, scratch.path("data"), "--no-diagnosis"])
    #expect(plain.status == 2 && !plain.output.contains("thrift"))
    let json = try Shorewise.run([command, scratch.path("data"), "--json"])
    #expect(json.status == 2 && json.error.contains("'thrift'"))
    _ = try json.json()
  }

  @Test func `what is possible, and its least risk`() throws {
    let scratch = try Scratch(Cases.small)
    let outcome = try Shorewise.run(["diagnose", scratch.path("data")])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("a plan exists (proven)"))
    #expect(outcome.output.contains("the safest plan found has"))
  }

  @Test func `a limit of what a normal year may leave undelivered`() throws {
    let scratch = try Scratch(Cases.doubtful)
    let none = try Shorewise.run(["plan", scratch.path("data"), "--max-unmet", "0"])
    #expect(
      none.status == 2
        && none.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
          .contains("a normal year may leave undelivered")
    )
    let some = try Shorewise.run(["plan", scratch.path("data"), "--max-unmet", "0.9", "--json"])
    #expect(some.status == 0)
    let solve = try #require(try some.json()["solve"] as? [String: Any])
    #expect(solve["max_unmet"] as? Double == 0.9)
  }

  @Test func `no time is told as such`() throws {
    let scratch = try Scratch(Self.torn)
    let outcome = try Shorewise.run(["diagnose", scratch.path("data"), "--time-limit", "1e-9"])
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("is not known"))
    #expect(outcome.output.contains("incomplete: time limit reached"))
  }

  @Test(arguments: [["--max-unmet", "2"], ["--max-risk", "-1"]])
  func `wrong usage`(_ options: [String]) throws {
    let scratch = try Scratch(Cases.small)
    #expect(try Shorewise.run(["diagnose", scratch.path("data")] + options).status == 64)
  }
}
