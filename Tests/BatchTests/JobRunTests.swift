import Foundation
import RunStore
import Testing

@testable import Batch

/// How a run ends, by what its process does.
@Suite struct JobRunTests {
  private func run(
    _ script: String, limits: WorkerLimits = WorkerLimits(), otherWay: [String] = ["--other"]
  ) throws -> (outcome: RunOutcome, calls: [String]) {
    let folder = try WorkFolder(script)
    let spool = Spool(folder.path + "/spool")
    try spool.prepare()
    let job = RunJob(
      run: 7, words: ["plan", folder.data], saferWords: ["--safer"], otherWayWords: otherWay)
    let run = JobRun(
      job: job, program: folder.worker, limits: limits, spool: spool, isStopped: { false })
    let outcome = try #require(try run.run())
    #expect(spool.outcome(of: 7) == outcome)
    #expect(spool.ended() == [7])
    #expect(outcome.run == 7)
    #expect(!outcome.host.isEmpty)
    return (outcome, folder.calls)
  }

  struct Case: CustomTestStringConvertible, Sendable {
    var script: String
    var status: RunStatus
    var attempts: Int
    var reason: String?
    var testDescription: String { script }
  }

  @Test(arguments: [
    Case(script: "solve", status: .solved, attempts: 1),
    Case(script: "exit 2", status: .infeasible, attempts: 1),
    Case(
      script: "echo 'a.csv:3: error: bad' >&2; exit 65", status: .invalid, attempts: 1,
      reason: "a.csv:3: error: bad"),
    Case(
      script: "for i in 1 2 3; do echo \"a.csv:$i: error: bad\" >&2; done; exit 65",
      status: .invalid, attempts: 1, reason: "a.csv:1: error: bad (and 2 more)"),
    Case(
      script: "echo 'Error: --gap is 3' >&2; exit 64", status: .failed, attempts: 1,
      reason: "Error: --gap is 3"),
    Case(
      script: "echo 'error: the checker refuses' >&2; exit 1", status: .failed, attempts: 2,
      reason: "twice: error: the checker refuses"),
    Case(
      script: "kill -SEGV $$", status: .failed, attempts: 2,
      reason: "twice: it crashed (Segmentation fault)"),
    Case(script: "exit 0", status: .failed, attempts: 2, reason: "twice: it wrote no result"),
    Case(
      script: "kill -KILL $$", status: .failed, attempts: 2,
      reason: "twice: it was killed from outside, probably because memory ran out"),
    Case(
      script: "case \"$words\" in *--safer*) exit 3 ;; *) kill -ABRT $$ ;; esac",
      status: .failed, attempts: 2,
      reason: "it crashed (Aborted); with safer settings: it ended with status 3"),
  ])
  func `the end of a process is what it means`(_ example: Case) throws {
    let (outcome, calls) = try run(example.script)
    #expect(outcome.status == example.status)
    #expect(outcome.attempts == example.attempts)
    #expect(outcome.reason == example.reason)
    #expect(calls.count == example.attempts)
  }

  @Test func `safer settings help`() throws {
    let (outcome, calls) = try run(
      "case \"$words\" in *--safer*) solve ;; *) kill -ABRT $$ ;; esac")
    #expect(outcome.status == .solved)
    #expect(outcome.attempts == 2)
    #expect(outcome.reason == nil)
    #expect(calls.last?.contains("--safer --other --output") == true)
  }

  @Test func `what the first try left is not taken for a result of the second`() throws {
    let (outcome, _) = try run(
      "case \"$words\" in *--safer*) exit 0 ;; *) solve; kill -ABRT $$ ;; esac")
    #expect(outcome.status == .failed)
  }

  @Test func `too much memory ends it, and is tried with less`() throws {
    let (outcome, calls) = try run(
      "x=$(head -c 100000000 /dev/zero | tr '\\0' a); sleep 20",
      limits: WorkerLimits(memoryBytes: 50 << 20))
    #expect(outcome.status == .failed)
    #expect(outcome.reason == "twice: it needed more than the 50 MiB that --memory allows")
    #expect(outcome.peakMemoryBytes > 50 << 20)
    #expect(calls.last?.contains("--other") == false)
  }

  @Test func `a hung process is noticed by its idleness, a spinning one by the time`() throws {
    let hung = try run("sleep 30", limits: WorkerLimits(idleSeconds: 0.4)).outcome
    #expect(hung.reason?.hasPrefix("twice: it hung") == true)
    let spinning = try run("while :; do :; done", limits: WorkerLimits(wallSeconds: 0.5)).outcome
    #expect(spinning.reason?.hasPrefix("twice: it had not ended after") == true)
    #expect(spinning.processorSeconds > 0.01)
  }

  @Test func `the log is kept, its end where it is long, and warnings apart`() throws {
    let outcome = try run(
      """
      echo 'begin' >&2; head -c 100000 /dev/zero | tr '\\0' x >&2; echo >&2
      echo 'a.csv:2: warning: idle. Use it.' >&2; solve
      """
    ).outcome
    #expect(outcome.log.utf8.count == 64 << 10)
    #expect(outcome.log.hasSuffix("Use it.\n"))
    #expect(outcome.warnings == ["a.csv:2: warning: idle. Use it."])
  }

  @Test func `a stop ends the process, and leaves no outcome`() throws {
    let folder = try WorkFolder("sleep 30")
    let spool = Spool(folder.path + "/spool")
    try spool.prepare()
    let start = ContinuousClock.now
    let run = JobRun(
      job: RunJob(run: 1, words: ["plan"], saferWords: [], otherWayWords: []),
      program: folder.worker, limits: WorkerLimits(), spool: spool,
      isStopped: { start.duration(to: .now) > .milliseconds(300) })
    #expect(try run.run() == nil)
    #expect(spool.outcome(of: 1) == nil)
    #expect(start.duration(to: .now) < .seconds(15))
  }
}
