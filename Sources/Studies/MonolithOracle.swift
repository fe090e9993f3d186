import FrontierSearch
import Modeling
import NetworkDesign
import SupplyData
import SupplyNetwork
import SupplyPlan

/// Answers a frontier search by plans on the monolith.
struct MonolithOracle: FrontierOracle {
  let network: Network
  let measure: RiskMeasure
  let progress: (@Sendable (SolveProgress) -> Void)?

  func leastCost(maxRisk: Double?, gap: Double, neighbours: [Plan], limits: SolveLimits)
    -> FrontierAnswer<Plan>
  {
    answer(DesignQuestion(maxRisk: maxRisk, measure: measure), gap, neighbours, limits)
  }

  func leastRisk(gap: Double, limits: SolveLimits) -> FrontierAnswer<Plan> {
    answer(DesignQuestion(objective: .risk, measure: measure), gap, [], limits)
  }

  private func answer(
    _ question: DesignQuestion, _ gap: Double, _ neighbours: [Plan], _ limits: SolveLimits
  ) -> FrontierAnswer<Plan> {
    FrontierAnswer { () throws(PlanningError) in
      try MonolithFinder(network: network, gap: gap)
        .plan(for: question, neighbours: neighbours, limits: limits, progress: progress)
    }
  }
}

extension FrontierAnswer<Plan> {
  /// What a planner says, in a frontier's words.
  init(_ plan: () throws(PlanningError) -> Plan) {
    self = Self.answer(plan)
  }

  private static func answer(_ find: () throws(PlanningError) -> Plan) -> Self {
    do throws(PlanningError) {
      let plan = try find()
      if plan.termination == .infeasible { return .infeasible }
      guard let cost = plan.cost, let risk = plan.risk.salesAtRisk, let bound = plan.bound else {
        return .failed(
          reason: plan.stopReason ?? "no plan was found", bound: plan.bound,
          riskBound: plan.risk.bound)
      }
      return .found(
        FrontierPlan(cost: cost, risk: risk, plan: plan), bound: bound, riskBound: plan.risk.bound)
    } catch {
      return .failed(reason: error.description, bound: nil)
    }
  }
}
