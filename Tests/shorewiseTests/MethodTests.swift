import Foundation
import Testing

/// Whichever way a plan is found, it is the same plan, and says how it was found.
@Suite struct MethodTests {
  static let dataset = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("datasets/first-steps").path

  private struct Answer {
    var cost: Double
    var risk: Double
    var bound: Double
    var solve: [String: Any]
  }

  private func answer(_ options: [String]) throws -> Answer {
    let outcome = try Shorewise.run(["plan", Self.dataset, "--json", "--gap", "1e-6"] + options)
    #expect(outcome.status == 0, "\(outcome.error)")
    let plan = try outcome.json()
    let risk = try #require(plan["risk"] as? [String: Any])
    return Answer(
      cost: try #require(plan["cost"] as? Double),
      risk: try #require(risk["sales_at_risk"] as? Double),
      bound: try #require(plan["bound"] as? Double),
      solve: try #require(plan["solve"] as? [String: Any]))
  }

  @Test(arguments: [
    [], ["--max-risk", "0.1"], ["--max-risk", "0.02"], ["--minimise", "risk"],
    ["--measure", "expected"], ["--measure", "cvar", "--level", "0.9", "--max-risk", "0.2"],
    ["--baseline"], ["--network", "expanded"],
  ])
  func `plans of all methods agree`(_ options: [String]) throws {
    let monolith = try answer(options + ["--method", "monolith"])
    let decomposition = try answer(options + ["--method", "decomposition"])
    let auto = try answer(options)
    for other in [decomposition, auto] {
      #expect(abs(other.cost - monolith.cost) <= 2e-6 * monolith.cost, "\(options)")
      #expect(other.bound <= other.cost && other.bound <= monolith.cost * (1 + 1e-9), "\(options)")
      if options == ["--minimise", "risk"] {
        #expect(abs(other.risk - monolith.risk) <= 1e-6, "\(options)")
      }
    }
    #expect(monolith.solve["method"] as? String == "monolith")
    #expect(monolith.solve["cuts"] as? Int == 0)
    #expect(monolith.solve["recourse_solves"] as? Int == 0)
    #expect(decomposition.solve["method"] as? String == "decomposition")
    #expect(try #require(decomposition.solve["cuts"] as? Int) >= 0)
    #expect(try #require(decomposition.solve["recourse_solves"] as? Int) > 0)
    let chosen = try #require(auto.solve["method"] as? String)
    #expect(["monolith", "decomposition"].contains(chosen))
  }

  @Test func `a plan by decomposition does not depend on the number of threads`() throws {
    let scratch = try Scratch()
    let plans = try ["1", "2", "8"].map { threads -> NSDictionary in
      let folder = "out-\(threads)"
      let outcome = try Shorewise.run([
        "plan", Self.dataset, "--method", "decomposition", "--max-risk", "0.05", "--threads",
        threads,
        "-o", scratch.path(folder),
      ])
      #expect(outcome.status == 0)
      #expect(try Shorewise.run(["verify", scratch.path(folder)]).status == 0)
      var plan = try scratch.json("\(folder)/plan.json")
      var solve = try #require(plan["solve"] as? [String: Any])
      solve["seconds"] = nil
      plan["solve"] = solve
      return plan as NSDictionary
    }
    #expect(plans[0] == plans[1])
    #expect(plans[0] == plans[2])
  }

  @Test func `a frontier by decomposition lies in the band of the monolith's`() throws {
    let scratch = try Scratch()
    var points: [String: [(cost: Double, risk: Double, bound: Double)]] = [:]
    for method in ["monolith", "decomposition"] {
      let outcome = try Shorewise.run([
        "frontier", Self.dataset, "--method", method, "--tolerance", "0.05", "-o",
        scratch.path(method),
      ])
      #expect(outcome.status == 0)
      let frontier = try scratch.json("\(method)/frontier.json")
      #expect((frontier["solve"] as? [String: Any])?["method"] as? String == method)
      #expect(frontier["termination"] as? String == "optimal")
      points[method] = try #require(frontier["points"] as? [[String: Any]]).map { point in
        (
          try #require(point["cost"] as? Double), try #require(point["sales_at_risk"] as? Double),
          try #require(point["bound"] as? Double)
        )
      }
    }
    for (one, other) in [("monolith", "decomposition"), ("decomposition", "monolith")] {
      for proved in points[one] ?? [] {
        // A plan of no more risk costs at least what was proved at that risk.
        for found in points[other] ?? [] where found.risk <= proved.risk {
          #expect(found.cost >= proved.bound * (1 - 1e-6), "\(one) against \(other)")
        }
      }
    }
  }
}
