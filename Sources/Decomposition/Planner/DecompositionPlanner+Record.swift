import Modeling
import NetworkDesign
import PlanChecker
import SupplyNetwork
import SupplyPlan

/// What goes into a plan besides the design: how it was found, and that it is sound.
extension DecompositionPlanner {
  func checked(_ plan: Plan) throws(PlanningError) -> Plan {
    if plan.cost != nil {
      let verdict = checker.check(plan)
      if !verdict.isSound { throw .unsound(verdict) }
    }
    return plan
  }

  func kept(
    _ question: DesignQuestion, _ session: DecompositionSession,
    since start: ContinuousClock.Instant, _ found: (@Sendable (Plan) -> Void)? = nil
  ) -> KeptPlan {
    KeptPlan(
      network: measured, question: question, checker: checker,
      record: record(question, session, 0, SearchCounts()), since: start, found: found)
  }

  func note(_ counts: SearchCounts, in plan: inout Plan) {
    plan.solve.cuts = counts.cuts
    plan.solve.recourseSolves = counts.recourseSolves
  }

  func record(
    _ question: DesignQuestion, _ session: DecompositionSession, _ nodes: Int,
    _ counts: SearchCounts
  ) -> Plan.SolveRecord {
    Plan.SolveRecord(
      seconds: 0, method: "decomposition", rows: session.master.program.rows.count,
      columns: session.master.program.columns.count,
      objective: question.recordedObjective,
      maxRisk: question.maxRisk, maxUnmet: question.maxUnmet, nodes: nodes, cuts: counts.cuts,
      recourseSolves: counts.recourseSolves)
  }

  func remember(_ plans: [Plan], in session: DecompositionSession) {
    for plan in plans { session.remember(design(of: plan, in: session)) }
  }

  func design(of plan: Plan, in session: DecompositionSession) -> Design {
    let master = session.master
    let starts = StartingDesigns(
      network: measured, stage: master.stage, columnCount: master.program.columns.count)
    let point = master.program.clamped(starts.design(of: plan))
    return Design(rounding: point, at: session.wholeColumns)
  }
}
