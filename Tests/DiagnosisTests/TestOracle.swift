import Decomposition
import Modeling
import NetworkDesign
import SupplyData
import SupplyNetwork
import SupplyPlan

@testable import Diagnosis

/// Answers by one method.
struct TestOracle: PlanOracle {
  var decomposes = false
  var gap = 1e-7

  func answer(
    _ posed: PosedQuestion, for purpose: PlanPurpose, neighbours: [Plan], limits: SolveLimits
  ) -> PlanAnswer {
    var question = posed.question
    question.objective = purpose == .leastRisk ? .risk : .cost
    let gap = purpose == .existence ? 0.99 : gap
    do {
      let network = try Network(posed.dataset)
      let plan =
        decomposes
        ? try DecompositionPlanner(network: network, threads: 1)
          .plan(for: question, gap: gap, neighbours: neighbours, limits: limits)
        : try MonolithPlanner(network: network, gap: gap)
          .plan(for: question, neighbours: neighbours, limits: limits)
      if plan.termination == .infeasible { return .none }
      return plan.cost == nil ? .unknown(reason: plan.stopReason ?? "") : .plan(plan)
    } catch {
      return .unknown(reason: "\(error)")
    }
  }
}

extension TestOracle {
  func leastExcess(
    of rule: ElasticRule, in posed: PosedQuestion, neighbours: [Plan], limits: SolveLimits
  ) -> LeastExcess? {
    guard let network = try? Network(posed.dataset) else { return nil }
    return decomposes
      ? try? DecompositionPlanner(network: network, threads: 1)
        .leastExcess(of: rule, for: posed.question, gap: 1e-3, limits: limits)
      : try? MonolithPlanner(network: network, gap: 1e-3)
        .leastExcess(of: rule, for: posed.question, limits: limits)
  }
}

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
