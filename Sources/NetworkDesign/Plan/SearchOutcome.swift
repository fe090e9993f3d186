import SupplyData
package import SupplyNetwork
package import SupplyPlan
import TextFiles

/// What the solves behind one question found and proved.
package struct SearchOutcome: Sendable {
  /// The best design found.
  package var design: SolvedDesign?
  /// Proven lower bound of the cost.
  package var costBound = 0.0
  /// Proven lower bound of the risk, where it was minimised.
  package var riskBound: Double?
  /// How far the rule is exceeded that may be, where that was minimised.
  package var excess: Double?
  /// Proven lower bound of that.
  package var excessBound = 0.0
  /// Whether it is proven that there is no plan.
  package var isInfeasible = false
  /// Why the search ended before a proof.
  package var stopReason: String?
  /// Whether it ended so because the solver doubted its own result, not because of a limit.
  package var wasTroubled = false
  /// What the bounds rest on.
  package var proof = Plan.Proof.rigorous
  /// Branch-and-bound nodes.
  package var nodes = 0

  package init() {}

  /// The plan with all that was proved about it, in the units of the dataset.
  ///
  /// - Parameters:
  ///   - network: what is planned for, measured.
  ///   - question: what was asked.
  ///   - gap: relative gap that was asked.
  ///   - record: how the plan was found.
  package func plan(
    for network: Network, _ question: DesignQuestion, gap: Double, record: Plan.SolveRecord
  ) -> Plan {
    let dataset = network.dataset
    // Where nothing was proved, what clusters may save is all that is known.
    let costBound = self.costBound == 0 ? network.leastCost : self.costBound
    guard let design else {
      return Plan(
        dataset: Plan.DatasetReference(name: dataset.settings.name, sha256: dataset.sha256),
        termination: isInfeasible ? .infeasible : .stopped,
        stopReason: isInfeasible ? nil : stopReason ?? "no plan was found",
        bound: isInfeasible ? nil : costBound, proof: proof,
        risk: PlanRisk(
          measure: question.measure.name, level: question.measure.level,
          bound: riskBound),
        solve: record
      ).inUnitsOfDataset(network)
    }
    var plan = PlanExtraction(design: design)
      .plan(termination: .optimal, solve: record)
    let cost = plan.cost ?? 0
    let bound = min(costBound, cost)
    let reached = Plan.gap(cost: cost, bound: bound)
    plan.bound = bound
    plan.gap = reached
    plan.proof = proof
    plan.risk.bound = riskBound.map { min($0, plan.risk.salesAtRisk ?? $0) }
    plan.stopReason = stopReason
    // Making the integers exact may move the cost by the tolerances of the solver; what counts is the gap that is left.
    let isClosed = reached <= gap + 1e-6
    if wasTroubled, isClosed { plan.stopReason = nil }
    if plan.stopReason == nil, !isClosed {
      plan.stopReason = "numerical trouble: the gap of the exact plan is wider than asked"
    }
    if plan.stopReason != nil { plan.termination = .stopped }
    return plan.inUnitsOfDataset(network)
  }
}
