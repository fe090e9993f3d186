import Foundation
public import Modeling
import RunStore
public import TextFiles

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

  /// Creates a batch.
  public init(
    request: BatchRequest, engine: EngineSettings, program: WorkerProgram, limits: WorkerLimits
  ) {
    self.request = request
    self.engine = engine
    self.program = program
    self.limits = limits
  }

  /// The runs that are asked for, before the store is looked at.
  ///
  /// - Throws: all that is wrong with datasets and variants; files are named with their folder.
  public func asked() throws(Faults) -> [AskedRun] { try BatchExpansion(request: request).runs() }

  /// What would be solved, and how long that would take.
  ///
  /// - Throws: what is wrong with the store.
  public func forecast(_ asked: [AskedRun]) throws(Faults) -> BatchForecast {
    guard FileManager.default.fileExists(atPath: request.store) else {
      return BatchForecast(
        due: asked.map { DueRun(asked: $0, standing: RunStanding(), reason: .new) }, known: 0,
        takenByOthers: 0, meanSeconds: nil, width: engine.width)
    }
    let store = try RunStore(path: request.store, access: .read)
    let agenda = BatchAgenda(
      asked, standings: try store.standings(of: asked.map(\.request)), again: request.again)
    return BatchForecast(
      due: agenda.due, known: agenda.known.count, takenByOthers: agenda.running.count,
      meanSeconds: try meanSeconds(agenda.due, in: store), width: engine.width)
  }

  /// Solves what the store does not have, and waits for what another batch is at: if that dies, its runs are solved here.
  ///
  /// - Parameters:
  ///   - asked: the runs that are asked for.
  ///   - cancellation: asks to stop: what is being solved then is given back.
  ///   - progress: told how far it has come, several times a second.
  /// - Throws: what keeps the batch from going on, such as a full disk.
  public func run(
    _ asked: [AskedRun], cancellation: Cancellation, progress: @Sendable (BatchTally) -> Void
  ) throws(Faults) -> BatchResult {
    let store = try RunStore(path: request.store, access: .write)
    defer { store.close() }
    try register(asked, in: store)
    var rounds = BatchRounds()
    repeat {
      if rounds.count > 0 { Thread.sleep(forTimeInterval: Self.waitSeconds) }
      try round(&rounds, asked, in: store, cancellation: cancellation, progress: progress)
    } while !rounds.runningElsewhere.isEmpty && !cancellation.isCancelled
    try store.removeUnused()
    Spools(of: request.store).remove(except: Set(try store.openBatches().map(\.id)))
    return BatchResult(
      tally: rounds.tally, wasStopped: cancellation.isCancelled,
      failures: zip(asked, try store.standings(of: asked.map(\.request))).compactMap {
        asked, standing in
        standing.status == .failed || standing.status == .invalid
          ? BatchResult.Failure(
            key: asked.request.key, status: standing.status, reason: standing.reason ?? "") : nil
      })
  }

  /// Between two looks at what another batch is at, in seconds.
  private static let waitSeconds = 0.5

  func meanSeconds(_ due: [DueRun], in store: RunStore) throws(Faults) -> Double? {
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
}
