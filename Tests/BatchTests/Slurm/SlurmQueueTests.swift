import Foundation
import RunStore
import Testing

@testable import Batch

/// What Slurm's programs are asked, and what is made of their answers.
@Suite struct SlurmQueueTests {
  @Test func `the queue is read by name and place`() {
    let snapshot = SlurmQueue.snapshot(
      """
      shorewise-a-1|12|0|RUNNING|None
      shorewise-a-1|12|1|PENDING|(Resources|odd)
      shorewise-a-2|15|0|NODE_FAIL|NodeDown
      shorewise-a-2|15|N/A|CANCELLED|Resources
      nonsense
      """)
    #expect(snapshot.jobs == ["shorewise-a-1": "12", "shorewise-a-2": "15"])
    #expect(snapshot.states["shorewise-a-1"]?[0]?.isRunning == true)
    #expect(snapshot.states["shorewise-a-1"]?[1]?.reason == "(Resources|odd)")
    #expect(snapshot.state(of: 0, in: "shorewise-a-2")?.name == "NODE_FAIL")
    #expect(snapshot.state(of: 7, in: "shorewise-a-2")?.isCancelled == true)
    #expect(snapshot.state(of: 7, in: "shorewise-a-1") == nil)
  }

  @Test(arguments: ["PENDING", "SUSPENDED", "COMPLETING", "REQUEUED", "SOMETHING_NEW"])
  func `what is not known to have ended is alive`(_ name: String) {
    #expect(!SlurmState(name: name).hasEnded)
  }

  @Test func `a task is lost when it has been gone for a while`() {
    var submission = SlurmSubmission(number: 1, batch: "a", taskCount: 2)
    submission.job = "12"
    var tasks = SlurmTasks()
    for index in 0...1 {
      let job = RunJob(run: Int64(index), words: [], saferWords: [], otherWayWords: [])
      tasks.add([job], at: index, of: submission, attempt: 1)
    }
    let start = ContinuousClock.now
    let alive = SlurmState(name: "RUNNING")
    tasks.note(SlurmSnapshot(states: [submission.name: [0: alive]]), at: start)
    #expect(tasks.runningCount == 1)
    #expect(tasks.lost(at: start, graceSeconds: 5).isEmpty)
    // It was away for a moment.
    tasks.note(SlurmSnapshot(states: [submission.name: [1: alive]]), at: start + .seconds(4))
    #expect(tasks.lost(at: start + .seconds(6), graceSeconds: 5).isEmpty)
    let lost = tasks.lost(at: start + .seconds(9), graceSeconds: 5)
    #expect(lost.map(\.id.index) == [0])
    #expect(lost.first.flatMap(tasks.slurmName) == "12_0")
    tasks.ended(0)
    #expect(tasks.lost(at: start + .seconds(9), graceSeconds: 5).isEmpty)
    #expect(!tasks.isEmpty)
  }

  @Test(
    arguments: [
      (1000, nil, 4), (10, nil, 2), (1, nil, 1), (20_000, nil, 20),
      (1000, 1.0, 125), (1000, 3.0, 60), (1000, 3600, 1), (100_000, 0.05, 3600), (3, 0.01, 1),
    ] as [(Int, Double?, Int)])
  func `a task lasts minutes, and the cluster does not idle`(
    _ runs: Int, _ seconds: Double?, _ length: Int
  ) {
    #expect(SlurmChunking.length(runs: runs, secondsPerRun: seconds) == length)
  }

  @Test func `sbatch is told what the batch needs, and last what the user wants`() throws {
    let submitter = SlurmSubmitter(
      settings: SlurmSettings(
        options: ["--partition=long", "--mem=0"], mostTasks: 5, processors: 2),
      program: WorkerProgram(
        path: "shorewise", leading: [], versions: Versions(shorewise: "1", glpk: "5")),
      limits: WorkerLimits(memoryBytes: 1000 << 20), spool: Spool("/shared/100%/work"))
    let submission = SlurmSubmission(number: 3, batch: "b", taskCount: 4)
    #expect(
      submitter.arguments(of: submission) == [
        "--parsable", "--array=0-3%5", "--job-name=shorewise-b-3",
        "--output=/shared/100%%/work/submission-3/%a.log", "--ntasks=1", "--cpus-per-task=2",
        "--no-requeue", "--mem=1356M", "--partition=long", "--mem=0",
        "/shared/100%/work/submission-3/task.sh",
      ])
  }

  @Test func `options that are the batch's own are refused`() {
    for option in ["--array=1-3", "-a1-3", "--wrap=ls", "--job-name=x", "-Jx", "--wait", "long"] {
      #expect(SlurmSettings.refusal(of: option) != nil, "\(option)")
    }
    #expect(SlurmSettings.refusal(of: "--clusters=b")?.contains("SLURM_CLUSTERS") == true)
    for option in ["--partition=long", "-plong", "--time=60", "--exclusive", "--requeue"] {
      #expect(SlurmSettings.refusal(of: option) == nil, "\(option)")
    }
  }

  @Test func `the reason says what Slurm and the task say`() {
    let ending = SlurmEnding(
      task: "12_3", state: SlurmState(name: "FAILED"), attempt: 4, logFile: nil)
    #expect(
      ending.reason(log: "one\nexec: error: no shorewise\ntwo\n")
        == "Slurm: FAILED (12_3, submitted 4 times): exec: error: no shorewise")
    let silent = SlurmEnding(task: nil, state: nil, attempt: 1, logFile: nil)
    #expect(silent.reason(log: "") == "Slurm: the task was lost (no task, submitted once)")
  }
}
