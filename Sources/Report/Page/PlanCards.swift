import FigureDrawing
import SupplyPlan
import Wording

/// The numbers in the head of a plan, which change with the choice: what it costs, risks and commits, against today's networks,
/// the cheapest plan and the next one.
struct PlanCards {
  let context: PlanContext
  /// The frontier, to say what the next point costs.
  let frontier: FrontierRecord?

  private var money: MoneyFormat { context.index.money }

  /// The cards; none where there is no plan.
  var cards: [Section.Card] {
    guard let cost = context.plan.cost, let risk = context.plan.risk.salesAtRisk else { return [] }
    let costs = context.plan.costs
    return [
      Section.Card(
        label: "Total cost", value: money(cost),
        detail: "spend \(money(costs.spend)), sales not made \(money(costs.salesNotMade))"),
      Section.Card(
        label: "Sales at risk", value: NumberFormat.percent(risk),
        detail: "resilience \(NumberFormat.percent(1 - risk))"),
    ]
      + [
        against(context.expanded, "Against today’s sites, expanded"),
        against(context.baseline, "Against today’s network"),
        context.number == nil ? nil : against(context.cheapest, "Against the cheapest plan"),
        nextPoint,
      ].compactMap(\.self)
  }

  /// What the plan costs and risks beyond another network.
  private func against(_ other: Plan?, _ label: String) -> Section.Card? {
    guard context.plan.broken == nil, let other, let before = other.cost,
      let riskBefore = other.risk.salesAtRisk, let cost = context.plan.cost,
      let risk = context.plan.risk.salesAtRisk
    else { return nil }
    let points = NumberFormat.decimal((riskBefore - risk) * 100, places: 1)
    return Section.Card(
      label: label, value: money.signed(cost - before),
      detail: """
        from \(money(before)); \(riskBefore >= risk ? "+" : "")\(points) points of resilience, from \
        \(NumberFormat.percent(1 - riskBefore))
        """)
  }

  private var nextPoint: Section.Card? {
    guard let number = context.number, let step = frontier?.nextStep(from: number - 1) else {
      return nil
    }
    return Section.Card(
      label: "One more point of resilience", value: money.signed(step.price),
      detail: "discounted, on the way to plan\u{A0}\(step.to + 1)")
  }
}
