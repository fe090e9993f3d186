import Decomposition
import Modeling
import NetworkDesign
import SupplyNetwork
import SupplyPlan

/// Many questions to the method that was chosen: what a decomposition learns from one serves for the next.
struct SharedPlanner: PlanFinder {
  private enum Engine {
    case monolith(MonolithFinder)
    case decomposition(DecompositionPlanner)
  }

  private let engine: Engine
  private let gap: Double

  init(network: Network, method: SolveMethod, threads: Int, gap: Double) {
    self.gap = gap
    engine =
      method.resolved(for: network) == .decomposition
      ? .decomposition(DecompositionPlanner(network: network, threads: threads))
      : .monolith(MonolithFinder(network: network, gap: gap))
  }

  func plan(
    for question: DesignQuestion, neighbours: [Plan], limits: SolveLimits,
    progress: (@Sendable (SolveProgress) -> Void)?
  ) throws(PlanningError) -> Plan {
    switch engine {
    case .monolith(let planner):
      try planner.plan(
        for: question, neighbours: neighbours, limits: limits, progress: progress)
    case .decomposition(let planner):
      try planner.plan(
        for: question, gap: gap, neighbours: neighbours, limits: limits, progress: progress)
    }
  }
}
