import SupplyPlan

/// A figure of the report, drawn and explained.
struct ReportFigure {
  /// Its kind, the same for every point: `frontier`, `map`, `bridge`, `mix`, `moves`, `losses`, `home`.
  let kind: String
  /// What it shows, as a finding.
  let title: String
  /// What is drawn, and in which units.
  let subtitle: String
  /// For a screen or a sheet.
  let wide: String
  /// For a phone.
  let narrow: String
  /// What is drawn, in figures.
  let table: ReportTable
  /// Where it comes from and what was assumed.
  let note: String
}

/// A plan with all it is compared with.
struct PlanContext {
  let index: DatasetIndex
  /// The plan.
  let plan: Plan
  /// Its number on the frontier, from 1; `nil` for a single plan.
  let number: Int?
  /// The current network.
  let baseline: Plan?
  /// The least-cost plan of the frontier, where there is one and it is not this plan.
  let cheapest: Plan?

  /// What the plan is called in titles.
  var name: String {
    if let number { return "Plan\(NumberFormat.space)\(number)" }
    return plan.broken == nil ? "This plan" : "Current network"
  }
}
