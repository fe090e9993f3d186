import Dispatch
import GLPKGuard
public import Modeling
import Synchronization

/// Threads that stay, each with GLPK's state of its own: for work that keeps programs loaded between solves.
///
/// A program lives on one thread; whoever makes one in task k must use and drop it in later tasks k. Tasks beyond the
/// number of threads share them in turn, so that what is computed does not depend on how many there are.
public final class SolverThreadPool: Sendable {
  private let members: [Member]

  /// - Parameter threads: how many, at least 1.
  /// - Throws: ``GLPKError/noThread`` where the system gives none.
  public init(threads: Int) throws(GLPKError) {
    var members: [Member] = []
    for _ in 0..<max(1, threads) { members.append(try Member()) }
    self.members = members
  }

  deinit { for member in members { member.finish() } }

  /// Number of threads.
  public var threads: Int { members.count }

  /// Runs task k on the thread that is k modulo the number of threads, and waits for all of them.
  ///
  /// - Parameters:
  ///   - count: number of tasks.
  ///   - task: what to do; it gets its number and the thread's state of GLPK.
  public func run(_ count: Int, _ task: @escaping @Sendable (Int, SolverWorkspace) -> Void) {
    let running = members.prefix(count)
    for (index, member) in running.enumerated() {
      member.start { [total = members.count] workspace in
        for number in stride(from: index, to: count, by: total) { task(number, workspace) }
      }
    }
    for member in running { member.wait() }
  }

  /// One thread that waits for jobs.
  private final class Member: Sendable {
    private let job = Mutex<(@Sendable (SolverWorkspace) -> Void)?>(nil)
    private let isFinished = Atomic<Bool>(false)
    private let wake = DispatchSemaphore(value: 0)
    private let done = DispatchSemaphore(value: 0)
    private static let stackSize = 64 << 20

    init() throws(GLPKError) {
      let context = Unmanaged.passRetained(self).toOpaque()
      let failed = guard_start_thread(
        Self.stackSize,
        { context in
          guard let context else { return }
          Unmanaged<Member>.fromOpaque(context).takeRetainedValue().work()
        }, context)
      if failed != 0 {
        Unmanaged<Member>.fromOpaque(context).release()
        throw .noThread
      }
      wait()
    }

    private func work() {
      // Made and dropped on this thread, as GLPK wants it.
      let workspace = SolverWorkspace()
      done.signal()
      while true {
        wake.wait()
        if isFinished.load(ordering: .acquiring) { return }
        let next = job.withLock { job in
          defer { job = nil }
          return job
        }
        next?(workspace)
        done.signal()
      }
    }

    func start(_ work: @escaping @Sendable (SolverWorkspace) -> Void) {
      job.withLock { $0 = work }
      wake.signal()
    }

    func wait() { done.wait() }

    func finish() {
      isFinished.store(true, ordering: .releasing)
      wake.signal()
    }
  }
}

/// GLPK's state on the thread of a ``SolverThreadPool``.
public final class SolverWorkspace {
  /// Made where it is first needed, and anew if memory was short before.
  private var made: Environment?
  /// When the solves of this thread stop.
  public var limits = SolveLimits()

  init() {}

  func environment() throws(GLPKError) -> Environment {
    if let made { return made }
    let environment = try Environment()
    made = environment
    return environment
  }
}
