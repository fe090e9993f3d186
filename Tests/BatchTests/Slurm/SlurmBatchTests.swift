import Foundation
import Modeling
import RunStore
import Synchronization
import Testing
import TextFiles

@testable import Batch

/// A batch in Slurm, in what goes well and in what does not.
@Suite struct SlurmBatchTests {
  private func batch(_ folder: WorkFolder, _ cluster: FakeCluster, chunk: Int = 2) -> BatchRun {
    var batch = folder.batch()
    batch.engine = .slurm(cluster.settings(chunk: chunk))
    return batch
  }

  @discardableResult
  private func run(_ batch: BatchRun) throws -> BatchResult {
    try batch.run(cancellation: Cancellation()) { _ in }
  }

  private func runs(_ folder: WorkFolder) throws -> [StoredRun] {
    try RunStore(path: folder.store, access: .read).runs()
  }

  /// Every run is solved, by one call of the program each, and nothing is left beside the store.
  private func expectSolvedOnce(_ folder: WorkFolder) throws {
    #expect(try runs(folder).map(\.status) == Array(repeating: .solved, count: 5))
    #expect(try runs(folder).allSatisfy { $0.cost == 100 && $0.attempts == 1 })
    #expect(folder.calls.count == 5)
    #expect(!FileManager.default.fileExists(atPath: folder.store + ".work"))
    #expect(try RunStore(path: folder.store, access: .read).openBatches().isEmpty)
  }

  @Test func `all is solved, in arrays that are not too long`() throws {
    let folder = try WorkFolder()
    let cluster = try FakeCluster(folder)
    defer { cluster.end() }
    let result = try run(batch(folder, cluster, chunk: 1))
    #expect(result.tally.ended == [.solved: 5])
    #expect(result.isComplete)
    try expectSolvedOnce(folder)
    // Five tasks, three an array.
    let ranges = cluster.arrays.map { words in words.first { $0.hasPrefix("--array=") } }
    #expect(ranges == ["--array=0-2", "--array=0-1"])
    #expect(try run(batch(folder, cluster)).tally.known == 5)
    #expect(cluster.arrays.count == 2)
  }

  @Test(arguments: [
    FakeCluster.Fate.end("NODE_FAIL"), .end("PREEMPTED"), .end("COMPLETED"), .vanish,
  ])
  func `what is lost is submitted again, and nothing else`(_ fate: FakeCluster.Fate) throws {
    let folder = try WorkFolder()
    let cluster = try FakeCluster(folder) { array, task in
      array == 1 && task == 1 ? fate : .run
    }
    defer { cluster.end() }
    #expect(try run(batch(folder, cluster)).isComplete)
    try expectSolvedOnce(folder)
    #expect(cluster.arrays.count == 2)
  }

  @Test func `after three more tries a run is noted with the reason`() throws {
    let folder = try WorkFolder()
    let cluster = try FakeCluster(folder) { _, _ in .end("TIMEOUT") }
    defer { cluster.end() }
    let result = try run(batch(folder, cluster, chunk: 8))
    #expect(result.tally.ended == [.failed: 5])
    let reasons = Set(result.failures.map { $0.reason.prefix { $0 != "(" } })
    #expect(reasons == ["Slurm: TIMEOUT "])
    #expect(result.failures.allSatisfy { $0.reason.contains("submitted 4 times") })
    #expect(folder.calls.isEmpty)
    // The tasks become shorter: five, then one each, three an array.
    #expect(cluster.arrays.count == 1 + 3 * 2)
  }

