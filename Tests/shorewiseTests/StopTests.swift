import Foundation
import Testing

/// A solve that a limit or a signal stops still writes the best it has, and ends with status 0.
@Suite struct StopTests {
  @Test func `a plan at its time limit`() throws {
    let scratch = try Scratch(Cases.hard())
    let outcome = try Shorewise.run(
      ["plan", scratch.path("data"), "--time-limit", "0.001", "-o", scratch.path("out")])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("time limit reached"))
    try expectStopped(scratch, "time limit reached")
  }

  @Test func `a frontier at its time limit`() throws {
    let scratch = try Scratch(Cases.hard())
    let outcome = try Shorewise.run(
      ["frontier", scratch.path("data"), "--time-limit", "0.001", "-o", scratch.path("out")])
    #expect(outcome.status == 0)
    let frontier = try scratch.json("out/frontier.json")
    #expect(frontier["termination"] as? String == "stopped")
    #expect((frontier["stop_reason"] as? String)?.contains("time limit reached") == true)
    #expect(try #require(frontier["points"] as? [Any]).count >= 1)
    #expect(try Shorewise.run(["verify", scratch.path("out/points/01")]).status == 0)
  }

  @Test(arguments: [false, true])
  func `an interrupt of a plan`(_ isTermination: Bool) throws {
    let scratch = try Scratch(Cases.hard())
    let run = try start(["plan", scratch.path("data"), "--gap", "0"], scratch)
    if isTermination { run.terminate() } else { run.interrupt() }
    let outcome = try run.finish()
    #expect(outcome.status == 0)
    #expect(outcome.error.contains("stopping: the best plan found so far will be written"))
    try expectStopped(scratch, "interrupted")
  }

  @Test func `an interrupt of a frontier`() throws {
    let scratch = try Scratch(Cases.hard())
    let run = try start(["frontier", scratch.path("data"), "--gap", "0"], scratch)
    run.interrupt()
    let outcome = try run.finish()
    #expect(outcome.status == 0)
    let frontier = try scratch.json("out/frontier.json")
    #expect(frontier["termination"] as? String == "stopped")
    #expect((frontier["stop_reason"] as? String)?.contains("interrupted") == true)
    #expect(try #require(frontier["points"] as? [Any]).count >= 1)
  }

  /// Starts a run and returns once it solves: the output folder is made right before.
  private func start(_ arguments: [String], _ scratch: Scratch) throws -> Shorewise.Run {
    let run = try Shorewise.Run(arguments + ["-o", scratch.path("out")])
    while !scratch.exists("out"), run.isRunning { usleep(20_000) }
    usleep(300_000)
    try #require(run.isRunning, "the dataset is too easy")
    return run
  }

  private func expectStopped(_ scratch: Scratch, _ reason: String) throws {
    let plan = try scratch.json("out/plan.json")
    #expect(plan["termination"] as? String == "stopped")
    #expect(plan["stop_reason"] as? String == reason)
    let cost = try #require(plan["cost"] as? Double)
    #expect(try #require(plan["bound"] as? Double) < cost)
    #expect(try Shorewise.run(["verify", scratch.path("out")]).status == 0)
  }
}
