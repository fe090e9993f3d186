import Foundation
import Testing

/// A solve that a limit or a signal stops still writes the best it has, and ends with status 0.
@Suite struct StopTests {
  @Test func `a plan at its time limit`() throws {
    let scratch = try Scratch(Cases.hard())
    let outcome = try Shorewise.run(
      ["plan", scratch.path("data"), "--time-limit", "0.001", "-o", scratch.path("out")])
    #expect(outcome.output.contains("time limit reached"))
    // On a machine that is busy elsewhere the second that is left for a plan may not be enough.
    if outcome.status == 1 { return try expectNothing(scratch, "time limit reached") }
    #expect(outcome.status == 0)
    try expectStopped(scratch, "time limit reached")
  }

  @Test func `a frontier at its time limit`() throws {
    let scratch = try Scratch(Cases.hard())
    let outcome = try Shorewise.run(
      ["frontier", scratch.path("data"), "--time-limit", "0.001", "-o", scratch.path("out")])
    let frontier = try scratch.json("out/frontier.json")
    #expect(frontier["termination"] as? String == "stopped")
    #expect((frontier["stop_reason"] as? String)?.contains("time limit reached") == true)
    let count = try #require(frontier["points"] as? [Any]).count
    #expect(outcome.status == (count == 0 ? 1 : 0))
    if count == 0 { return }
    #expect(try Shorewise.run(["verify", scratch.path("out/points/01")]).status == 0)
  }

  @Test(arguments: [false, true])
  func `an interrupt of a plan`(_ isTermination: Bool) throws {
    let scratch = try Scratch(Cases.hard())
    let run = try start(["plan", scratch.path("data"), "--gap", "0"], scratch)
    if isTermination { run.terminate() } else { run.interrupt() }
    let outcome = try run.finish()
    #expect(outcome.status == 0)
    #expect(outcome.error.contains("stopping: the best plan found so far will be kept"))
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

  @Test(arguments: [SIGHUP, SIGXCPU])
  func `other signals that ask to stop`(_ number: Int32) throws {
    let scratch = try Scratch(Cases.hard())
    let run = try start(["plan", scratch.path("data"), "--gap", "0"], scratch)
    run.send(number)
    // The limit of processor time is told every second until the process ends.
    if number == SIGXCPU { run.send(number) }
    #expect(try run.finish().status == 0)
    try expectStopped(
      scratch, number == SIGXCPU ? "processor time limit reached" : "interrupted")
  }

  @Test func `a second interrupt ends it at once, and says what is lost`() throws {
    let scratch = try Scratch(Cases.hard())
    let run = try start(["plan", scratch.path("data"), "--gap", "0"], scratch)
    run.interrupt()
    run.interrupt()
    let outcome = try run.finish()
    // Two signals of a kind that come close together may arrive as one.
    if outcome.status == 0 { return try expectStopped(scratch, "interrupted") }
    #expect(outcome.status == 128 + SIGINT)
    #expect(outcome.error.contains("results not yet written are lost"))
  }

  /// A search may be over before this is told that there is something to kill it for; then it is tried again.
  @Test(arguments: ["monolith", "decomposition"])
  func `a frontier that is killed leaves what was found`(_ method: String) throws {
    for _ in 0..<Self.mostTries {
      let scratch = try Scratch(Cases.hard())
      let run = try start(
        ["frontier", scratch.path("data"), "--tolerance", "0", "--method", method, "--gap", "0.2"],
        scratch)
      while !scratch.exists("out/frontier.json"), run.isRunning { usleep(20_000) }
      run.send(SIGKILL)
      _ = try run.finish()
      let frontier = try scratch.json("out/frontier.json")
      #expect(try #require(frontier["points"] as? [Any]).count >= 1)
      #expect(try Shorewise.run(["verify", scratch.path("out/points/01")]).status == 0)
      #expect(try Shorewise.run(["report", scratch.path("out")]).status == 0)
      let reason = frontier["stop_reason"] as? String
      if reason?.contains("was still running when this was written") == true {
        #expect(frontier["termination"] as? String == "stopped")
        return
      }
    }
    Issue.record("a search was over each time before it could be killed")
  }

  /// A search may be over before this is told that there is something to kill it for; then it is tried again.
  @Test func `a plan that is killed leaves the best that was found`() throws {
    for _ in 0..<Self.mostTries {
      let scratch = try Scratch(Cases.hard())
      let run = try start(
        ["plan", scratch.path("data"), "--method", "monolith", "--gap", "0"], scratch)
      while !scratch.exists("out/plan.json"), run.isRunning { usleep(20_000) }
      run.send(SIGKILL)
      _ = try run.finish()
      let plan = try scratch.json("out/plan.json")
      #expect(plan["cost"] is Double)
      #expect(try Shorewise.run(["verify", scratch.path("out")]).status == 0)
      if plan["termination"] as? String == "optimal" { continue }
      #expect(plan["termination"] as? String == "stopped")
      #expect(
        plan["stop_reason"] as? String == "the search was still running when this was written")
      return
    }
    Issue.record("no search was killed before its end in \(Self.mostTries) tries")
  }

