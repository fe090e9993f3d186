import SupplyPlan

/// What two plans of one question contradict one another in.
struct PlanDifference {
  let words: String

  /// `nil` where they agree.
  ///
  /// - Parameter byRisk: the question was the least risk, so that risks are compared, not costs: the plans are of least
  ///   cost at risks that may differ by the tolerance.
  init?(_ whole: Plan, _ split: Plan, byRisk: Bool) {
    let plans = [whole, split]
    if plans.allSatisfy({ $0.termination != .stopped }) {
      guard whole.termination == split.termination else {
        words = "\(whole.termination) against \(split.termination)"
        return
      }
      guard let first = Self.value(whole, byRisk), let second = Self.value(split, byRisk) else {
        return nil
      }
      let scale = max(abs(first), byRisk ? 1e-2 : 1)
      guard abs(first - second) > AgreementTrial.tolerance * scale else { return nil }
      words = "\(first) against \(second)"
      return
    }
    // Neither may prove more than the other has found.
    for (proof, found) in [(whole, split), (split, whole)] {
      guard !byRisk, let bound = proof.bound, let cost = found.cost,
        bound > cost + AgreementTrial.tolerance * max(abs(cost), 1)
      else { continue }
      words = "the bound \(bound) is above the cost \(cost) of the other method"
      return
    }
    if let none = plans.first(where: { $0.termination == .infeasible }),
      plans.contains(where: { $0.cost != nil })
    {
      words = "\(none.solve.method) proves that there is no plan, and there is one"
      return
    }
    return nil
  }

  private static func value(_ plan: Plan, _ byRisk: Bool) -> Double? {
    byRisk ? plan.risk.salesAtRisk : plan.cost
  }
}
