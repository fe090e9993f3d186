import Foundation
import RunStore
import TestDatasets
import Testing

/// A solver that aborts, fails or hangs never takes the process with it, and never makes it say what is not proven.
@Suite struct SolverFaultTests {
  private func run(_ arguments: [String], _ fault: String) throws -> Outcome {
    try Shorewise.run(arguments, environment: ["SHOREWISE_SOLVER_FAULT": fault])
  }

  @Test(arguments: ["abort:1+", "failure:1+"])
  func `a solver that never works leaves the monolith without a plan`(_ fault: String) throws {
    let scratch = try Scratch(Cases.small)
    let options = [scratch.path("data"), "--method", "monolith"]
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

  @Test(arguments: ["abort:1+", "failure:1+"])
  func `the first plan of the decomposition needs no solver, and nothing is proved of it`(
    _ fault: String
  ) throws {
    let scratch = try Scratch(Cases.small)
    let options = [scratch.path("data"), "--method", "decomposition"]
    let plan = try run(["plan"] + options + ["-o", scratch.path("plan")], fault)
    #expect(plan.status == 0)
    let written = try scratch.json("plan/plan.json")
    #expect(written["termination"] as? String == "stopped")
    #expect(written["cost"] as? Double ?? 0 > 0)
    #expect(written["bound"] as? Double == 0)
    #expect((written["stop_reason"] as? String)?.isEmpty == false)
    #expect(try Shorewise.run(["verify", scratch.path("plan")]).status == 0)
    let frontier = try run(["frontier"] + options + ["-o", scratch.path("frontier")], fault)
    #expect(frontier.status == 0)
    let record = try scratch.json("frontier/frontier.json")
    #expect(record["termination"] as? String == "stopped")
    #expect(record["uncertainty"] as? Double == 1)
  }

  @Test func `analyses of a plan say that they could not be done`() throws {
    let scratch = try Scratch(Cases.small)
    try Shorewise.run(["plan", scratch.path("data"), "-o", scratch.path("out")])
    let stress = try run(["stress", scratch.path("out"), "--json"], "abort:1+")
    #expect(stress.status == 1)
    let record = try stress.json()
    #expect(record["stop_reason"] as? String == "a program could not be solved")
    let open = try #require(record["open"] as? [[String: Any]])
    #expect(!open.isEmpty)
    #expect(
      open.allSatisfy {
        // The expanded network has to be planned before it can be tested.
        $0["network"] as? String == "expanded network"
          || $0["reason"] as? String == "only bounds are known"
      })
    #expect(stress.error.contains("cells have no answer"), "\(stress.error)")
    let table = try run(["stress", scratch.path("out")], "abort:1+")
    #expect(table.status == 1 && table.output.contains("at most "), "\(table.output)")
    for arguments in [
      ["explain", scratch.path("out")], ["alternatives", scratch.path("data")],
      ["flip", scratch.path("data"), "--vary", "production[facility=plant].unit_cost*=1..2"],
      ["report", scratch.path("out"), "-o", scratch.path("web")],
    ] {
      let outcome = try run(arguments, "abort:1+")
      #expect([0, 1].contains(outcome.status), "\(arguments): \(outcome.error)")
    }
  }

  /// At every occasion of a run in the long run, at one of them else; and at all from there on.
  @Test(
    arguments: runsLongTests ? 1...24 : 2...2, ["abort:%", "abort:%+", "failure:%", "failure:%+"])
  func `workers of a batch`(_ number: Int, _ fault: String) throws {
    let scratch = try Scratch(Cases.small)
    func stored(_ store: String, _ fault: String) throws -> StoredRun {
      let outcome = try run(
        ["batch", scratch.path("data"), "--store", scratch.path(store)], fault)
      #expect([0, 1].contains(outcome.status), "\(outcome.error)")
      let runs = try RunStore(path: scratch.path(store), access: .read).runs()
      #expect(runs.count == 1)
      return try #require(runs.first)
    }
    let calm = try stored("calm.sqlite", "abort:1000000")
    #expect(calm.status == .solved)
    let least = try #require(calm.cost)
    let tried = try stored("tried.sqlite", fault.replacing("%", with: "\(number)"))
    if tried.status == .solved {
      #expect(abs(try #require(tried.cost) - least) <= 1e-3 * least)
    } else {
      #expect([.stopped, .failed].contains(tried.status))
      #expect(tried.reason?.isEmpty == false)
    }
    #expect(tried.cost ?? least >= least * (1 - 1e-3))
    #expect(tried.bound ?? 0 <= least * (1 + 1e-6))
  }

  @Test func `one abort is got over, a solver that never works is told`() throws {
    let scratch = try Scratch(Cases.small)
    for (fault, statuses) in [("abort:2", [RunStatus.solved]), ("abort:1+", [.stopped, .failed])] {
      let store = scratch.path("\(statuses[0]).sqlite")
      _ = try run(["batch", scratch.path("data"), "--store", store], fault)
      let runs = try RunStore(path: store, access: .read).runs()
      #expect(runs.count == 1 && statuses.contains(runs[0].status))
    }
  }
}
