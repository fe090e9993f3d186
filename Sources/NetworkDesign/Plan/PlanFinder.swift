public import Modeling
public import SupplyPlan

/// Answers questions about one network, each with a plan and a proven bound: what an analysis asks that needs many plans.
public protocol PlanFinder: Sendable {
  /// Finds a plan.
  ///
  /// - Parameters:
  ///   - question: what is asked.
  ///   - neighbours: plans of the same network whose first stages may be good here too.
  ///   - limits: when to stop; the best plan found by then is returned with its bound.
  ///   - progress: told of the search.
  /// - Returns: a plan. Its cost is `nil` where there is none: ``Plan/termination`` is then `infeasible`, or
  ///   `stopped` where none was found in time.
  /// - Throws: ``PlanningError`` where the solver or the checker refuse.
  func plan(
    for question: DesignQuestion, neighbours: [Plan], limits: SolveLimits,
    progress: (@Sendable (SolveProgress) -> Void)?
  ) throws(PlanningError) -> Plan
}

extension MonolithPlanner: PlanFinder {
  /// Finds a plan; see ``PlanFinder/plan(for:neighbours:limits:progress:)``.
  public func plan(
    for question: DesignQuestion, neighbours: [Plan], limits: SolveLimits,
    progress: (@Sendable (SolveProgress) -> Void)?
  ) throws(PlanningError) -> Plan {
    try plan(
      for: question, neighbours: neighbours, limits: limits, progress: progress, found: nil)
  }
}
