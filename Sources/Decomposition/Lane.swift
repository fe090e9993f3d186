import GLPK
import Modeling
import NetworkDesign
import Synchronization

/// One of two streams of work: the recourse programs of every other block and a copy of the master's relaxation.
///
/// There are always two lanes, on one thread or on two, and they exchange what they found only between rounds; so the
/// answer does not depend on the number of threads. A lane belongs to the thread of its task while a round runs and to
/// the coordinator between rounds.
final class Lane: @unchecked Sendable {
  let number: Int
  /// By estimate; `nil` for the other lane's.
  var solvers: [RecourseSolver?] = []
  var relaxation: MasterRelaxation?

  init(number: Int) { self.number = number }

  /// Estimates whose blocks are solved here.
  var blocks: [Int] { solvers.indices.filter { solvers[$0] != nil } }
}

/// Both lanes with the threads they run on.
final class Lanes: Sendable {
  static let count = 2
  private let crew: SolverCrew
  let all: [Lane]

  init(threads: Int) throws(GLPKError) {
    crew = try SolverCrew(threads: min(Lanes.count, threads))
    all = (0..<Lanes.count).map { Lane(number: $0) }
  }

  /// A round: what each lane does, at the same time where there are two threads.
  func run<Result: Sendable>(
    limits: SolveLimits, _ work: @escaping @Sendable (Lane, SolverWorkspace) -> Result
  ) -> [Result] {
    let results = Mutex<[Result?]>(Array(repeating: nil, count: Lanes.count))
    crew.run(Lanes.count) { [all] number, workspace in
      workspace.limits = limits
      let result = work(all[number], workspace)
      results.withLock { $0[number] = result }
    }
    return results.withLock { $0.compactMap(\.self) }
  }

  /// Work of the first lane alone.
  func runFirst<Result: Sendable>(
    limits: SolveLimits, _ work: @escaping @Sendable (Lane, SolverWorkspace) -> Result
  ) -> Result? {
    let kept = Mutex<Result?>(nil)
    crew.run(1) { [all] _, workspace in
      workspace.limits = limits
      let result = work(all[0], workspace)
      kept.withLock { $0 = result }
    }
    return kept.withLock { $0 }
  }

  func close() {
    let lanes = all
    crew.run(Lanes.count) { number, _ in
      for solver in lanes[number].solvers { solver?.close() }
      lanes[number].solvers = []
      lanes[number].relaxation?.close()
      lanes[number].relaxation = nil
    }
  }
}
