import Decomposition
import Modeling
import NetworkDesign
import SupplyNetwork
import SupplyPlan

/// One question to the method that was chosen.
struct Planner {
  let network: Network
  let method: SolveMethod
  let threads: Int

  func plan(
    for question: DesignQuestion, gap: Double, costGapAtLeastRisk: Double? = nil,
    neighbours: [Plan] = [], limits: SolveLimits, progress: (@Sendable (SolveProgress) -> Void)?,
    found: (@Sendable (Plan) -> Void)? = nil
  ) throws(PlanningError) -> Plan {
    switch method.resolved(for: network) {
    case .decomposition:
      try DecompositionPlanner(network: network, threads: threads)
        .plan(
          for: question, gap: gap, costGapAtLeastRisk: costGapAtLeastRisk, neighbours: neighbours,
          limits: limits, progress: progress, found: found)
    case .auto, .monolith:
      try MonolithFinder(network: network, gap: gap, found: found)
        .plan(for: question, neighbours: neighbours, limits: limits, progress: progress)
    }
  }

  /// How far a rule has to give way before there is a plan.
  func leastExcess(
    of rule: ElasticRule, for question: DesignQuestion, gap: Double, neighbours: [Plan],
    limits: SolveLimits, progress: (@Sendable (SolveProgress) -> Void)?
  ) throws(PlanningError) -> LeastExcess {
    switch method.resolved(for: network) {
    case .decomposition:
      try DecompositionPlanner(network: network, threads: threads)
        .leastExcess(
          of: rule, for: question, gap: gap, neighbours: neighbours, limits: limits,
          progress: progress)
    case .auto, .monolith:
      try MonolithPlanner(network: network, gap: gap)
        .leastExcess(of: rule, for: question, limits: limits, progress: progress)
    }
  }
}
