import Foundation
import TestDatasets
import TestSnapshots
import Testing

@Suite struct ImportAnuraTests {
  @Test func `help`() throws {
    let outcome = try Shorewise.run(["import", "anura", "--help"])
    #expect(outcome.status == 0)
    #expect(
      outcome.output.split(separator: "\n").allSatisfy { $0.count <= 80 || $0.hasPrefix("USAGE") })
    try expectSnapshot(outcome.output, "help-import-anura.txt")
  }

  @Test func `a model becomes a dataset that is valid, planned and verified`() throws {
    let scratch = try Scratch()
    try TestAnuraModel().write(to: scratch.path("model"))
    let outcome = try Shorewise.run(
      ["import", "anura", scratch.path("model"), "-o", scratch.path("data")])
    #expect(outcome.status == 0, "\(outcome.error)")
    try expectSnapshot(outcome.output, "import-anura.txt")
    try expectSnapshot(try scratch.text("data/IMPORT.md"), "import-anura.md")
    #expect(try scratch.json("data/import.json")["schema"] as? String == "shorewise/import/1")
    let check = try Shorewise.run(["check", scratch.path("data")])
    #expect(check.status == 0, "\(check.output)")
    try Shorewise.run(
      ["plan", scratch.path("data"), "--gap", "0", "-o", scratch.path("out")])
    let cost = try #require(try scratch.json("out/plan.json")["cost"] as? Double)
    #expect(abs(cost - 9418.410_958_904) < 1e-6)
    #expect(try Shorewise.run(["verify", scratch.path("out")]).status == 0)
  }

  @Test func `the account as JSON`() throws {
    let scratch = try Scratch()
    try TestAnuraModel().write(to: scratch.path("model"))
    let outcome = try Shorewise.run(
      ["import", "anura", scratch.path("model"), "-o", scratch.path("data"), "--json"])
    let record = try outcome.json()
    #expect(Set(record.keys) == ["schema", "source", "title", "tables_read", "entries"])
    #expect(try scratch.json("data/import.json").keys == record.keys)
  }

  @Test func `faults are told with status 65 and nothing is written`() throws {
    let scratch = try Scratch()
    try TestAnuraModel()
      .replacing("Facilities", "DEU,51", with: "Germny,51")
      .replacing("Products", "10,KG", with: "10,stone")
      .write(to: scratch.path("model"))
    let outcome = try Shorewise.run(
      ["import", "anura", scratch.path("model"), "-o", scratch.path("data")])
    #expect(outcome.status == 65)
    #expect(outcome.output.isEmpty)
    #expect(outcome.error.contains("model/Facilities.csv:2:37: error: there is no country"))
    #expect(outcome.error.contains("model/Products.csv:2:17: error: there is no unit 'stone'"))
    #expect(!scratch.exists("data"))
  }

  @Test func `a folder that is not empty is left as it is, and other wrong usage`() throws {
    let scratch = try Scratch()
    try TestAnuraModel().write(to: scratch.path("model"))
    let into = ["import", "anura", scratch.path("model"), "-o"]
    #expect(try Shorewise.run(into + [scratch.path("model")]).status == 1)
    #expect(
      try Shorewise.run(into + [scratch.path("data"), "--country", "Atlantis"]).status == 64)
    #expect(
      try Shorewise.run(into + [scratch.path("data"), "--shortage-cost", "0"]).status == 64)
    #expect(
      try Shorewise.run(["import", "anura", scratch.path("none"), "-o", scratch.path("data")])
        .status == 65)
    #expect(!scratch.exists("data"))
  }
}
