package import Findings
package import NetworkDesign
package import SupplyData
package import SupplyPlan

extension NearBest {
  /// The plans to be shown: each a plan by itself.
  ///
  /// What was proved of an alternative under its requirements is not true without them, so it has the bound of the least cost.
  package func shownPlans(of dataset: Plan.DatasetReference) -> [Plan] {
    let leastBound = plans.first?.plan.bound
    return plans.enumerated().map { index, alternative in
      var plan = alternative.plan
      plan.dataset = dataset
      guard index > 0, let cost = plan.cost else { return plan }
      plan.bound = leastBound.map { min($0, cost) }
      plan.gap = plan.bound.map { cost > 0 ? (cost - $0) / cost : 0 }
      plan.termination = .stopped
      plan.stopReason = "sought near the least cost, not as the least cost"
      return plan
    }
  }
}

extension AlternativesRecord {
  /// What a search found.
  ///
  /// - Parameters:
  ///   - plans: those shown, in their order.
  ///   - within: by which share of the least cost a plan may be dearer.
  ///   - frontier: plans on a frontier, whose openings are counted.
  package init(
    _ found: NearBest, plans: [Plan], of question: DesignQuestion, within: Double,
    frontier: [Plan]?, dataset: Dataset, reference: Plan.DatasetReference, solve: SolveSummary
  ) {
    let footprints = plans.map { Footprint($0, in: dataset) }
    let points = frontier?.map { Footprint($0, in: dataset) }
    self.init(
      dataset: reference, within: within, maxRisk: question.maxRisk,
      measure: question.measure.name, level: question.measure.level, leastCost: plans.first?.cost,
      bound: plans.first?.bound, limit: plans.isEmpty ? nil : found.limit,
      periods: dataset.settings.periods.count,
      plans: zip(found.plans, plans).enumerated().map { index, pair in
        Entry(
          number: index + 1, cost: pair.1.cost ?? 0, salesAtRisk: pair.1.risk.salesAtRisk ?? 0,
          distance: pair.0.distance, greatestDistance: pair.0.greatestDistance,
          plan: "\(Self.folder(index))/plan.json")
      },
      facilities: found.claims.map { claim in
        Facility(
          facility: dataset.facilities[claim.facility].id,
          name: dataset.facilities[claim.facility].name,
          verdict: Verdict(rawValue: claim.verdict.rawValue) ?? .undecided,
          otherwiseAtLeast: claim.otherwiseAtLeast, isForced: claim.isForced,
          periodsOpen: footprints.map { $0.periodsOpen(claim.facility) },
          frontierPoints: points.map { $0.count { $0.periodsOpen(claim.facility) > 0 } })
      },
      greatestFurtherDistance: plans.isEmpty ? nil : found.greatestFurtherDistance,
      frontierPoints: points?.count, isInfeasible: found.isInfeasible,
      stopReason: found.stopReason, solve: solve)
  }

  /// The folder of a plan that is shown, by its index.
  package static func folder(_ index: Int) -> String {
    "alternatives/" + (index < 9 ? "0" : "") + "\(index + 1)"
  }
}
