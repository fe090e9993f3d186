import FrontierSearch
import Modeling
import NetworkDesign
import SupplyData
import SupplyPlan

/// The questions of a frontier search, put to a planner: plans under a cap by any, weighted sums and slices by one that answers
/// them.
struct FrontierQuestions: FrontierOracle {
  let planner: any Planner
  let measure: RiskMeasure
  /// How far a slice may bend without a vertex, a share of what its cost falls.
  let leastBend: Double
  /// Relative gap of the safest end's cost. That end's bound holds nowhere but there, so a narrow gap is of little use.
  let costGapAtLeastRisk: Double
  let progress: (@Sendable (SolveProgress) -> Void)?

  private var frontierPlanner: (any FrontierPlanner)? { planner as? any FrontierPlanner }

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
        costGapAtLeastRisk: max(gap, costGapAtLeastRisk), neighbours: [], limits: limits,
        progress: progress, found: nil)
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
  ) -> FrontierAnswer<Plan>? {
    guard let frontierPlanner else { return nil }
    do throws(PlanningError) {
      let (plan, bound) = try frontierPlanner.leastWeightedSum(
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
    let plans = try? frontierPlanner?.slice(
      through: plan, measure: measure, from: max(0, lowRisk), to: highRisk, leastBend: leastBend,
      limits: limits)
    return (plans ?? []).compactMap { plan in
      guard let cost = plan.cost, let risk = plan.risk.salesAtRisk else { return nil }
      return FrontierPlan(cost: cost, risk: risk, plan: plan)
    }
  }
}

extension FrontierAnswer<Plan> {
  /// What a planner says, in a frontier's words.
  init(_ find: () throws(PlanningError) -> Plan) {
    do throws(PlanningError) {
      let plan = try find()
      if plan.termination == .infeasible {
        self = .infeasible
      } else if let cost = plan.cost, let risk = plan.risk.salesAtRisk, let bound = plan.bound {
        self = .found(
          FrontierPlan(cost: cost, risk: risk, plan: plan), bound: bound, riskBound: plan.risk.bound
        )
      } else {
        self = .failed(
          reason: plan.stopReason ?? "no plan was found", bound: plan.bound,
          riskBound: plan.risk.bound)
      }
    } catch {
      self = .failed(reason: error.description, bound: nil)
    }
  }
}
