import Foundation
import TestSnapshots
import Testing

@Suite struct FrontierTests {
  @Test func `files as they are agreed`() throws {
    let scratch = try Scratch(Cases.small)
    let outcome = try Shorewise.run(["frontier", scratch.path("data"), "-o", scratch.path("out")])
    #expect(outcome.status == 0)
    #expect(outcome.error.isEmpty, "\(outcome.error)")
    let frontier = try scratch.json("out/frontier.json")
    #expect(
      Set(frontier.keys) == [
        "schema", "dataset", "measure", "level", "tolerance", "uncertainty", "termination",
        "stop_reason", "points", "bounds", "lines", "slopes", "unproved", "baseline",
        "expanded", "solve",
      ])
    #expect(frontier["schema"] as? String == "shorewise/frontier/1")
    #expect(frontier["termination"] as? String == "optimal")
    #expect(try #require(frontier["uncertainty"] as? Double) <= 0.05)
    let points = try #require(frontier["points"] as? [[String: Any]])
    #expect(points.count >= 3)
    for point in points {
      #expect(
        Set(point.keys).subtracting(["joined"]) == [
          "cost", "sales_at_risk", "bound", "gap", "plan",
        ])
      let plan = try scratch.json("out/\(try #require(point["plan"] as? String))")
      #expect(plan["cost"] as? Double == point["cost"] as? Double)
    }
    let costs = points.compactMap { $0["cost"] as? Double }
    #expect(costs == costs.sorted())
    let bounds = try #require(frontier["bounds"] as? [[String: Double]])
    #expect(bounds.allSatisfy { Set($0.keys) == ["cap", "bound"] })
    let caps = bounds.compactMap { $0["cap"] }
    #expect(caps == caps.sorted())
    let baseline = try #require(frontier["baseline"] as? String)
    #expect(scratch.exists("out/\(baseline)"))
    #expect(frontier["expanded"] as? String == "expanded/plan.json")
    let (current, expanded) = (
      try scratch.json("out/\(baseline)"), try scratch.json("out/expanded/plan.json")
    )
    #expect((expanded["solve"] as? [String: Any])?["objective"] as? String == "expanded")
    #expect(
      try #require(expanded["cost"] as? Double) <= #require(current["cost"] as? Double))
    for table in ["flows", "production", "draws"] {
      #expect(scratch.exists("out/expanded/\(table).csv"))
    }
    #expect(scratch.exists("out/inputs/plan.yaml"))
    #expect(!scratch.exists("out/points/01/inputs"))
    let solve = try #require(frontier["solve"] as? [String: Any])
    #expect(
      Set(["seconds", "solves", "weighted_sums", "slices", "method"]).isSubset(of: solve.keys))
  }

  @Test func `every point and both comparators verify`() throws {
    let scratch = try Scratch(Cases.small)
    try Shorewise.run(["frontier", scratch.path("data"), "-o", scratch.path("out")])
    let points = try FileManager.default.contentsOfDirectory(atPath: scratch.path("out/points"))
    for plan in points.map({ "points/\($0)" }) + ["baseline", "expanded"] {
      let outcome = try Shorewise.run(["verify", scratch.path("out/\(plan)")])
      #expect(outcome.status == 0, "\(plan): \(outcome.output)")
    }
  }

  @Test func `a table for a reader`() throws {
    let scratch = try Scratch(Cases.small)
    let outcome = try Shorewise.run(["frontier", scratch.path("data"), "--points", "3"])
    #expect(outcome.status == 0)
    let timeless = outcome.output.replacing(/\d+\.\d s/, with: "… s")
    try expectSnapshot(timeless, "frontier.txt")
  }

  @Test func `printed JSON is the file`() throws {
    let scratch = try Scratch(Cases.small)
    let outcome = try Shorewise.run(
      ["frontier", scratch.path("data"), "--json", "-o", scratch.path("out")])
    _ = try outcome.json()
    let file = try scratch.text("out/frontier.json")
    #expect(
      outcome.output.trimmingCharacters(in: .newlines) == file.trimmingCharacters(in: .newlines))
  }

  @Test func `no more points than asked`() throws {
    let scratch = try Scratch(Cases.small)
    let frontier = try Shorewise.run(
      ["frontier", scratch.path("data"), "--json", "--points", "2"]
    ).json()
    #expect((frontier["points"] as? [Any])?.count == 2)
    #expect(frontier["termination"] as? String == "stopped")
    #expect(frontier["stop_reason"] as? String == "as many points as asked")
  }

  @Test func `threads change nothing but the time`() throws {
    let scratch = try Scratch(Cases.small)
    let found = try ["1", "2"].map { threads in
      var frontier = try Shorewise.run(
        ["frontier", scratch.path("data"), "--json", "--threads", threads]
      ).json()
      frontier["solve"] = nil
      return NSDictionary(dictionary: frontier)
    }
    #expect(found[0] == found[1])
  }

  @Test(arguments: ["expected", "worst", "cvar"])
  func `measures`(_ measure: String) throws {
    let scratch = try Scratch(Cases.small)
    let frontier = try Shorewise.run(
      ["frontier", scratch.path("data"), "--json", "--measure", measure]
    ).json()
    #expect(frontier["measure"] as? String == measure)
    #expect((frontier["level"] as? Double) == (measure == "cvar" ? 0.95 : nil))
    #expect(frontier["termination"] as? String == "optimal")
  }

  @Test func `proven that there is no plan`() throws {
    let scratch = try Scratch(Cases.infeasible)
    let outcome = try Shorewise.run(
      ["frontier", scratch.path("data"), "-o", scratch.path("out")])
    #expect(outcome.status == 2)
    #expect(outcome.output.contains("no plan exists"))
    #expect(try scratch.json("out/frontier.json")["termination"] as? String == "infeasible")
  }

  @Test func `without scenarios there is one point`() throws {
    let scratch = try Scratch(Cases.certain)
    let frontier = try Shorewise.run(["frontier", scratch.path("data"), "--json"]).json()
    #expect((frontier["points"] as? [Any])?.count == 1)
    #expect(frontier["uncertainty"] as? Double == 0)
    #expect(frontier["termination"] as? String == "optimal")
  }
}
