import Foundation
import RunStore
import SupplyPlan
import Synchronization
public import TextFiles

/// A task of an array, on its node: solves the runs of its chunk one after another, each in a process of its own.
///
/// Two tasks may have the same runs: a node that counts as lost goes on where it is only out of reach. So a task works
/// in a folder of its own, and gives each result to the spool in one step that succeeds once.
public struct SlurmTask: Sendable {
  /// The command that a task calls, with the file of its chunk.
  public static let command = "batch-task"

  private let file: String
  private let program: WorkerProgram
  private let spool: Spool

  /// - Parameters:
  ///   - file: the file of the chunk.
  ///   - program: how a worker is called.
  public init(file: String, program: WorkerProgram) {
    self.file = file
    self.program = program
    // SPOOL/submission-1/chunk-0.json
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
    spool = Spool(folder.deletingLastPathComponent().path)
  }

  /// Solves what has no outcome yet.
  ///
  /// - Parameter isStopped: whether the task is to end.
  /// - Returns: whether all runs have their outcomes, or need none any more.
  /// - Throws: a fault where results cannot be written, or the worker cannot be started.
  public func run(isStopped: @escaping @Sendable () -> Bool) throws(Faults) -> Bool {
    guard let data = FileManager.default.contents(atPath: file) else { return true }
    guard let chunk = try? JSONDecoder().decode(SlurmChunk.self, from: data) else {
      throw Spool.fault(file, "the file of the task cannot be read")
    }
    let warrant = SlurmWarrant(file: file)
    let own = Spool("\(file).\(warrant.holder)")
    defer { own.remove() }
    var ended = SlurmEnded(file: "\(file).ended")
    for job in chunk.jobs where !ended.contains(job.run) && spool.outcome(of: job.run) == nil {
      if warrant.isWithdrawn { return true }
      let run = JobRun(
        job: job, program: program, limits: chunk.limits, spool: own,
        isStopped: { isStopped() || warrant.isWithdrawn })
      guard try run.run() != nil else { return warrant.isWithdrawn }
      ended.insert(job.run)
      spool.publish(job.run, from: own)
    }
    return true
  }
}

/// The file by which a task may go on; whoever follows the batch removes it.
///
/// Beside it stands who holds it: a controller that has lost its memory may start a task a second time while the first
/// one is still at it, which then stops.
private final class SlurmWarrant: Sendable {
  /// A name that no other task has.
  let holder = "\(BatchOwner.hostName).\(UUID().uuidString.lowercased())"
  private let file: String
  private let last = Mutex<(time: ContinuousClock.Instant, isThere: Bool)?>(nil)

  init(file: String) {
    self.file = file
    // Where it cannot be written, two tasks may solve the same run; its result is taken once.
    try? WholeFile.write(holder, path: holderFile)
  }

  private var holderFile: String { "\(file).holder" }

  /// Whether the task is to stop. The shared folder is asked once a second.
  var isWithdrawn: Bool {
    last.withLock { last in
      let now = ContinuousClock.now
      if let last, last.time.duration(to: now) < .seconds(1) { return !last.isThere }
      let named = try? String(contentsOfFile: holderFile, encoding: .utf8)
      let isThere =
        FileManager.default.fileExists(atPath: file) && (named == nil || named == holder)
      last = (now, isThere)
      return !isThere
    }
  }
}

/// The runs that a task has ended, so that one that is started again does not repeat them when their results have been
/// taken.
private struct SlurmEnded {
  private let file: String
  private var runs: Set<Int64>

  init(file: String) {
    self.file = file
    let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
    runs = Set(text.split(separator: "\n").compactMap { Int64($0) })
  }

  func contains(_ run: Int64) -> Bool { runs.contains(run) }

  mutating func insert(_ run: Int64) {
    runs.insert(run)
    let text = runs.sorted().map { "\($0)\n" }.joined()
    try? WholeFile.write(text, path: file)
  }
}

extension Spool {
  /// Moves the result of a run here from another spool in one step, unless one stands here already.
  ///
  /// - Returns: whether it was moved.
  @discardableResult
  func publish(_ run: Int64, from other: Spool) -> Bool {
    // A folder is not renamed to one that has files.
    rename(other.folder(of: run), folder(of: run)) == 0
  }
}
