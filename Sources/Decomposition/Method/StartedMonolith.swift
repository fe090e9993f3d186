import Modeling
import NetworkDesign
import SupplyNetwork
import SupplyPlan

/// The monolith, and what stands in for it as long as it has found nothing.
///
/// On a large network the whole program's first point is a long time coming, and the linear program that makes a plan of a
/// design takes seconds. So the decomposition first plans a design that needs no search: it solves the states one by one, in a
/// fraction of the time. That plan is there whenever the search is stopped.
struct StartedMonolith: Planner {
  let network: Network

  func plan(
    for question: DesignQuestion, gap: Double, costGapAtLeastRisk: Double?, neighbours: [Plan],
    limits: SolveLimits, progress: (@Sendable (SolveProgress) -> Void)?,
    found: (@Sendable (Plan) -> Void)?
  ) throws(PlanningError) -> Plan {
    let isLarge = SolveMethod.auto.resolved(for: network) == .decomposition
    if isLarge, limits.stopReason != nil {
      return try DecompositionPlanner(network: network, threads: 1)
        .plan(for: question, gap: gap, limits: limits)
    }
    let start = isLarge && neighbours.isEmpty ? start(for: question, limits) : nil
    if var start {
      // Putting the whole program together takes time, too.
      if let reason = limits.stopReason {
        start.stopReason = reason.description
        return start
      }
      if start.cost != nil { found?(start) }
    }
    var keeping: (@Sendable (Plan) -> Void)?
    if let found {
      keeping = { plan in if !Self.isBetter(start, than: plan, question) { found(plan) } }
    }
    let plan = try MonolithPlanner(network: network, gap: gap, fallsBack: !isLarge)
      .plan(
        for: question, neighbours: neighbours, limits: limits, progress: progress, found: keeping)
    guard plan.termination == .stopped, Self.isBetter(start, than: plan, question), let start,
      let cost = start.cost
    else { return plan }
    // What the monolith has proved holds for every plan.
    var other = start
    let bound = question.objective == .cost ? min(plan.bound ?? network.leastCost, cost) : 0
    other.bound = bound
    other.gap = Plan.gap(cost: cost, bound: bound)
    if let proved = plan.risk.bound, let risk = start.risk.salesAtRisk {
      other.risk.bound = min(proved, risk)
    }
    other.stopReason = plan.stopReason
    other.solve.nodes = plan.solve.nodes
    return other
  }

  func leastExcess(
    of rule: ElasticRule, for question: DesignQuestion, gap: Double, neighbours: [Plan],
    limits: SolveLimits, progress: (@Sendable (SolveProgress) -> Void)?
  ) throws(PlanningError) -> LeastExcess {
    try MonolithPlanner(network: network, gap: gap)
      .leastExcess(of: rule, for: question, limits: limits, progress: progress)
  }

  /// A plan that needs no search, as it may be written before the search has ended; `nil` where none is asked for.
  private func start(for question: DesignQuestion, _ limits: SolveLimits) -> Plan? {
    if question.firstStage.isSettled(for: network.dataset) { return nil }
    return try? DecompositionPlanner(network: network, threads: 1)
      .startingPlan(for: question, limits: limits)
  }

  private static func isBetter(_ start: Plan?, than plan: Plan, _ question: DesignQuestion) -> Bool
  {
    guard let start, let cost = start.cost, let risk = start.risk.salesAtRisk else { return false }
    guard let otherCost = plan.cost, let otherRisk = plan.risk.salesAtRisk else { return true }
    switch question.objective {
    case .cost: return cost < otherCost
    case .risk: return (risk, cost) < (otherRisk, otherCost)
    }
  }
}
