/// How far a solve has come, told from time to time while it runs.
public struct SolveProgress: Sendable, Equatable {
  /// What the solver is busy with.
  public enum Phase: Sendable, Equatable {
    /// Before the search: loading, presolving, the first linear relaxation.
    case relaxation
    /// Branch and cut.
    case search
  }

  /// What the solver is busy with.
  public var phase: Phase
  /// The objective of the best point so far, if there is one.
  public var objective: Double?
  /// The greatest proven lower bound so far, if there is one.
  public var bound: Double?
  /// Branch-and-bound nodes so far.
  public var nodes: Int
  /// Time since the solve began.
  public var elapsed: Duration

  /// Creates a report.
  public init(
    phase: Phase, objective: Double? = nil, bound: Double? = nil, nodes: Int = 0,
    elapsed: Duration = .zero
  ) {
    self.phase = phase
    self.objective = objective
    self.bound = bound
    self.nodes = nodes
    self.elapsed = elapsed
  }

  /// Tells of objective and bound in another unit.
  ///
  /// - Parameter unit: what a unit of the objective is worth in it.
  package static func scaling(
    _ progress: (@Sendable (SolveProgress) -> Void)?, by unit: Double
  ) -> (@Sendable (SolveProgress) -> Void)? {
    guard let progress else { return nil }
    return { told in
      var scaled = told
      scaled.objective = told.objective.map { $0 * unit }
      scaled.bound = told.bound.map { $0 * unit }
      progress(scaled)
    }
  }

  /// The same with what is kept as the best; a bound is not told above it.
  package func with(objective: Double?) -> SolveProgress {
    var told = self
    told.objective = objective
    told.bound = bound.map { min($0, objective ?? .infinity) }
    return told
  }

  /// The relative gap `(objective - bound) / |objective|`, if both are known; 0 where they agree.
  public var relativeGap: Double? {
    guard let objective, let bound else { return nil }
    if objective <= bound { return 0 }
    return objective == 0 ? .infinity : (objective - bound) / abs(objective)
  }
}
