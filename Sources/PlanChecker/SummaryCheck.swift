import SupplyData
import SupplyPlan
import TextFiles

/// Judges what a plan says of itself: its dataset, its bound and gap, and a plan that is none.
struct SummaryCheck {
  let plan: Plan
  let findings: Findings

  /// Compares title and hash of the dataset.
  func dataset(_ dataset: Dataset) {
    findings.demand(
      plan.dataset.name == dataset.settings.name, .dataset, "name",
      expected: dataset.settings.name, found: plan.dataset.name)
    findings.demand(
      plan.dataset.sha256 == dataset.sha256, .dataset, "sha256", expected: dataset.sha256,
      found: plan.dataset.sha256)
  }

  /// Without a cost there is no plan, and so no figure that would need one.
  func noPlan() {
    let figures: [(String, Bool)] = [
      ("gap", plan.gap != nil), ("sales_at_risk", plan.risk.salesAtRisk != nil),
      ("costs", plan.costs != CostLines()), ("facilities", !plan.facilities.isEmpty),
      ("modules", !plan.modules.isEmpty), ("buffers", !plan.buffers.isEmpty),
      ("contracts", !plan.contracts.isEmpty), ("clusters", !plan.clusters.isEmpty),
      ("incentives", !plan.incentives.isEmpty), ("scenarios", !plan.scenarios.isEmpty),
      ("outages", !plan.outages.isEmpty), ("mix", !plan.mix.isEmpty),
      ("flows", !plan.flows.isEmpty),
      ("production", !plan.production.isEmpty), ("draws", !plan.draws.isEmpty),
      ("uses", !plan.uses.isEmpty),
    ]
    for (name, isGiven) in figures {
      findings.demand(!isGiven, .emptyPlan, name, expected: "nothing", found: "something")
    }
    findings.demand(
      plan.termination != .optimal, .emptyPlan, "termination", expected: "stopped or infeasible",
      found: plan.termination.rawValue)
  }

  /// What calls itself optimal must say what proves it.
  func proof() {
    guard plan.termination == .optimal else { return }
    if plan.solve.objective == "risk" {
      findings.demand(
        plan.risk.bound != nil, .riskBound, "risk", expected: "a bound, as the plan is optimal",
        found: "none")
    } else {
      findings.demand(
        plan.bound != nil, .bound, "bound", expected: "a bound, as the plan is optimal",
        found: "none")
    }
  }

  /// Judges bound and gap against the cost.
  func certificate(cost: Double) {
    findings.demand(
      plan.termination != .infeasible, .emptyPlan, "termination", expected: "optimal or stopped",
      found: plan.termination.rawValue)
    guard let bound = plan.bound else {
      findings.demand(
        plan.gap == nil, .gap, "gap", expected: "none, as there is no bound",
        found: "\(plan.gap ?? 0)")
      return
    }
    findings.atMost(
      .bound, "bound", limit: cost, found: bound, scale: max(abs(cost), abs(bound)))
    // A plan that costs nothing has no relative gap but 0; a network whose savings exceed its costs has a cost below 0.
    guard cost != 0 else { return }
    guard let gap = plan.gap else {
      findings.note(.gap, "gap", expected: "\((cost - bound) / abs(cost))", found: "none")
      return
    }
    findings.equal(.gap, "gap", expected: (cost - bound) / abs(cost), found: gap, scale: 1)
  }
}
