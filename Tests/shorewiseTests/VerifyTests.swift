import Foundation
import Testing

@Suite struct VerifyTests {
  @Test func `with the dataset, with the copy, by folder and by file`() throws {
    let scratch = try planned()
    for arguments in [
      [scratch.path("data"), scratch.path("out")], [scratch.path("out")],
      [scratch.path("out/plan.json")], [scratch.path("data"), scratch.path("out/plan.json")],
    ] {
      let outcome = try Shorewise.run(["verify"] + arguments)
      #expect(outcome.status == 0, "\(arguments)")
      #expect(outcome.output.hasPrefix("sound: "))
      #expect(outcome.error.isEmpty)
    }
  }

  @Test func `as JSON`() throws {
    let scratch = try planned()
    let verdict = try Shorewise.run(["verify", scratch.path("out"), "--json"]).json()
    #expect(verdict["sound"] as? Bool == true)
    #expect((verdict["violations"] as? [Any])?.isEmpty == true)
  }

  @Test(arguments: [
    ("plan.json", "\"opened\": false", "\"opened\": true"),
    ("plan.json", "\"count\": 1", "\"count\": 2"),
    ("plan.json", "\"sales_lost\": 0", "\"sales_lost\": 1"),
    ("flows.csv", "plant,shop,truck,widget,AA,", "plant,shop,truck,widget,BB,"),
    ("flows.csv", ",AA,80,", ",AA,79,"),
    ("production.csv", "plant,widget,80", "plant,widget,81"),
  ])
  func `a plan that was tampered with`(_ file: String, _ old: String, _ new: String) throws {
    let scratch = try planned()
    let text = try scratch.text("out/\(file)")
    try #require(text.contains(old), "\(text)")
    try scratch.write(text.replacingOccurrences(of: old, with: new), "out/\(file)")
    let outcome = try Shorewise.run(["verify", scratch.path("out")])
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("not sound: "))
    let verdict = try Shorewise.run(["verify", scratch.path("out"), "--json"])
    #expect(verdict.status == 1)
    #expect(try verdict.json()["sound"] as? Bool == false)
  }

  @Test func `a plan of another dataset`() throws {
    let scratch = try planned()
    try scratch.write(Cases.changed)
    #expect(
      try Shorewise.run(["verify", scratch.path("data"), scratch.path("out")]).status == 1)
    #expect(try Shorewise.run(["verify", scratch.path("out")]).status == 0)
  }

  @Test func `files that are missing or broken`() throws {
    let scratch = try planned()
    let nowhere = try Shorewise.run(["verify", scratch.path("nowhere")])
    #expect(nowhere.status == 1)
    #expect(nowhere.error.contains("no such file"))
    try FileManager.default.removeItem(atPath: scratch.path("out/inputs"))
    let alone = try Shorewise.run(["verify", scratch.path("out")])
    #expect(alone.status == 1)
    #expect(alone.error.contains("Name the dataset's folder before the plan's"))
    try scratch.write("{", "out/plan.json")
    let broken = try Shorewise.run(["verify", scratch.path("data"), scratch.path("out")])
    #expect(broken.status == 1)
    #expect(broken.error.contains("plan.json:1:"))
  }

  @Test func `a dataset that is not valid`() throws {
    let scratch = try planned()
    try scratch.write(Cases.invalid)
    let outcome = try Shorewise.run(["verify", scratch.path("data"), scratch.path("out")])
    #expect(outcome.status == 65)
    #expect(outcome.error.contains("facilities.csv:3:"))
  }

  @Test func `a frontier has many plans`() throws {
    let scratch = try Scratch(Cases.small)
    try Shorewise.run(
      ["frontier", scratch.path("data"), "--points", "2", "-o", scratch.path("out")])
    let out = scratch.path("out")
    let outcome = try Shorewise.run(["verify", out])
    #expect(outcome.status == 1)
    #expect(outcome.error.contains("it holds a frontier, which has 2 plans"))
    #expect(outcome.error.contains("--plan and its number, from 1 to 2"))
    let second = try Shorewise.run(["verify", out, "--plan", "2"])
    #expect(second.status == 0)
    #expect(second.output == (try Shorewise.run(["verify", "\(out)/points/02"])).output)
    #expect(try Shorewise.run(["verify", scratch.path("data"), out, "--plan", "2"]).status == 0)
    let third = try Shorewise.run(["verify", out, "--plan", "3"])
    #expect(third.status == 1 && third.error.contains("Give a number from 1 to 2."))
    let plan = try Shorewise.run(["verify", "\(out)/points/02", "--plan", "1"])
    #expect(plan.status == 1 && plan.error.contains("Leave --plan out."))
    #expect(try Shorewise.run(["verify", out, "--plan", "0"]).status == 64)
  }

  @Test(arguments: ["stress", "premium", "report", "explain", "verify"])
  func `a dataset where a result is asked for`(_ command: String) throws {
    let scratch = try Scratch(Cases.small)
    let data = scratch.path("data")
    let outcome = try Shorewise.run([command, data])
    #expect(outcome.status == 1)
    let solve = command == "premium" ? "frontier" : "plan"
    #expect(
      outcome.error.contains(
        "First `shorewise \(solve) \(data) -o data-\(solve)`, "
          + "then `shorewise \(command) data-\(solve)`."), "\(outcome.error)")
  }

  private func planned() throws -> Scratch {
    let scratch = try Scratch(Cases.small)
    let outcome = try Shorewise.run(["plan", scratch.path("data"), "-o", scratch.path("out")])
    try #require(outcome.status == 0)
    return scratch
  }
}
