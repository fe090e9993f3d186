import Foundation
import Testing

@Suite struct NewTests {
  @Test func `from nothing to a report`() throws {
    let scratch = try Scratch()
    let (data, out) = (scratch.path("my network"), scratch.path("out"))
    let new = try Shorewise.run(["new", data])
    #expect(new.status == 0, "\(new.error)")
    #expect(new.output.contains("shorewise check '\(data)'"))
    let check = try Shorewise.run(["check", data])
    #expect(check.status == 0)
    #expect(check.output.hasSuffix("valid\n"))
    #expect(!check.output.contains("warning"))
    let plan = try Shorewise.run(["plan", data, "-o", scratch.path("plan")])
    #expect(plan.status == 0, "\(plan.error)")
    #expect(plan.output.hasPrefix("my network\n"))
    #expect(!plan.error.contains("warning"))
    let frontier = try Shorewise.run(
      ["frontier", data, "--tolerance", "0.2", "--points", "5", "-o", out])
    #expect(frontier.status == 0, "\(frontier.error)")
    let points = try #require(try scratch.json("out/frontier.json")["points"] as? [[String: Any]])
    #expect(points.count >= 3)
    for point in points {
      let path = try #require(point["plan"] as? String)
      let verdict = try Shorewise.run(["verify", scratch.path("out/\(path)")])
      #expect(verdict.output.hasPrefix("sound"), "\(verdict.output)")
    }
    #expect(try Shorewise.run(["report", out]).status == 0)
    #expect(try scratch.text("out/report.html").contains("my network"))
  }

  @Test func `nothing is overwritten`() throws {
    let scratch = try Scratch()
    try scratch.write("mine", "note.txt")
    let outcome = try Shorewise.run(["new", scratch.path("")])
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
    #expect(outcome.error.contains("exists and is not empty: it holds 'note.txt'"))
    #expect(!scratch.exists("plan.yaml"))
    #expect(try Shorewise.run(["new", scratch.path("note.txt")]).status == 1)
  }
}
