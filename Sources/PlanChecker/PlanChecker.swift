public import SupplyData
public import SupplyPlan

/// An independent judge of plans.
///
/// It recomputes a plan from the raw rows of the dataset: every balance, link, limit, cost line and the risk. It knows neither the
/// formulation nor the network stage and says again, in its own words, what they say: which lane row wins, what duty is due,
/// what a scenario changes. Where the two disagree one of them is wrong.
///
///     let verdict = PlanChecker(dataset).check(try Plan.read(from: "out"))
///     if !verdict.isSound { verdict.violations.forEach { print($0) } }
public struct PlanChecker: Sendable {
  /// Violations up to this share of the natural scale of their row pass as rounding.
  public static let usualTolerance = 1e-6

  private let dataset: Dataset
  private let tolerance: Double

  /// A judge of plans for `dataset`.
  ///
  /// - Parameter tolerance: The share of a row's natural scale up to which a violation is rounding.
  public init(_ dataset: Dataset, tolerance: Double = Self.usualTolerance) {
    self.dataset = dataset
    self.tolerance = tolerance
  }

  /// All that is wrong with `plan`, and its figures recomputed.
  ///
  /// - Complexity: Linear in the plan's rows, but for the micro-factory shares, cubic in the facilities
  ///   that one product of one country passes through.
  public func check(_ plan: Plan) -> PlanVerdict {
    let findings = Findings(tolerance: tolerance)
    let summary = SummaryCheck(plan: plan, findings: findings)
    summary.dataset(dataset)
    var recount: Recount?
    if let cost = plan.cost {
      summary.proof()
      summary.certificate(cost: cost)
      recount = self.recount(plan, findings)
    } else {
      summary.noPlan()
    }
    return PlanVerdict(
      violations: findings.violations, comparisons: findings.comparisons,
      largestRounding: findings.largestRounding, recount: recount)
  }

  private func recount(_ plan: Plan, _ findings: Findings) -> Recount {
    let catalogue = Catalogue(dataset)
    let firstStage = StatedFirstStage(plan, catalogue, findings)
    FirstStageCheck(catalogue: catalogue, firstStage: firstStage, findings: findings)
      .run(plan.comparator)
    IncentiveCheck(catalogue: catalogue, firstStage: firstStage, findings: findings).run()

    let tables = TransportTables(catalogue, findings)
    let conditions = (0..<catalogue.stateCount).map { StateConditions(catalogue, state: $0) }
    let states = Operations.all(plan, catalogue, findings).map {
      StateRecount(
        $0, conditions: conditions[$0.state], firstStage: firstStage, tables: tables,
        catalogue: catalogue, findings: findings)
    }
    let normal = states.filter { $0.operations.state == 0 }

    let costs = CostRecount(firstStage: firstStage, states: states, catalogue: catalogue)
    costs.check(plan, findings)
    let risk = RiskRecount(states: states, catalogue: catalogue)
    risk.check(plan, findings)
    let outages = OutageCheck(risk: risk, catalogue: catalogue, findings: findings)
    outages.rows(plan)
    let policy = PolicyRecount(
      firstStage: firstStage, normal: normal, outages: outages, lanes: tables.lanes,
      catalogue: catalogue)
    if let comparator = plan.comparator {
      findings.demand(
        plan.broken != nil, .broken, "broken",
        expected: "a list, as the plan is that of the \(comparator.rawValue) network", found: "none"
      )
      policy.checkBroken(plan.broken ?? [], findings)
    } else {
      policy.check(findings)
      outages.constraints()
    }
    let mix = MixRecount(normal: normal, catalogue: catalogue)
    mix.check(plan, catalogue, findings)
    return Recount(
      costs: costs.costs,
      salesAtRisk: risk.salesAtRisk(measure: plan.risk.measure, level: plan.risk.level),
      scenarios: risk.rows, mix: mix.rows,
      broken: plan.broken.map { _ in policy.broken(tolerance: tolerance) })
  }
}
