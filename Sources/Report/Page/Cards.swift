import FigureDrawing
import SupplyPlan
import Wording

/// The numbers of the head.
struct Cards {
  let context: PlanContext
  /// The frontier, to say what the next point costs.
  let frontier: FrontierRecord?

  /// Cost, sales at risk and the price of the risk taken away, each with what it compares with.
  var cards: [Section.Card] {
    guard let cost = context.plan.cost, let risk = context.plan.risk.salesAtRisk else { return [] }
    let money = context.index.money
    var costDetail = "over \(NumberFormat.count(context.index.years, "year", "years")), discounted"
    var riskDetail = "resilience \(NumberFormat.percent(1 - risk))"
    if let baseline = context.baseline, let before = baseline.cost,
      let riskBefore = baseline.risk.salesAtRisk
    {
      costDetail = "current network \(money(before))"
      riskDetail = "current network \(NumberFormat.percent(riskBefore))"
    }
    var cards = [
      Section.Card(label: "Total cost", value: money(cost), detail: costDetail),
      Section.Card(
        label: "Sales at risk", value: NumberFormat.percent(risk), detail: riskDetail),
    ]
    if let cheapest = context.cheapest, let least = cheapest.cost,
      let most = cheapest.risk.salesAtRisk
    {
      let points = (most - risk) * 100
      let price =
        points > 0.05 && cost > least
        ? "\(money((cost - least) / points)) for each point of resilience"
        : "more than the cheapest plan"
      cards.append(
        Section.Card(
          label: "More than the cheapest", value: money.signed(cost - least), detail: price))
    } else if context.number != nil {
      cards.append(
        Section.Card(
          label: "More than the cheapest", value: money(0),
          detail: "this is the cheapest plan"))
    }
    if let number = context.number, let step = frontier?.nextStep(from: number - 1) {
      cards.append(
        Section.Card(
          label: "One more point of resilience", value: money.signed(step.price),
          detail: "on the way to plan\u{A0}\(step.to + 1)"))
    }
    return cards
  }
}
