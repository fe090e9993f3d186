import Foundation
import Testing

@Suite struct CheckTests {
  @Test func `a valid dataset is counted`() throws {
    let scratch = try Scratch(Cases.small)
    let outcome = try Shorewise.run(["check", scratch.path("data")])
    #expect(outcome.status == 0)
    #expect(outcome.error.isEmpty)
    #expect(outcome.output.contains(/\nfacilities +2\n/))
    #expect(outcome.output.hasSuffix("valid\n"))
  }

  @Test func `all faults in one run, each with file, line and column`() throws {
    let scratch = try Scratch()
    let folder = scratch.path("data")
    try scratch.write(Cases.invalid)
    let outcome = try Shorewise.run(["check", folder])
    #expect(outcome.status == 65)
    for place in ["facilities.csv:3:", "production.csv:3:", "demand.csv:2:"] {
      #expect(
        outcome.output.contains(try Regex("\(folder)/\(place)\\d+: error: .+\\. .+")),
        "\(outcome.output)")
    }
    #expect(outcome.output.contains("Did you mean 'widget'"))
    #expect(outcome.output.hasSuffix("not valid: 4 errors\n"), "\(outcome.output)")
  }

  @Test(arguments: ["plan", "frontier", "export"])
  func `other commands refuse it with the same faults`(_ command: String) throws {
    let scratch = try Scratch()
    let folder = scratch.path("data")
    try scratch.write(Cases.invalid)
    let checked = try Shorewise.run(["check", folder])
    let outcome = try Shorewise.run(
      [command, folder] + (command == "export" ? ["--format", "lp"] : ["-o", scratch.path("out")]))
    #expect(outcome.status == 65)
    #expect(outcome.output.isEmpty)
    #expect(outcome.error + "not valid: 4 errors\n" == checked.output)
    #expect(!scratch.exists("out"))
  }

  @Test func `what can hardly be meant is refused by check and solved by plan`() throws {
    let scratch = try Scratch(Cases.doubtful)
    let check = try Shorewise.run(["check", scratch.path("data")])
    #expect(check.status == 65)
    #expect(check.output.contains("products.csv:2:"))
    #expect(check.output.hasSuffix("doubtful: 1 row is implausible\n"))
    let plan = try Shorewise.run(["plan", scratch.path("data")])
    #expect(plan.status == 0)
    #expect(plan.error.contains("products.csv:2:"))
    #expect(plan.output.contains("sales not made"))
  }

  @Test func `as JSON`() throws {
    let scratch = try Scratch(Cases.small)
    let valid = try Shorewise.run(["check", scratch.path("data"), "--json"]).json()
    #expect(valid["valid"] as? Bool == true)
    #expect((valid["size"] as? [String: Int])?["facilities"] == 2)
    #expect((valid["faults"] as? [Any])?.isEmpty == true)
    try scratch.write(Cases.invalid)
    let outcome = try Shorewise.run(["check", scratch.path("data"), "--json"])
    #expect(outcome.status == 65)
    let invalid = try outcome.json()
    #expect(invalid["valid"] as? Bool == false)
    let faults = try #require(invalid["faults"] as? [[String: Any]])
    #expect(faults.count == 4)
    for fault in faults {
      #expect(Set(fault.keys) == ["severity", "file", "line", "column", "cause", "cure"])
    }
  }

  @Test func `a folder that is none`() throws {
    let scratch = try Scratch()
    let outcome = try Shorewise.run(["check", scratch.path("nothing")])
    #expect(outcome.status == 65)
    #expect(outcome.output.contains("no such folder"))
  }
}
