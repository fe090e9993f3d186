import Foundation
import RunStore
import SupplyData
import Testing

@testable import Batch

/// A task on its node.
@Suite struct SlurmTaskTests {
  private let folder: WorkFolder
  private let spool: Spool
  private let submission = SlurmSubmission(number: 1, batch: "b", taskCount: 1)

  init() throws {
    folder = try WorkFolder("sleep 0.2; solve")
    spool = Spool(folder.path + "/spool")
    try spool.prepare()
  }

  private func write(_ runs: [Int64]) throws -> SlurmTask {
    let jobs = runs.map {
      RunJob(run: $0, words: ["plan", folder.data], saferWords: [], otherWayWords: [])
    }
    let chunk = SlurmChunk(jobs: jobs, limits: WorkerLimits(), attempt: 1)
    try submission.write([chunk], program: folder.worker.path, to: spool)
    return SlurmTask(file: submission.chunkFile(0, in: spool), program: folder.worker)
  }

  @Test func `it solves its runs, and leaves nothing but results`() throws {
    let task = try write([4, 7])
    #expect(try task.run { false })
    #expect(spool.ended() == [4, 7])
    #expect(spool.outcome(of: 7)?.status == .solved)
    #expect(FileManager.default.fileExists(atPath: spool.resultFolder(of: 7) + "/plan.json"))
    let files = try FileManager.default.contentsOfDirectory(atPath: submission.folder(in: spool))
    #expect(
      Set(files) == [
        "chunk-0.json", "chunk-0.json.ended", "chunk-0.json.holder", "task.sh", "submission.json",
      ])
  }

  @Test func `started again it does not repeat what it did, taken or not`() throws {
    let task = try write([4, 7])
    #expect(try task.run { false })
    spool.remove(4)
    #expect(try task.run { false })
    #expect(folder.calls.count == 2)
    #expect(spool.ended() == [7])
  }

  @Test func `a result is published once`() throws {
    let other = Spool(folder.path + "/other")
    for (place, spool) in [(1, spool), (2, other)] {
      try spool.prepare(3)
      try "\(place)".write(
        toFile: spool.folder(of: 3) + "/log", atomically: true, encoding: .utf8)
    }
    #expect(!spool.publish(3, from: other))
    #expect(try String(contentsOfFile: spool.logFile(of: 3), encoding: .utf8) == "1")
    spool.remove(3)
    #expect(spool.publish(3, from: other))
    #expect(try String(contentsOfFile: spool.logFile(of: 3), encoding: .utf8) == "2")
  }

  @Test func `it stops when asked, without a result of what it was at`() throws {
    let task = try write([4, 7])
    #expect(try !task.run { true })
    #expect(spool.ended().isEmpty)
  }

  @Test func `started twice, the second goes on and the first stops`() throws {
    let slow = try WorkFolder("gate; solve")
    _ = try write([4, 5])
    let file = submission.chunkFile(0, in: spool)
    let (first, second) = (
      SlurmTask(file: file, program: slow.worker), SlurmTask(file: file, program: folder.worker)
    )
    Thread.detachNewThread {
      waitUntil { !slow.calls.isEmpty }
      _ = try? second.run { false }
    }
    #expect(try first.run { false })
    waitUntil { spool.ended().count == 2 }
    #expect(spool.ended() == [4, 5])
    #expect(slow.calls.count == 1)
    #expect(folder.calls.count == 2)
  }

  @Test func `without its file it has nothing to do, and stops where it goes`() throws {
    let task = try write([4, 5, 6, 7])
    submission.withdraw(0, in: spool)
    #expect(try task.run { false })
    #expect(folder.calls.isEmpty)
    let again = try WorkFolder("gate; solve")
    let slow = SlurmTask(file: submission.chunkFile(0, in: spool), program: again.worker)
    _ = try write([4, 5])
    let (place, submission) = (spool, submission)
    Thread.detachNewThread {
      waitUntil { !again.calls.isEmpty }
      submission.withdraw(0, in: place)
    }
    #expect(try slow.run { false })
    #expect(!again.calls.isEmpty)
    #expect(spool.ended().isEmpty)
  }
}
