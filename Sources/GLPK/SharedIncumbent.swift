import Modeling
import Synchronization

/// What the solving thread leaves for the thread that waits: the best point and bound so far, so that
/// they are there even if GLPK is too busy to stop in time.
///
/// All numbers are those of the natural program.
final class SharedIncumbent: Sendable {
  /// A point that was found feasible.
  struct Incumbent: Sendable, Equatable {
    var point: [Double]
    var objective: Double
  }

  private struct Contents: Sendable {
    var incumbent: Incumbent?
    var bound = -Double.infinity
    var nodes = 0
    var firstOptimum: Solution?
    var isSilent = false
  }

  private let contents = Mutex(Contents())
  private let began = ContinuousClock.now
  private let progress: (@Sendable (SolveProgress) -> Void)?
  private let found: (@Sendable ([Double]) -> Void)?
  /// When to stop.
  let limits: SolveLimits

  /// - Parameter found: given each better point before it is told of.
  init(
    limits: SolveLimits, progress: (@Sendable (SolveProgress) -> Void)?,
    found: (@Sendable ([Double]) -> Void)? = nil
  ) {
    self.limits = limits
    self.progress = progress
    self.found = found
  }

  /// The best feasible point so far.
  var incumbent: Incumbent? { contents.withLock { $0.incumbent } }
  /// The best bound so far, `-.infinity` if there is none.
  var bound: Double { contents.withLock { $0.bound } }
  /// Nodes so far.
  var nodes: Int { contents.withLock { $0.nodes } }

  /// The optimum of the first of two objectives, once it is known.
  var firstOptimum: Solution? { contents.withLock { $0.firstOptimum } }

  /// Keeps the optimum of the first of two objectives.
  func keepFirstOptimum(_ solution: Solution) {
    contents.withLock { $0.firstOptimum = solution }
  }

  /// Takes a feasible point if it is better.
  func offer(_ point: [Double], objective: Double) {
    let isNew = contents.withLock {
      if let known = $0.incumbent, known.objective <= objective { return false }
      $0.incumbent = Incumbent(point: point, objective: objective)
      return !$0.isSilent
    }
    if isNew { found?(point) }
  }

  /// Takes a proven bound if it is better.
  func offer(bound: Double) {
    contents.withLock { $0.bound = max($0.bound, bound) }
  }

  /// Takes the number of nodes of all tries.
  func offer(nodes: Int) {
    contents.withLock { $0.nodes = max($0.nodes, nodes) }
  }

  /// Tells the progress.
  func report(_ phase: SolveProgress.Phase) {
    guard let progress else { return }
    let now = contents.withLock { $0 }
    if now.isSilent { return }
    let objective = now.incumbent?.objective
    progress(
      SolveProgress(
        phase: phase, objective: objective,
        bound: now.bound.isFinite ? min(now.bound, objective ?? .infinity) : nil,
        nodes: now.nodes, elapsed: began.duration(to: .now)))
  }

  /// Tells no more: who waited has gone.
  func silence() {
    contents.withLock { $0.isSilent = true }
  }

  /// The result of a solve that ended without a proof.
  func stopped(_ reason: StopReason) -> Solution {
    let now = contents.withLock { $0 }
    let objective = now.incumbent?.objective
    return Solution(
      termination: .stopped(reason), point: now.incumbent?.point, objective: objective,
      bound: now.bound.isFinite ? min(now.bound, objective ?? .infinity) : nil, nodes: now.nodes)
  }
}
