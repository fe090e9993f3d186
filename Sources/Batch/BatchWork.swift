import Foundation
import RunStore
import Synchronization
import TextFiles

/// What the workers of an engine share: the runs that are left, the store, and the count of what has ended.
///
/// Any thread may ask it anything.
final class BatchWork: Sendable {
  private struct State {
    var next = 0
    var tally: BatchTally
    var failure: Faults?
    var isStopped = false
    /// How many of the claimed runs are being solved; `nil` where all are.
    var running: Int?
    /// Wall seconds of the runs that have ended here.
    var seconds = 0.0
  }

  let store: RunStore
  /// The batch's name.
  let batch: String
  let spool: Spool
  /// The runs that the batch had claimed before, under another process.
  let claimed: [Int64]
  private let due: [DueRun]
  private let request: BatchRequest
  /// Mean wall seconds of runs before; `nil` where there were none.
  let expectedSeconds: Double?
  /// How many are solved at a time; `nil` where that is up to a cluster.
  private let width: Int?
  private let start = ContinuousClock.now
  private let state: Mutex<State>

  init(
    store: RunStore, batch: String, spool: Spool, claimed: [Int64] = [], due: [DueRun],
    request: BatchRequest, expectedSeconds: Double?, width: Int?
  ) {
    self.store = store
    self.batch = batch
    self.spool = spool
    self.claimed = claimed
    self.due = due
    self.request = request
    self.expectedSeconds = expectedSeconds
    self.width = width
    var tally = BatchTally()
    tally.due = claimed.count + due.count
    tally.running = claimed.count
    state = Mutex(State(tally: tally))
  }

  // MARK: Runs

  /// Claims the next run that nobody else has; `nil` where there is none, or the batch is to stop.
  func next() throws(Faults) -> RunJob? {
    while true {
      let candidate: DueRun? = state.withLock { state in
        guard !state.isStopped, state.next < due.count else { return nil }
        state.next += 1
        return due[state.next - 1]
      }
      guard let candidate, let run = candidate.standing.run else { return nil }
      let isOurs = try store.claim(
        run, revision: candidate.standing.revision, as: candidate.asked.request, for: batch)
      state.withLock { state in
        if isOurs {
          state.tally.running += 1
        } else {
          state.tally.takenByOthers += 1
        }
      }
      if isOurs { return job(run, candidate) }
    }
  }

  private func job(_ run: Int64, _ due: DueRun) -> RunJob {
    let key = due.key
    let variant = key.variant.isEmpty ? [] : ["--variant", key.variant]
    let folder = RelativePath.absolute(due.asked.folder).path
    let hasMethod = (key.options + request.effort).contains {
      $0 == "--method" || $0.hasPrefix("--method=")
    }
    return RunJob(
      run: run, words: [key.command, folder] + variant + key.options + request.effort,
      saferWords: ["--threads", "1"], otherWayWords: hasMethod ? [] : ["--method", "monolith"])
  }

  /// Brings the result of a run into the store.
  func finish(_ run: Int64) throws(Faults) {
    let outcome = try spool.take(run, into: store, batch: batch)
    state.withLock { state in
      state.tally.running -= 1
      guard let outcome else {
        state.tally.takenByOthers += 1
        return
      }
      state.tally.ended[outcome.status, default: 0] += 1
      state.seconds += outcome.wallSeconds
    }
  }

  /// Gives a run back that was claimed and not solved.
  func release(_ run: Int64) throws(Faults) {
    spool.remove(run)
    try store.release(run, of: batch)
    state.withLock { $0.tally.running -= 1 }
  }

  // MARK: Stopping

  /// Whether nothing more is to be begun, and what runs is to end.
  var isStopped: Bool { state.withLock { $0.isStopped } }

  /// Asks to stop.
  func stop() { state.withLock { $0.isStopped = true } }

  /// Stops for something that no run can be blamed for, such as a full disk.
  func fail(_ faults: Faults) {
    state.withLock { state in
      state.isStopped = true
      if state.failure == nil { state.failure = faults }
    }
  }

  /// What the batch failed by.
  var failure: Faults? { state.withLock { $0.failure } }

  // MARK: Telling

  /// Something that a user should read beside the count.
  func tell(_ note: String?) { state.withLock { $0.tally.note = note } }

  /// How many of the claimed runs are being solved, where an engine does not begin each as it claims it.
  func show(running: Int) { state.withLock { $0.running = running } }

  /// How far the batch has come.
  var tally: BatchTally {
    state.withLock { state in
      var tally = state.tally
      tally.seconds = start.duration(to: .now) / .seconds(1)
      if let running = state.running {
        let claimed = tally.running
        tally.running = min(running, claimed)
        tally.queued = claimed - tally.running
      }
      let ended = tally.endedCount
      // The runs of this batch tell more than those before; a handful of them is enough.
      let mean =
        ended >= 5 || expectedSeconds == nil && ended > 0
        ? state.seconds / Double(ended) : expectedSeconds
      let width = width ?? tally.running
      if width > 0 {
        tally.secondsLeft = mean.map { $0 * Double(tally.left) / Double(width) }
      }
      return tally
    }
  }
}
