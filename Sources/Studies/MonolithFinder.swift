import Decomposition
import Modeling
import NetworkDesign
import SupplyNetwork
import SupplyPlan

/// The monolith, and what stands in for it where it is stopped.
///
/// On a large network the linear program that makes a plan of a design takes the monolith seconds, and who asked to stop may not
/// wait for that. Where it has found nothing by then, the decomposition settles for a design that needs no search: it
/// solves the states one by one, in a fraction of the time.
struct MonolithFinder: PlanFinder {
  let network: Network
  let gap: Double
  /// Given the best plan now and then, so that it can be saved.
  var found: (@Sendable (Plan) -> Void)?

  func plan(
    for question: DesignQuestion, neighbours: [Plan] = [], limits: SolveLimits,
    progress: (@Sendable (SolveProgress) -> Void)?
  ) throws(PlanningError) -> Plan {
    let isLarge = SolveMethod.auto.resolved(for: network) == .decomposition
    if isLarge, limits.stopReason != nil { return try standIn(question, limits) }
    let plan = try MonolithPlanner(network: network, gap: gap, fallsBack: !isLarge)
      .plan(
        for: question, neighbours: neighbours, limits: limits, progress: progress, found: found)
    guard isLarge, plan.cost == nil, plan.termination == .stopped, limits.stopReason != nil else {
      return plan
    }
    var other = try standIn(question, limits)
    guard let cost = other.cost else { return plan }
    // What the monolith has proved holds for every plan.
    let bound = min(max(plan.bound ?? 0, other.bound ?? 0), cost)
    other.bound = bound
    other.gap = cost > 0 ? (cost - bound) / cost : 0
    if let proved = plan.risk.bound, let risk = other.risk.salesAtRisk {
      other.risk.bound = min(max(proved, other.risk.bound ?? 0), risk)
    }
    return other
  }

  private func standIn(
    _ question: DesignQuestion, _ limits: SolveLimits
  ) throws(PlanningError) -> Plan {
    try DecompositionPlanner(network: network, threads: 1)
      .plan(for: question, gap: gap, limits: limits)
  }
}