  @Test func `where the queue has forgotten a task, the accounts tell`() throws {
    let folder = try WorkFolder()
    let cluster = try FakeCluster(folder) { _, _ in .vanish }
    defer { cluster.end() }
    let tasks = (1...20).flatMap { array in (0...2).map { "\(array)_\($0)" } }
    try cluster.write(
      tasks.map { "\($0)|CANCELLED by 1000\n" }.joined(), to: "accounts")
    let result = try run(batch(folder, cluster))
    // What somebody has cancelled is not submitted again.
    #expect(cluster.arrays.count == 1)
    #expect(result.failures.count == 5)
    #expect(
      result.failures.first?.reason.hasPrefix("Slurm: CANCELLED (1_0, submitted once") == true)
  }

  @Test func `without an answer of the controller nothing is lost`() throws {
    let folder = try WorkFolder("gate; solve")
    let cluster = try FakeCluster(folder)
    defer { cluster.end() }
    let notes = Mutex<Set<String>>([])
    let isDown = Mutex(false)
    let result = try batch(folder, cluster).run(cancellation: Cancellation()) { tally in
      if let note = tally.note {
        notes.withLock { _ = $0.insert(note) }
        // The tasks go on while the controller is silent.
        if note.contains("nothing is lost") { folder.openGate() }
      }
      isDown.withLock { isDown in
        if tally.endedCount == 0, tally.running > 0, !isDown {
          isDown = true
          try? cluster.write("", to: "down")
        } else if tally.endedCount > 2 {
          cluster.remove("down")
        }
      }
    }
    #expect(result.isComplete)
    #expect(notes.withLock { $0.contains { $0.contains("nothing is lost") } })
    try expectSolvedOnce(folder)
    #expect(cluster.arrays.count == 1)
  }

  @Test func `what sbatch refuses is told in its words, and nothing is begun`() throws {
    let folder = try WorkFolder()
    let cluster = try FakeCluster(folder)
    defer { cluster.end() }
    try cluster.write("sbatch: error: invalid partition specified: lon\n", to: "refusal")
    let faults = #expect(throws: Faults.self) { try run(batch(folder, cluster)) }
    #expect(faults?.all.first?.cause == "sbatch: error: invalid partition specified: lon")
    #expect(try runs(folder).allSatisfy { $0.status == .pending })
    cluster.remove("refusal")
    #expect(try run(batch(folder, cluster)).isComplete)
    try expectSolvedOnce(folder)
  }

  @Test func `a queue that is full has room again`() throws {
    let folder = try WorkFolder("case \"$variant\" in none) solve ;; *) gate; solve ;; esac")
    let cluster = try FakeCluster(folder)
    defer { cluster.end() }
    // Three tasks an array of one run each: there is no room for the second array until that was told.
    try cluster.write("1", to: "limit")
    let notes = Mutex<Set<String>>([])
    let batch = batch(folder, cluster, chunk: 1)
    let result = try batch.run(cancellation: Cancellation()) { tally in
      guard let note = tally.note else { return }
      notes.withLock { _ = $0.insert(note) }
      guard note.contains("no room") else { return }
      cluster.remove("limit")
      folder.openGate()
    }
    #expect(result.isComplete)
    #expect(notes.withLock { $0.contains { $0.contains("no room") } })
    try expectSolvedOnce(folder)
  }

  @Test func `without Slurm the batch says so`() throws {
    let folder = try WorkFolder()
    var batch = folder.batch()
    batch.engine = .slurm(
      SlurmSettings(
        programs: SlurmPrograms(
          sbatch: "/nowhere/sbatch", squeue: "/nowhere/squeue", sacct: "/nowhere/sacct",
          scancel: "/nowhere/scancel", scontrol: "/nowhere/scontrol")))
    let faults = #expect(throws: Faults.self) { try run(batch) }
    #expect(faults?.all.first?.file == "/nowhere/sbatch")
    #expect(faults?.all.first?.cause.contains("not found") == true)
    #expect(try run(folder.batch()).isComplete)
  }

  @Test func `a stop cancels the tasks, and gives back what they were at`() throws {
    let folder = try WorkFolder(
      "case \"$variant\" in none) solve ;; *) gate; solve ;; esac")
    let cluster = try FakeCluster(folder)
    defer { cluster.end() }
    let cancellation = Cancellation()
    let result = try batch(folder, cluster, chunk: 1).run(cancellation: cancellation) { tally in
      if tally.endedCount == 1 { cancellation.cancel() }
    }
    #expect(result.wasStopped)
    #expect(result.tally.ended == [.solved: 1])
    #expect(cluster.cancelled.contains("--name=shorewise-"))
    #expect(try runs(folder).map(\.status) == [.solved] + Array(repeating: .pending, count: 4))
    #expect(try RunStore(path: folder.store, access: .read).openBatches().isEmpty)
  }
}
