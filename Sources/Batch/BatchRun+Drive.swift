import Foundation
import Modeling
import RunStore
import TextFiles

extension BatchRun {
  /// Between two beats of the heart, in seconds.
  private static let beatSeconds = 10.0

  /// Lets the engine work to its end, which is the end of the batch.
  func drive(
    _ work: BatchWork, beating others: [String] = [], cancellation: Cancellation,
    progress: @Sendable (BatchTally) -> Void
  ) throws(Faults) {
    let failure = wait(
      for: work, beating: others, cancellation: cancellation, progress: progress)
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
  }

  /// Lets the engine work, and meanwhile tells how far it has come and that the batch and others are alive.
  ///
  /// - Returns: what kept it from going on.
  private func wait(
    for work: BatchWork, beating others: [String], cancellation: Cancellation,
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
          try work.store.beat([work.batch] + others, by: .current)
        } catch {
          work.fail(error)
        }
      }
    }
    progress(work.tally)
    return work.failure
  }
}
