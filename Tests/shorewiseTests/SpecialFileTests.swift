import Foundation
import Testing

/// What lies in a folder and is no file: nothing waits for it, and nothing outside the folder is read.
@Suite struct SpecialFileTests {
  @Test(arguments: ["demand.csv", "plan.yaml", "groups.csv"])
  func `a pipe among the tables`(_ file: String) throws {
    let scratch = try Scratch(Cases.small)
    try? FileManager.default.removeItem(atPath: scratch.path("data/\(file)"))
    try #require(mkfifo(scratch.path("data/\(file)"), 0o600) == 0)
    let outcome = try Shorewise.run(["plan", scratch.path("data")])
    #expect(outcome.status == 65)
    #expect(outcome.error.contains("\(file): error: it is not a regular file"))
  }

  @Test(arguments: ["plan.json", "flows.csv", "report.yaml", "stress.json"])
  func `a pipe among the results`(_ file: String) throws {
    let scratch = try Scratch(Cases.small)
    try Shorewise.run(["plan", scratch.path("data"), "-o", scratch.path("out")])
    try? FileManager.default.removeItem(atPath: scratch.path("out/\(file)"))
    try #require(mkfifo(scratch.path("out/\(file)"), 0o600) == 0)
    let outcome = try Shorewise.run(["report", scratch.path("out")])
    #expect(outcome.status == 1)
    #expect(outcome.error.contains("it is not a regular file"), "\(outcome.error)")
  }

  @Test func `a frontier that names a plan outside its folder`() throws {
    let scratch = try Scratch(Cases.small)
    try Shorewise.run(
      ["frontier", scratch.path("data"), "--points", "2", "-o", scratch.path("out")])
    let text = try scratch.text("out/frontier.json")
    try scratch.write(
      text.replacing("points/01/plan.json", with: "../../plan.json"), "out/frontier.json")
    for command in ["report", "premium", "stress"] {
      let outcome = try Shorewise.run([command, scratch.path("out")])
      #expect(outcome.status == 1)
      #expect(outcome.error.contains("'points[0].plan' leads outside the folder"))
    }
  }
}
