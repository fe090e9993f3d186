import Foundation
public import Modeling
import RunStore
public import SupplyData

/// A batch: asks for many runs, solves those that the store does not have, and keeps their results.
public struct BatchRun: Sendable {
  /// What is asked.
  public var request: BatchRequest
  /// Where it is solved.
  public var engine: EngineSettings
  /// How a worker is called.
  public var program: WorkerProgram
  /// What a worker may take.
  public var limits: WorkerLimits

  /// Between two beats of the heart, in seconds.
  private static let beatSeconds = 10.0

  /// Puts a batch together.
  public init(
    request: BatchRequest, engine: EngineSettings, program: WorkerProgram, limits: WorkerLimits
  ) {
    self.request = request
    self.engine = engine
    self.program = program
    self.limits = limits
  }

  /// What would be solved, and how long that would take.
  ///
  /// - Throws: all that is wrong with datasets and variants, or with the store.
  public func forecast() throws(Faults) -> BatchForecast {
    let asked = try BatchExpansion(request: request).runs()
    guard FileManager.default.fileExists(atPath: request.store) else {
      return BatchForecast(
        due: asked.map { DueRun(asked: $0, standing: RunStanding(), reason: .new) }, known: 0,
        takenByOthers: 0, meanSeconds: nil, width: engine.width)
    }
    let store = try RunStore(path: request.store, access: .read)
    let (due, running, known) = try self.due(asked, in: store)
    return BatchForecast(
      due: due, known: known, takenByOthers: running,
      meanSeconds: try meanSeconds(due, in: store), width: engine.width)
  }

  /// Solves what the store does not have.
  ///
  /// - Parameters:
  ///   - cancellation: asks to stop: what is being solved then is given back.
  ///   - progress: told how far it has come, several times a second.
  /// - Throws: all that is wrong with datasets and variants, before anything is solved, or what keeps the batch from
  ///   going on.
  public func run(
    cancellation: Cancellation, progress: @Sendable (BatchTally) -> Void
  ) throws(Faults) -> BatchResult {
    let asked = try BatchExpansion(request: request).runs()
    let store = try RunStore(path: request.store, access: .write)
    let adopted = try Inheritance(store: store, owner: .current).settle(adopting: engine.adopts)
    let followed = try follow(adopted, in: store, cancellation: cancellation, progress: progress)
    try register(asked, in: store)
    let (due, running, known) = try self.due(asked, in: store, notCounting: followed.runs)

    let id = UUID().uuidString.lowercased()
    let spool = Spool(spoolFolder(of: id))
    try spool.prepare()
    try store.begin(
      BatchRecord(
        id: id, engine: engine.name,
        arguments: ([request.command] + request.options).joined(separator: " "),
        spool: spool.path, owner: .current))
    let work = BatchWork(
      store: store, batch: id, spool: spool, due: due, known: known, request: request,
      expectedSeconds: try meanSeconds(due, in: store), width: engine.width)
    try finish(work, cancellation: cancellation) { tally in
      var tally = tally
      tally.add(followed.tally)
      progress(tally)
    }
    try store.removeUnused()
    try removeSpools(in: store)
    var tally = work.tally
    tally.add(followed.tally)
    tally.takenByOthers += running
    return BatchResult(
      tally: tally, wasStopped: cancellation.isCancelled,
      failures: try store.standings(of: asked.map(\.request)).enumerated().compactMap {
        index, standing in
        standing.status == .failed || standing.status == .invalid
          ? BatchResult.Failure(
            key: asked[index].request.key, status: standing.status, reason: standing.reason ?? "")
          : nil
      })
  }

  /// Goes on with batches whose process is gone while their workers are not, one after another, to their end: which runs
  /// are due is clear only then.
  ///
  /// - Returns: what was done, and the runs that they had claimed.
  private func follow(
    _ adopted: [BatchRecord], in store: RunStore, cancellation: Cancellation,
    progress: @Sendable (BatchTally) -> Void
  ) throws(Faults) -> (tally: BatchTally, runs: Set<Int64>) {
    var followed = BatchTally()
    var runs: Set<Int64> = []
    for (place, batch) in adopted.enumerated() {
      let claims = try store.claims(of: batch.id)
      runs.formUnion(claims)
      let work = BatchWork(
        store: store, batch: batch.id, spool: Spool(batch.spool), claimed: claims, due: [],
        request: request, expectedSeconds: nil, width: engine.width)
      work.tell("going on with a batch whose process is gone: \(claims.count) runs")
      let waiting = adopted[(place + 1)...].map(\.id)
      try finish(work, beating: waiting, cancellation: cancellation, progress: progress)
      var tally = work.tally
      // What it gave back is due again, and counted then.
      tally.due = tally.endedCount + tally.takenByOthers
      followed.add(tally)
    }
    return (followed, runs)
  }

