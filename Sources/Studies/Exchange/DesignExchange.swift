import Foundation
public import Modeling
public import NetworkDesign
public import RunStore
import Sensitivity
public import SupplyData
import SupplyPlan
import Synchronization
public import TextFiles

/// Tries every design that a run of a store has found in every other run that asks the same of another variant, and keeps the best
/// plan of each.
///
/// Searches end anywhere within their gap, so that of two neighbouring runs the one with the dearer data may have the cheaper plan.
/// Once each has the best of all designs found, the least cost known rises where the data only become dearer. What is proved stays:
/// a run keeps its own bound, which holds for all designs.
public struct DesignExchange: Sendable {
  /// How far it has come.
  public struct Progress: Sendable, Equatable {
    /// The runs in which designs are tried.
    public var runs: Int
    /// Those that are done.
    public var done: Int
  }

  /// What is asked of a dataset with these settings; `nil` where that is not known.
  public typealias Question = @Sendable (PlanSettings) -> DesignQuestion?

  /// The store's file.
  public var path: String
  /// What the runs ask.
  public var question: Question
  /// In how many runs designs are tried at a time.
  public var workers: Int

  /// Creates an exchange.
  public init(store path: String, workers: Int, question: @escaping Question) {
    self.path = path
    self.workers = workers
    self.question = question
  }

  /// A smaller gap comes of rounding: no design can do better there.
  private static let gapOfRounding = 1e-9

  /// Tries what has not been tried yet.
  ///
  /// - Parameters:
  ///   - keys: runs, for each of which all runs of the same dataset, command and options take part.
  ///   - cancellation: asks to stop; what has been tried is kept, and the next exchange goes on from there.
  /// - Throws: what cannot be read in the store, or written to it.
  public func run(
    of keys: [RunRequest.Key], cancellation: Cancellation = Cancellation(),
    progress: @Sendable (Progress) -> Void = { _ in }
  ) throws(Faults) -> ExchangeResult {
    let store = try RunStore(path: path, access: .write)
    defer { store.close() }
    let groups = Set(keys.map(Self.group))
    func members() throws(Faults) -> [StoredRun] {
      try store.runs().filter {
        groups.contains(Self.group($0.request.key)) && [.solved, .stopped].contains($0.status)
      }
    }
    for run in try members() where run.cost != nil && run.design == nil {
      if cancellation.isCancelled { break }
      try note(run, in: store)
    }
    let runs = try members()
    let trials = Dictionary(grouping: try store.trials(), by: \.run)
    let designs = try store.designs()
    var pools: [[String]: ExchangePool] = [:]
    for run in runs {
      let found = (trials[run.id] ?? []).filter(\.isFoundHere).compactMap { designs[$0.design] }
      pools[Self.group(run.request.key), default: ExchangePool()].add(found)
    }
    let tasks = runs.compactMap { run -> ExchangeTask? in
      guard run.gap.map({ $0 > Self.gapOfRounding }) ?? true else { return nil }
      let tried = Set((trials[run.id] ?? []).map(\.design))
      let structure = run.design.flatMap { designs[$0]?.structure }
      let left = (pools[Self.group(run.request.key)]?.chosen ?? []).filter {
        !tried.contains($0.sha256) && (structure == nil || structure == $0.structure)
      }
      return left.isEmpty ? nil : ExchangeTask(run: run, designs: left)
    }
    var result = ExchangeResult()
    result.found = pools.values.reduce(0) { $0 + $1.foundCount }
    result.designs = pools.values.reduce(0) { $0 + $1.chosen.count }
    guard !tasks.isEmpty else { return result }
    let tally = try perform(tasks, in: store, cancellation: cancellation, progress: progress)
    result.tried = tally.tried
    result.improved = tally.improved
    result.wasStopped = cancellation.isCancelled
    return result
  }

  /// Runs that answer the same question of one dataset.
  private static func group(_ key: RunRequest.Key) -> [String] {
    [key.dataset, key.command] + key.options
  }

  /// Notes the design of a run that has been solved since the last exchange.
  private func note(_ run: StoredRun, in store: RunStore) throws(Faults) {
    let file = Plan.file
    guard let bytes = try store.outputFiles(of: run.id, like: file)[file] else { return }
    let plan = try Plan.readDocument(bytes, file: "\(store.path): run \(run.id): \(file)")
    let source = DatasetSource(files: try store.inputFiles(run.request.inputSHA256))
    let design = StoredDesign(
      of: plan, structure: FutureDifferences.structure(of: try Dataset.reading(source).dataset))
    try store.note(
      design, plan: bytes,
      as: StoredTrial(
        run: run.id, design: design.sha256, isFoundHere: true, cost: plan.cost,
        salesAtRisk: plan.risk.salesAtRisk))
  }

  private struct Tally {
    var next = 0
    var tried = 0
    var improved = 0
    var done = 0
    var failure: Faults?
  }

  /// Does tasks side by side, each in a thread of its own.
  private func perform(
    _ tasks: [ExchangeTask], in store: RunStore, cancellation: Cancellation,
    progress: @Sendable (Progress) -> Void
  ) throws(Faults) -> (tried: Int, improved: Int) {
    let tally = Mutex(Tally())
    let ended = DispatchGroup()
    for _ in 0..<min(max(1, workers), tasks.count) {
      ended.enter()
      Thread.detachNewThread {
        defer { ended.leave() }
        while !cancellation.isCancelled {
          let task: ExchangeTask? = tally.withLock { tally in
            guard tally.next < tasks.count, tally.failure == nil else { return nil }
            tally.next += 1
            return tasks[tally.next - 1]
          }
          guard let task else { return }
          do throws(Faults) {
            let (tried, isImproved) = try task.perform(
              in: store, question: question, cancellation: cancellation)
            tally.withLock {
              $0.tried += tried
              $0.improved += isImproved ? 1 : 0
              $0.done += 1
            }
          } catch {
            tally.withLock { $0.failure = $0.failure ?? error }
          }
        }
      }
    }
    repeat {
      progress(Progress(runs: tasks.count, done: tally.withLock(\.done)))
    } while ended.wait(timeout: .now() + 0.1) == .timedOut
    return try tally.withLock { tally throws(Faults) in
      if let failure = tally.failure { throw failure }
      return (tally.tried, tally.improved)
    }
  }
}
