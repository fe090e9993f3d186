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
    neighbours: [Plan] = [], limits: SolveLimits, progress: (@Sendable (SolveProgress) -> Void)?
  ) throws(PlanningError) -> Plan {
    switch method.resolved(for: network) {
    case .decomposition:
      try DecompositionPlanner(network: network, threads: threads)
        .plan(
          for: question, gap: gap, costGapAtLeastRisk: costGapAtLeastRisk, neighbours: neighbours,
          limits: limits, progress: progress)
    case .auto, .monolith:
      try MonolithFinder(network: network, gap: gap)
        .plan(for: question, neighbours: neighbours, limits: limits, progress: progress)
    }
  }
}
