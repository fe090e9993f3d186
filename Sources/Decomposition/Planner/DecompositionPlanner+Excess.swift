public import Modeling
public import NetworkDesign
public import SupplyPlan

/// How far a rule has to give way.
extension DecompositionPlanner {
  /// Finds how far a rule has to give way before there is a plan.
  ///
  /// - Parameters:
  ///   - rule: the rule; the objective does not matter.
  ///   - question: what else is asked.
  ///   - gap: relative gap of how far.
  ///   - neighbours: plans of the same network whose first stages may be good here too.
  ///   - limits: when to stop; what is known by then is returned.
  ///   - progress: told of the search, in the unit of the rule's value.
  /// - Throws: ``PlanningError`` where the solver refuses.
  public func leastExcess(
    of rule: ElasticRule, for question: DesignQuestion, gap: Double, neighbours: [Plan] = [],
    limits: SolveLimits = SolveLimits(), progress: (@Sendable (SolveProgress) -> Void)? = nil
  ) throws(PlanningError) -> LeastExcess {
    try locked { () throws(PlanningError) in
      let question = question.exceeding(rule).measured(for: measured)
      let session = try session(for: question)
      remember(neighbours, in: session)
      let unit = (session.master.excess?.unit ?? 1) * rule.unit(in: measured)
      let search = QuestionSearch(
        session: session, question: question, gap: gap, limits: limits,
        progress: SolveProgress.scaling(progress, by: unit))
      let outcome = search.leastExcess()
      return LeastExcess(
        outcome, unit: unit,
        plan: outcome.plan(
          for: measured, question, gap: gap,
          record: record(question, session, outcome.nodes, SearchCounts())))
    }
  }
}
