import Dispatch
import GLPKGuard
import Modeling
import Synchronization

/// A thread of its own for each solve, with GLPK's state on it and a stack that is large enough for
/// it; the caller waits.
///
/// GLPK can be asked to stop only where it reports. In presolving, in making cuts and in a long node
/// it may not do so for seconds. A caller that has been told to stop therefore waits only so long,
/// then takes what the ``SharedIncumbent`` holds and leaves the thread to end by itself. As long as
/// ``mostAbandoned`` such threads are still ending, no further one is left.
enum SolverThread {
  private static let stackSize = 64 << 20
  /// Seconds that GLPK is given to stop when asked.
  private static let grace = 0.7
  private static let mostAbandoned = 4
  private static let abandoned = Mutex(0)

  /// Runs `body` on a thread of its own.
  ///
  /// - Throws: what `body` throws; ``GLPKError/noThread`` if the system has none left.
  static func run(
    _ program: LinearProgram, limits: SolveLimits,
    progress: (@Sendable (SolveProgress) -> Void)?, found: (@Sendable ([Double]) -> Void)? = nil,
    _ body: @escaping @Sendable (SharedIncumbent) throws(GLPKError) -> Solution
  ) throws(GLPKError) -> Solution {
    let shared = SharedIncumbent(limits: limits, progress: progress, found: found)
    let result = try run(
      limits: limits,
      { () throws(GLPKError) in try body(shared) },
      ifAbandoned: { reason in
        shared.silence()
        return shared.stopped(reason)
      })
    return result
  }

  /// Runs `body` on a thread of its own; `ifAbandoned` stands in for its result when it does not
  /// stop in time.
  static func run<Value: Sendable>(
    limits: SolveLimits, _ body: @escaping @Sendable () throws(GLPKError) -> Value,
    ifAbandoned: (StopReason) -> Value
  ) throws(GLPKError) -> Value {
    let work = Work(body)
    let context = Unmanaged.passRetained(work).toOpaque()
    let failed = guard_start_thread(
      stackSize,
      { context in
        guard let context else { return }
        Unmanaged<AnyWork>.fromOpaque(context).takeRetainedValue().run()
      }, context)
    if failed != 0 {
      Unmanaged<AnyWork>.fromOpaque(context).release()
      throw .noThread
    }
    if let reason = wait(for: work, limits: limits) { return ifAbandoned(reason) }
    return try work.take()
  }

  /// Waits for the end, or for the grace after a reason to stop; that reason if the work was left.
  private static func wait(for work: AnyWork, limits: SolveLimits) -> StopReason? {
    var stop: (reason: StopReason, since: ContinuousClock.Instant)?
    while work.ended.wait(timeout: .now() + .milliseconds(50)) == .timedOut {
      if let stop {
        let patience = stop.since.duration(to: .now) / .seconds(1)
        if patience > grace && leave(work) { return stop.reason }
      } else if let reason = limits.stopReason {
        stop = (reason, .now)
      }
    }
    return nil
  }

  private static func leave(_ work: AnyWork) -> Bool {
    abandoned.withLock { count in
      if count >= mostAbandoned || !work.markAbandoned() { return false }
      count += 1
      return true
    }
  }

  /// Work whose result type is hidden, since C knows no generics. The compiler cannot see that it is
  /// sendable because it has a subclass; all it holds is behind a lock.
  private class AnyWork: @unchecked Sendable {
    /// Signalled at the end.
    let ended = DispatchSemaphore(value: 0)
    private let state = Mutex((hasEnded: false, isAbandoned: false))

    func perform() {}

    final func run() {
      perform()
      let wasAbandoned = state.withLock { state in
        state.hasEnded = true
        return state.isAbandoned
      }
      if wasAbandoned { SolverThread.abandoned.withLock { $0 -= 1 } }
      ended.signal()
    }

    /// Whether the work is still running and now counts as left.
    final func markAbandoned() -> Bool {
      state.withLock { state in
        if state.hasEnded { return false }
        state.isAbandoned = true
        return true
      }
    }
  }

  private final class Work<Value: Sendable>: AnyWork, @unchecked Sendable {
    private let body: @Sendable () throws(GLPKError) -> Value
    private let result = Mutex<Result<Value, GLPKError>?>(nil)

    init(_ body: @escaping @Sendable () throws(GLPKError) -> Value) { self.body = body }

    override func perform() {
      let outcome: Result<Value, GLPKError>
      do throws(GLPKError) {
        outcome = .success(try body())
      } catch {
        outcome = .failure(error)
      }
      result.withLock { $0 = outcome }
    }

    func take() throws(GLPKError) -> Value {
      guard let outcome = result.withLock({ $0 }) else { throw .noThread }
      return try outcome.get()
    }
  }
}
