import Decomposition
import Diagnosis
import Modeling
import NetworkDesign
import SupplyData
import SupplyNetwork
import SupplyPlan

/// Answers the questions of a diagnosis by the method that was chosen; every plan has passed the checker.
struct DiagnosisOracle: PlanOracle {
  let method: SolveMethod
  let threads: Int
  /// Relative gap of costs.
  let gap: Double
  let progress: (@Sendable (SolveProgress) -> Void)?

  func answer(
    _ posed: PosedQuestion, for purpose: PlanPurpose, neighbours: [Plan], limits: SolveLimits
  ) -> PlanAnswer {
    var question = posed.question
    question.objective = purpose == .leastRisk ? .risk : .cost
    do {
      let plan = try Planner(network: try Network(posed.dataset), method: method, threads: threads)
        .plan(
          for: question, gap: gap(of: purpose),
          costGapAtLeastRisk: purpose == .leastRisk ? Self.anyGap : nil, neighbours: neighbours,
          limits: limits, progress: progress)
      if plan.termination == .infeasible { return .none }
      guard plan.cost != nil else {
        return .unknown(reason: plan.stopReason ?? "no plan was found")
      }
      return .plan(plan)
    } catch let error as Faults {
      return .unknown(reason: error.all.first?.cause ?? "a dataset without some rules is not valid")
    } catch {
      return .unknown(reason: "\(error)")
    }
  }

  func leastExcess(
    of rule: ElasticRule, in posed: PosedQuestion, neighbours: [Plan], limits: SolveLimits
  ) -> LeastExcess? {
    guard let network = try? Network(posed.dataset) else { return nil }
    return try? Planner(network: network, method: method, threads: threads)
      .leastExcess(
        of: rule, for: posed.question, gap: Self.excessGap, neighbours: neighbours,
        limits: limits, progress: progress)
  }

  private func gap(of purpose: PlanPurpose) -> Double {
    switch purpose {
    // The first plan will do, so that nothing is to be proved of its cost.
    case .existence: Self.anyGap
    case .leastCost: gap
    case .leastRisk: max(gap, Self.riskGap)
    }
  }

  private static let anyGap = 0.99
  /// A least risk is told to two digits.
  private static let riskGap = 0.005
  /// So is how far a rule has to give way.
  private static let excessGap = 0.005
}
