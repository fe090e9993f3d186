import GLPK
import Modeling
import Synchronization

/// One of two streams of work: the recourse programs of every other block and a copy of the master's relaxation.
///
/// There are always two workers, on one thread or on two, and they exchange what they found only between rounds; so the
/// answer does not depend on the number of threads. A worker belongs to the thread of its task while a round runs and to
/// the coordinator between rounds.
final class Worker: @unchecked Sendable {
  let number: Int
  /// By estimate; `nil` for the other worker's.
  var solvers: [RecourseSolver?] = []
  var relaxation: MasterRelaxation?

  init(number: Int) { self.number = number }

  /// Estimates whose blocks are solved here.
  var blocks: [Int] { solvers.indices.filter { solvers[$0] != nil } }
}

/// Both workers with the threads they run on.
final class Workers: Sendable {
  static let count = 2
  private let pool: SolverThreadPool
  let all: [Worker]

  init(threads: Int) throws(GLPKError) {
    pool = try SolverThreadPool(threads: min(Workers.count, threads))
    all = (0..<Workers.count).map { Worker(number: $0) }
  }

  /// A round: what each worker does, at the same time where there are two threads.
  func run<Result: Sendable>(
    limits: SolveLimits, _ work: @escaping @Sendable (Worker, SolverWorkspace) -> Result
  ) -> [Result] {
    let results = Mutex<[Result?]>(Array(repeating: nil, count: Workers.count))
    pool.run(Workers.count) { [all] number, workspace in
      workspace.limits = limits
      let result = work(all[number], workspace)
      results.withLock { $0[number] = result }
    }
    return results.withLock { $0.compactMap(\.self) }
  }

  /// Work of the first worker alone.
  func runFirst<Result: Sendable>(
    limits: SolveLimits, _ work: @escaping @Sendable (Worker, SolverWorkspace) -> Result
  ) -> Result? {
    let kept = Mutex<Result?>(nil)
    pool.run(1) { [all] _, workspace in
      workspace.limits = limits
      let result = work(all[0], workspace)
      kept.withLock { $0 = result }
    }
    return kept.withLock { $0 }
  }

  func close() {
    let workers = all
    pool.run(Workers.count) { number, _ in
      for solver in workers[number].solvers { solver?.close() }
      workers[number].solvers = []
      workers[number].relaxation?.close()
      workers[number].relaxation = nil
    }
  }
}
