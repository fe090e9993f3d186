import FigureDrawing
import SupplyPlan
import Wording

/// The numbers of the first page: total cost with spend and sales not made, sales at risk, capital; each beside the comparator's.
struct AnswerCards {
  let context: PlanContext
  let comparison: CostComparison?

  private var money: MoneyFormat { context.index.money }

  /// The cards; none where there is no plan.
  var cards: [Section.Card] {
    guard let cost = context.plan.cost, let risk = context.plan.risk.salesAtRisk else { return [] }
    let costs = context.plan.costs
    let parts =
      "spend \(money(costs.spend)), sales not made \(money(costs.salesNotMade))"
    var cards = [
      Section.Card(label: "\(context.name): total cost", value: money(cost), detail: parts)
    ]
    if let comparison {
      let before = comparison.before.plan.costs
      cards.append(
        Section.Card(
          label: "Against \(comparison.before.label)",
          value: money.signed(comparison.difference),
          detail: """
            spend \(money.signed(costs.spend - before.spend)), sales not made \
            \(money.signed(costs.salesNotMade - before.salesNotMade))
            """))
    }
    cards.append(
      Section.Card(
        label: "\(context.name): sales at risk", value: NumberFormat.percent(risk),
        detail: [
          comparison.map { "\($0.before.label) \(NumberFormat.percent($0.before.risk))" },
          short.map { "\(NumberFormat.percent($0)) short without any event" },
        ].compactMap(\.self).joined(separator: "; ")))
    if context.plan.broken == nil { cards.append(capital) }
    return cards
  }

  /// What of the sales at risk would be short without any event; `nil` where nothing is.
  private var short: Double? {
    NormalShortfall(context.index.dataset, context.plan).salesAtRisk.flatMap {
      $0 >= Undelivered.worthTelling ? $0 : nil
    }
  }

  private var capital: Section.Card {
    let facts = MoveFacts(context.index, context.plan)
    return Section.Card(
      label: "\(context.name): capital", value: money(facts.total),
      detail: """
        \(NumberFormat.count(facts.opened.count, "site opens", "sites open", inWords: true)), \
        \(facts.closed.isEmpty ? "none closes" : NumberFormat.count(facts.closed.count, "closes", "close", inWords: true))
        """)
  }
}
