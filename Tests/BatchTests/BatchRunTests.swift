import Foundation
import Modeling
import RunStore
import SupplyData
import Testing
import TextFiles

@testable import Batch

@Suite struct BatchRunTests {
  @discardableResult
  private func run(_ batch: BatchRun, cancellation: Cancellation = Cancellation()) throws
    -> BatchResult
  {
    try batch.run(cancellation: cancellation) { _ in }
  }

  private func runs(_ folder: WorkFolder) throws -> [StoredRun] {
    try RunStore(path: folder.store, access: .read).runs()
  }

  @Test func `the dataset and all its variants are solved, once`() throws {
    let folder = try WorkFolder()
    let result = try run(folder.batch())
    #expect(result.tally.ended == [.solved: 5])
    #expect(result.isComplete)
    let stored = try runs(folder)
    #expect(
      stored.map(\.request.key.variant) == [
        "", "price@price=10", "price@price=20",
        "price@price=30", "price@price=40",
      ])
    #expect(stored.map(\.request.sweep) == [nil, "price", "price", "price", "price"])
    #expect(stored.allSatisfy { $0.request.key.dataset == "data" && $0.datasetName == "base" })
    #expect(stored.allSatisfy { $0.cost == 100 && $0.attempts == 1 })
    #expect(folder.calls.count == 5)
    #expect(
      folder.calls.allSatisfy { $0.contains("plan \(folder.data)") && $0.contains("--gap 0.01") })
    // Nothing stays beside the store.
    for ending in ["-wal", "-shm", "-journal"] {
      #expect(!FileManager.default.fileExists(atPath: folder.store + ending))
    }
    #expect(!FileManager.default.fileExists(atPath: folder.store + ".work"))

    let again = try run(folder.batch())
    #expect(again.tally.due == 0)
    #expect(again.tally.known == 5)
    #expect(again.isComplete)
    #expect(folder.calls.count == 5)
  }

  @Test(arguments: [
    (["price"], 4), (["price@price=20"], 1), (["price@price=20", "price", "price@price=30"], 4),
  ])
  func `variants are chosen by name, sweep and member`(_ names: [String], _ count: Int) throws {
    let folder = try WorkFolder()
    #expect(try run(folder.batch(names)).tally.ended == [.solved: count])
    var batch = folder.batch(names)
    batch.request.withUnchanged = true
    #expect(try run(batch).tally.ended == [.solved: 1])
  }

  @Test func `what has changed is solved again, and nothing else`() throws {
    let folder = try WorkFolder()
    try run(folder.batch())
    let file = folder.data + "/production.csv"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try text.replacingOccurrences(of: "widget,20", with: "widget,21").write(
      toFile: file, atomically: true, encoding: .utf8)
    // The sweep sets the price, so that its members are what they were.
    let forecast = try folder.batch().forecast()
    #expect(forecast.due.map(\.reason) == [.changed])
    #expect(forecast.due.map(\.key.variant) == [""])
    #expect(forecast.known == 4)
    // The program says another dataset than it should, for it knows the old one: no result.
    let result = try run(folder.batch())
    #expect(result.failures.first?.reason.contains("was changed during") == true)
    #expect(try folder.batch().forecast().due.map(\.reason) == [.failed])
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    #expect(try run(folder.batch()).isComplete)
  }

  @Test func `what failed is solved again; what was stopped or solved if asked`() throws {
    let folder = try WorkFolder(
      """
      case "$variant" in
        price@price=10) exit 1 ;;
        price@price=20) solve; sed -i 's/"optimal"/"stopped"/' "$output/plan.json" ;;
        price@price=30) exit 2 ;;
        *) solve ;;
      esac
      """)
    let result = try run(folder.batch())
    #expect(result.tally.ended == [.solved: 2, .failed: 1, .stopped: 1, .infeasible: 1])
    #expect(!result.isComplete)
    #expect(result.failures.map(\.key.variant) == ["price@price=10"])
    for (again, count) in [
      (BatchRequest.Again.failedOrChanged, 1), (.stopped, 2), (.all, 5),
    ] {
      #expect(try folder.batch(again: again).forecast().due.count == count)
      #expect(try run(folder.batch(again: again)).tally.due == count)
    }
  }

  @Test func `a forecast changes nothing, and tells the time`() throws {
    let folder = try WorkFolder()
    let before = try folder.batch().forecast()
    #expect(before.due.map(\.reason) == Array(repeating: .new, count: 5))
    #expect(before.seconds == nil)
    #expect(!FileManager.default.fileExists(atPath: folder.store))
    try run(folder.batch(["price@price=10"]))
    let after = try folder.batch().forecast()
    #expect(after.due.count == 4)
    #expect(after.known == 1)
    let seconds = try #require(after.seconds)
    #expect(seconds > 0)
  }

  @Test func `all that is wrong is told before anything is solved`() throws {
    let folder = try WorkFolder()
    try """
    description: nothing matches
    patches:
      - {table: production, where: {facility: nowhere}, set: {unit_cost: 1}}
    """.write(toFile: folder.data + "/variants/none.yaml", atomically: true, encoding: .utf8)
    var batch = folder.batch()
    batch.request.datasets.append(folder.path + "/missing")
    let faults = #expect(throws: Faults.self) { try run(batch) }
    #expect(faults?.all.count == 2)
    #expect(faults?.all.contains { $0.file == "\(folder.data)/variants/none.yaml" } == true)
    #expect(faults?.all.contains { $0.file == "\(folder.path)/missing" } == true)
    #expect(folder.calls.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: folder.store))
  }

  @Test func `a stop gives back what was begun, and the next batch goes on`() throws {
    let folder = try WorkFolder(
      "case \"$variant\" in none|price@price=10) solve ;; *) gate; solve ;; esac")
    let cancellation = Cancellation()
    let result = try folder.batch(workers: 1).run(cancellation: cancellation) { tally in
      if tally.endedCount == 2 { cancellation.cancel() }
    }
    #expect(result.wasStopped)
    #expect(!result.isComplete)
    let stored = try runs(folder)
    #expect(stored.count == 5)
    #expect(!stored.contains { $0.status == .running })
    #expect(stored.count { $0.status == .solved } == 2)
    #expect(result.text(again: "again").hasSuffix("to go on: again"))
    folder.openGate()
    #expect(try run(folder.batch()).isComplete)
    #expect(try runs(folder).allSatisfy { $0.status == .solved })
  }

  @Test func `what takes too much memory costs itself alone`() throws {
    let folder = try WorkFolder(
      """
      case "$variant" in
        price@price=10) x=$(head -c 100000000 /dev/zero | tr '\\0' a); gate ;;
        *) solve ;;
      esac
      """)
    let result = try run(folder.batch(limits: WorkerLimits(memoryBytes: 50 << 20)))
    #expect(result.tally.ended == [.solved: 4, .failed: 1])
    #expect(result.failures.map(\.key.variant) == ["price@price=10"])
    #expect(
      result.failures.first?.reason == "twice: it needed more than the 50 MiB that --memory allows")
  }

  @Test func `two batches at once share the work`() throws {
    let folder = try WorkFolder("sleep 0.05; solve")
    DispatchQueue.concurrentPerform(iterations: 3) { _ in
      do {
        // Each waits for what the others are at.
        #expect(try run(folder.batch()).isComplete)
      } catch { Issue.record(error) }
    }
    #expect(try runs(folder).allSatisfy { $0.status == .solved && $0.attempts == 1 })
    #expect(folder.calls.count == 5)
  }

  @Test func `a dead batch's finished results are taken, the rest is solved`() throws {
    let folder = try WorkFolder()
    try run(folder.batch(["price@price=10"]))
    // A batch of a process that is gone: it claimed two runs and finished one.
    let store = try RunStore(path: folder.store, access: .write)
    let spool = Spool(folder.path + "/dead")
    try store.begin(
      BatchRecord(
        id: "dead", engine: "local", arguments: "plan", spool: spool.path,
        owner: BatchOwner(
          host: BatchOwner.hostName, process: 1 << 22, processStart: "long ago")))
    let asked = try BatchExpansion(request: folder.request(["price"])).runs()
    var reader = InputReader()
    try store.add(asked.map { try reader.input(of: $0) })
    try store.register(asked.map(\.request))
    for (place, run) in asked.enumerated() where (1...2).contains(place) {
      let standing = try #require(try store.standings(of: [run.request]).first)
      let id = try #require(standing.run)
      #expect(try store.claim(id, revision: standing.revision, as: run.request, for: "dead"))
      if place == 2 { continue }
      let words = ["plan", folder.data, "--variant", run.request.key.variant]
      let job = RunJob(run: id, words: words, saferWords: [], otherWayWords: [])
      _ = try JobRun(
        job: job, program: folder.worker, limits: WorkerLimits(), spool: spool,
        isStopped: { false }
      ).run()
    }
    #expect(folder.calls.count == 2)
    let result = try run(folder.batch(["price"]))
    #expect(result.tally.ended == [.solved: 2])
    #expect(folder.calls.count == 4)
    #expect(try runs(folder).allSatisfy { $0.status == .solved })
    #expect(!FileManager.default.fileExists(atPath: spool.path))
    #expect(try store.openBatches().isEmpty)
  }

  @Test func `a program that does not start stops the batch, and loses nothing`() throws {
    let folder = try WorkFolder()
    var batch = folder.batch()
    batch.program.path = folder.path + "/nowhere"
    #expect(throws: Faults.self) { try run(batch) }
    #expect(try run(folder.batch()).isComplete)
  }
}
