import Foundation
import RunStore
import TestDatasets
import Testing

/// A solver that aborts, fails or hangs never takes the process with it, and never makes it say what is not proven.
@Suite struct SolverFaultTests {
  private func run(_ arguments: [String], _ fault: String) throws -> Outcome {
    try Shorewise.run(arguments, environment: ["SHOREWISE_SOLVER_FAULT": fault])
  }

  @Test(arguments: ["monolith", "decomposition"], ["abort:1+", "failure:1+"])
  func `a solver that never works`(_ method: String, _ fault: String) throws {
    let scratch = try Scratch(Cases.small)
    let options = [scratch.path("data"), "--method", method]
    let plan = try run(["plan"] + options + ["-o", scratch.path("plan")], fault)
    #expect(plan.status == 1)
    let written = try scratch.json("plan/plan.json")
    #expect(written["termination"] as? String == "stopped")
    #expect(written["cost"] is NSNull)
    #expect((written["stop_reason"] as? String)?.isEmpty == false)
    let frontier = try run(["frontier"] + options + ["-o", scratch.path("frontier")], fault)
    #expect(frontier.status == 1)
    let record = try scratch.json("frontier/frontier.json")
    #expect(record["termination"] as? String == "stopped")
    #expect((record["points"] as? [Any])?.isEmpty == true)
  }

  @Test func `analyses of a plan say that they could not be done`() throws {
    let scratch = try Scratch(Cases.small)
    try Shorewise.run(["plan", scratch.path("data"), "-o", scratch.path("out")])
    let stress = try run(["stress", scratch.path("out"), "--json"], "abort:1+")
    #expect(stress.status == 0)
    #expect(try stress.json()["stop_reason"] as? String == "a program could not be solved")
    for arguments in [
      ["explain", scratch.path("out")], ["alternatives", scratch.path("data")],
      ["flip", scratch.path("data"), "--vary", "production[facility=plant].unit_cost*=1..2"],
      ["report", scratch.path("out"), "-o", scratch.path("web")],
    ] {
      let outcome = try run(arguments, "abort:1+")
      #expect([0, 1].contains(outcome.status), "\(arguments): \(outcome.error)")
    }
  }

  @Test func `workers of a batch`() throws {
    let scratch = try Scratch(Cases.small)
    let batch = { (store: String) in
      ["batch", scratch.path("data"), "--store", scratch.path(store)]
    }
    #expect(try run(batch("once.sqlite"), "abort:2").status == 0)
    let once = try RunStore(path: scratch.path("once.sqlite"), access: .read).runs()
    #expect(once.map(\.status) == [.solved])
    _ = try run(batch("ever.sqlite"), "abort:1+")
    let ever = try RunStore(path: scratch.path("ever.sqlite"), access: .read).runs()
    #expect(ever.allSatisfy { [.stopped, .failed].contains($0.status) })
    #expect(ever.allSatisfy { $0.reason?.isEmpty == false })
  }
}