  private static let mostTries = 5

  /// What the system does to a process that wants more memory than there is, and what a library does that gets none.
  @Test(arguments: [SIGKILL, SIGABRT, SIGSEGV], [true, false])
  func `a solver that dies does not take its best plan with it`(
    _ signal: Int32, _ hasFolder: Bool
  ) throws {
    let scratch = try Scratch(Cases.hard())
    let run = try Shorewise.Run(
      ["plan", scratch.path("data"), "--gap", "0", "--method", "monolith", "--json"]
        + (hasFolder ? ["-o", scratch.path("out")] : []),
      environment: ["TMPDIR": scratch.path("")])
    try #require(try killSolver(of: run, signal, whenSaved: scratch))
    let outcome = try run.finish()
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(outcome.error.contains("the best result found so far is kept"))
    let plan = try outcome.json()
    #expect(plan["termination"] as? String == "stopped")
    #expect(plan["cost"] is Double)
    #expect((plan["stop_reason"] as? String)?.contains("memory") == true)
    let left = try FileManager.default.contentsOfDirectory(atPath: scratch.path(""))
    #expect(Set(left) == (hasFolder ? ["data", "out"] : ["data"]))
    if hasFolder {
      #expect(try scratch.json("out/plan.json")["cost"] as? Double == plan["cost"] as? Double)
      #expect(try Shorewise.run(["verify", scratch.path("out")]).status == 0)
    }
  }

  @Test func `a solver that dies before it has found anything is told of`() throws {
    let scratch = try Scratch(Cases.hard())
    let run = try Shorewise.Run(
      ["plan", scratch.path("data"), "--gap", "0", "-o", scratch.path("out")])
    while scratch.solver(of: run) == nil, run.isRunning { usleep(1_000) }
    kill(try #require(scratch.solver(of: run)), SIGKILL)
    let outcome = try run.finish()
    #expect(outcome.status == 1)
    #expect(outcome.error.contains("nothing had been found yet"))
    let plan = try scratch.json("out/plan.json")
    #expect(plan["termination"] as? String == "stopped")
    #expect(plan["cost"] is NSNull)
  }

  /// Kills the process that solves once a plan is saved.
  ///
  /// - Returns: whether it was still there.
  private func killSolver(
    of run: Shorewise.Run, _ signal: Int32, whenSaved scratch: Scratch
  ) throws -> Bool {
    while run.isRunning {
      let files = FileManager.default.enumerator(atPath: scratch.path(""))
      if files?.contains(where: { ($0 as? String)?.hasSuffix("/plan.json") == true }) == true {
        // The word that it is saved comes after the file.
        usleep(100_000)
        guard let solver = scratch.solver(of: run) else { return false }
        return kill(solver, signal) == 0
      }
      usleep(20_000)
    }
    return false
  }

  /// Starts a run and returns once it solves: the output folder is made right before.
  private func start(_ arguments: [String], _ scratch: Scratch) throws -> Shorewise.Run {
    let run = try Shorewise.Run(arguments + ["-o", scratch.path("out")])
    while !scratch.exists("out"), run.isRunning { usleep(20_000) }
    usleep(300_000)
    try #require(run.isRunning, "the dataset is too easy")
    return run
  }

  private func expectNothing(_ scratch: Scratch, _ reason: String) throws {
    let plan = try scratch.json("out/plan.json")
    #expect(plan["termination"] as? String == "stopped")
    #expect(plan["stop_reason"] as? String == reason)
    #expect(plan["cost"] is NSNull)
    #expect(plan["bound"] is Double)
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
