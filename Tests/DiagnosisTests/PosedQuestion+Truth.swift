import NetworkDesign
import SupplyNetwork
import SupplyPlan

@testable import Diagnosis

extension PosedQuestion {
  /// Whether there is a plan, by the whole monolith and nothing of what a diagnosis knows.
  func hasPlan() throws -> Bool {
    let plan = try MonolithPlanner(network: try Network(dataset), gap: 0.5).plan(for: question)
    return plan.termination != .infeasible
  }

  /// The least cost, by the monolith; `nil` where there is no plan.
  func leastCost() throws -> Double? {
    try MonolithPlanner(network: try Network(dataset), gap: 1e-7).plan(for: question).cost
  }
}
