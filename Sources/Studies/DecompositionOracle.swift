import Decomposition
import FrontierSearch
import Modeling
import NetworkDesign
import SupplyData
import SupplyNetwork
import SupplyPlan

/// Answers a frontier search by decomposition: one pool of cuts for all its questions, weighted sums and slices beside
/// the caps.
struct DecompositionOracle: FrontierOracle {
  let planner: DecompositionPlanner
  let measure: RiskMeasure
  /// How far a slice may bend without a vertex, a share of what its cost falls.
  let leastBend: Double
  /// Relative gap of the safest end's cost. That end's bound holds nowhere but there, so a narrow gap is of little use.
  let costGapAtLeastRisk: Double
  let progress: (@Sendable (SolveProgress) -> Void)?

  func leastCost(maxRisk: Double?, gap: Double, neighbours: [Plan], limits: SolveLimits)
    -> FrontierAnswer<Plan>
  {
    FrontierAnswer { () throws(PlanningError) in
      try planner.plan(
        for: DesignQuestion(maxRisk: maxRisk, measure: measure), gap: gap, neighbours: neighbours,
        limits: limits, progress: progress)
    }
  }

  func leastRisk(gap: Double, limits: SolveLimits) -> FrontierAnswer<Plan> {
    FrontierAnswer { () throws(PlanningError) in
      try planner.plan(
        for: DesignQuestion(objective: .risk, measure: measure), gap: gap,
        costGapAtLeastRisk: max(gap, costGapAtLeastRisk), limits: limits, progress: progress)
    }
  }

  func leastWeightedSum(
    riskPrice: Double, gap: Double, neighbours: [Plan], limits: SolveLimits
  ) -> FrontierAnswer<Plan>? {
    leastSum(riskPrice, nil, gap, neighbours, limits)
  }

  func leastWeightedSum(
    riskPrice: Double, risks: ClosedRange<Double>, gap: Double, neighbours: [Plan],
    limits: SolveLimits
  ) -> FrontierAnswer<Plan>? {
    leastSum(riskPrice, risks, gap, neighbours, limits)
  }

  private func leastSum(
    _ riskPrice: Double, _ risks: ClosedRange<Double>?, _ gap: Double, _ neighbours: [Plan],
    _ limits: SolveLimits
  ) -> FrontierAnswer<Plan> {
    do throws(PlanningError) {
      let (plan, bound) = try planner.leastWeightedSum(
        riskPrice: riskPrice, measure: measure, risks: risks, gap: gap, neighbours: neighbours,
        limits: limits, progress: progress)
      if plan.termination == .infeasible { return .infeasible }
      guard let cost = plan.cost, let risk = plan.risk.salesAtRisk else {
        return .failed(reason: plan.stopReason ?? "no plan was found", bound: bound)
      }
      return .found(FrontierPlan(cost: cost, risk: risk, plan: plan), bound: bound)
    } catch {
      return .failed(reason: error.description, bound: nil)
    }
  }

  func slice(
    through plan: Plan, from lowRisk: Double, to highRisk: Double, limits: SolveLimits
  ) -> [FrontierPlan<Plan>] {
    let plans = try? planner.slice(
      through: plan, measure: measure, from: max(0, lowRisk), to: highRisk, leastBend: leastBend,
      limits: limits)
    return (plans ?? []).compactMap { plan in
      guard let cost = plan.cost, let risk = plan.risk.salesAtRisk else { return nil }
      return FrontierPlan(cost: cost, risk: risk, plan: plan)
    }
  }
}
