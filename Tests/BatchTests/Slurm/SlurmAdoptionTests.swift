import Foundation
import Modeling
import RunStore
import Testing

@testable import Batch

/// A batch whose process is gone, while its tasks are not.
@Suite struct SlurmAdoptionTests {
  /// A dead batch that has claimed all five runs of a folder.
  private struct DeadBatch {
    let store: RunStore
    let spool: Spool
    let jobs: [RunJob]

    init(_ folder: WorkFolder) throws {
      store = try RunStore(path: folder.store, access: .write)
      spool = Spool(folder.path + "/dead")
      try spool.prepare()
      try store.begin(
        BatchRecord(
          id: "dead", engine: "slurm", arguments: "plan", spool: spool.path,
          owner: BatchOwner(
            host: BatchOwner.hostName, process: 1 << 22, processStart: "long ago")))
      let asked = try BatchExpansion(request: folder.request()).runs()
      var reader = InputReader()
      var inputs: [RunInput] = []
      for run in asked { inputs.append(try reader.input(of: run)) }
      try store.add(inputs)
      try store.register(asked.map(\.request))
      var jobs: [RunJob] = []
      for run in asked {
        let standing = try #require(try store.standings(of: [run.request]).first)
        let id = try #require(standing.run)
        _ = try store.claim(id, revision: standing.revision, as: run.request, for: "dead")
        let variant = run.request.key.variant
        jobs.append(
          RunJob(
            run: id,
            words: ["plan", folder.data] + (variant.isEmpty ? [] : ["--variant", variant]),
            saferWords: [], otherWayWords: []))
      }
      self.jobs = jobs
    }

    /// Writes the last `count` runs as tasks of one run each.
    func submission(_ count: Int, _ cluster: FakeCluster, _ folder: WorkFolder) throws
      -> (submission: SlurmSubmission, submitter: SlurmSubmitter)
    {
      let submission = SlurmSubmission(number: 1, batch: "dead", taskCount: count)
      let submitter = SlurmSubmitter(
        settings: cluster.settings(), program: folder.worker, limits: WorkerLimits(), spool: spool)
      try submitter.prepare(
        submission,
        chunks: SlurmChunk.chunks(of: jobs.suffix(count), length: 1, limits: WorkerLimits()))
      return (submission, submitter)
    }
  }

  private func goOn(_ folder: WorkFolder, _ cluster: FakeCluster) throws -> BatchResult {
    var batch = folder.batch()
    batch.engine = .slurm(cluster.settings(chunk: 2))
    return try batch.run(cancellation: Cancellation()) { _ in }
  }

  private func expectSolvedOnce(_ folder: WorkFolder, _ dead: DeadBatch) throws {
    #expect(try dead.store.runs().map(\.status) == Array(repeating: .solved, count: 5))
    #expect(folder.calls.count == 5)
    #expect(try dead.store.openBatches().isEmpty)
    #expect(!FileManager.default.fileExists(atPath: dead.spool.path))
  }

  @Test(arguments: [true, false])
  func `the next one follows its tasks to their end`(_ isNoted: Bool) throws {
    let folder = try WorkFolder("sleep 0.2; solve")
    let cluster = try FakeCluster(folder)
    defer { cluster.end() }
    let dead = try DeadBatch(folder)
    let (submission, submitter) = try dead.submission(3, cluster, folder)
    // The process may be gone before it has noted the number of the array.
    let submitted = try submitter.submit(submission)
    if isNoted { try submitted.note(in: dead.spool) }
    let result = try goOn(folder, cluster)
    #expect(result.isComplete)
    #expect(result.tally.ended == [.solved: 5])
    #expect(result.tally.known == 0)
    try expectSolvedOnce(folder, dead)
    // The two runs that the dead batch had not handed over are an array of their own.
    #expect(cluster.arrays.count == 2)
  }

  @Test func `what it had noted and not submitted is submitted`() throws {
    let folder = try WorkFolder()
    let cluster = try FakeCluster(folder)
    defer { cluster.end() }
    let dead = try DeadBatch(folder)
    _ = try dead.submission(5, cluster, folder)
    #expect(try goOn(folder, cluster).isComplete)
    try expectSolvedOnce(folder, dead)
  }

  @Test func `what it lost is submitted again`() throws {
    let folder = try WorkFolder()
    let cluster = try FakeCluster(folder) { array, task in
      array == 1 && task == 0 ? .end("NODE_FAIL") : .run
    }
    defer { cluster.end() }
    let dead = try DeadBatch(folder)
    let (submission, submitter) = try dead.submission(3, cluster, folder)
    try submitter.submit(submission).note(in: dead.spool)
    #expect(try goOn(folder, cluster).isComplete)
    try expectSolvedOnce(folder, dead)
  }

  @Test func `the local engine ends its tasks, and takes what they have`() throws {
    let folder = try WorkFolder("case \"$variant\" in none) solve ;; *) gate; solve ;; esac")
    let cluster = try FakeCluster(folder)
    defer { cluster.end() }
    let dead = try DeadBatch(folder)
    let (submission, submitter) = try dead.submission(5, cluster, folder)
    try submitter.submit(submission).note(in: dead.spool)
    waitUntil { !dead.spool.ended().isEmpty }
    let recovery = OrphanRecovery(store: dead.store, owner: .current, slurm: cluster.programs)
    #expect(try recovery.settle { _ in false }.isEmpty)
    #expect(cluster.cancelled.contains("--name=\(submission.name)"))
    #expect(
      try dead.store.runs().map(\.status) == [.solved] + Array(repeating: .pending, count: 4))
    #expect(try dead.store.openBatches().isEmpty)
    folder.openGate()
    let result = try folder.batch().run(cancellation: Cancellation()) { _ in }
    #expect(result.tally.ended == [.solved: 4])
  }
}