  /// Lets the engine work to its end, which is the end of the batch.
  private func finish(
    _ work: BatchWork, beating others: [String] = [], cancellation: Cancellation,
    progress: @Sendable (BatchTally) -> Void
  ) throws(Faults) {
    let failure = drive(
      work, beating: others, cancellation: cancellation, progress: progress)
    if let failure {
      // Where everything was given back there is nothing to go on with.
      if (try? work.store.claims(of: work.batch))?.isEmpty == true { try? close(work) }
      throw failure
    }
    try close(work)
  }

  private func close(_ work: BatchWork) throws(Faults) {
    try work.store.end(work.batch)
    work.spool.remove()
    rmdir(spoolsFolder)
  }

  /// Lets the engine work, and meanwhile tells how far it has come and that the batch and others are alive.
  ///
  /// - Returns: what kept it from going on.
  private func drive(
    _ work: BatchWork, beating others: [String], cancellation: Cancellation,
    progress: @Sendable (BatchTally) -> Void
  ) -> Faults? {
    let hasEnded = DispatchSemaphore(value: 0)
    let engine = engine.engine(program: program, limits: limits)
    if cancellation.isCancelled { work.stop() }
    Thread.detachNewThread {
      do throws(Faults) { try engine.run(work) } catch { work.fail(error) }
      hasEnded.signal()
    }
    var lastBeat = ContinuousClock.now
    while hasEnded.wait(timeout: .now() + 0.1) == .timedOut {
      progress(work.tally)
      if cancellation.isCancelled { work.stop() }
      if lastBeat.duration(to: .now) > .seconds(Self.beatSeconds) {
        lastBeat = .now
        do throws(Faults) {
          try work.store.beat([work.batch] + others)
        } catch {
          work.fail(error)
        }
      }
    }
    progress(work.tally)
    return work.failure
  }

  // MARK: What is due

  /// Which runs are to be solved, how many another batch is at, and how many are known; runs that have just been followed
  /// to their end are counted already.
  private func due(
    _ asked: [AskedRun], in store: RunStore, notCounting followed: Set<Int64> = []
  ) throws(Faults) -> (due: [DueRun], running: Int, known: Int) {
    let standings = try store.standings(of: asked.map(\.request))
    let due = zip(asked, standings).compactMap { asked, standing in
      DueRun.Reason(standing, again: request.again).map {
        DueRun(asked: asked, standing: standing, reason: $0)
      }
    }
    let known = standings.count { standing in
      DueRun.Reason(standing, again: request.again) == nil && standing.status != .running
        && !(standing.run.map(followed.contains) ?? false)
    }
    return (due, standings.count { $0.status == .running }, known)
  }

  private func meanSeconds(_ due: [DueRun], in store: RunStore) throws(Faults) -> Double? {
    guard let first = due.first else { return nil }
    return try store.meanWallSeconds(of: first.key)
  }

  /// Notes all runs, and keeps the files of datasets that the store does not have.
  private func register(_ asked: [AskedRun], in store: RunStore) throws(Faults) {
    var missing = try store.missingInputs(of: asked.map(\.request))
    var reader = InputReader()
    var inputs: [RunInput] = []
    for run in asked where missing.remove(run.request.inputSHA256) != nil {
      inputs.append(try reader.input(of: run))
      // Not all in memory at once: a sweep may have many thousands.
      if inputs.count == 100 {
        try store.add(inputs)
        inputs = []
      }
    }
    try store.add(inputs)
    try store.register(asked.map(\.request))
  }

  /// Beside the store, one for each batch.
  private var spoolsFolder: String { RelativePath.absolute(request.store).path + ".work" }

  private func spoolFolder(of batch: String) -> String { "\(spoolsFolder)/\(batch)" }

  /// Removes the spools of all batches that have ended; with the last of them, the folder too.
  private func removeSpools(in store: RunStore) throws(Faults) {
    let open = Set(try store.openBatches().map(\.id))
    let found = (try? FileManager.default.contentsOfDirectory(atPath: spoolsFolder)) ?? []
    for name in found where !open.contains(name) { Spool(spoolFolder(of: name)).remove() }
    rmdir(spoolsFolder)
  }
}
