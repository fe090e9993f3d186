import SupplyData
import SupplyPlan
import TextFiles
import Wording

/// What the plan costs and what it buys, against the comparator: spend and sales not made told apart.
struct CostBrief {
  let context: PlanContext
  let summary: Summary
  let comparison: CostComparison?

  private var money: MoneyFormat { context.index.money }

  /// The item.
  var item: BriefItem {
    BriefItem(
      label: "Cost and benefit",
      sentences: ([cost, parts, risk, undelivered] + [reason]).compactMap(\.self),
      traces: [
        .init(id: PlanPage.costs, title: "Cost lines"), .init(id: "crises", title: "Sales lost"),
      ])
  }

  private var horizon: String {
    """
    over \(NumberFormat.count(context.index.years, "year", "years")), discounted at \
    \(NumberFormat.given(context.index.dataset.settings.discountRate)) a year
    """
  }

  private var cost: String? {
    guard let cost = context.plan.cost else { return nil }
    let head = "\(context.subject) costs \(money(cost)) \(horizon)"
    guard let comparison else { return head + "." }
    let than = "\(comparison.before.than) (\(money(comparison.before.cost)))"
    switch comparison.order {
    case .alike:
      return "\(head), about as much as \(than): the searches do not tell the two costs apart."
    case .dearer, .cheaper:
      let share = comparison.share.map { " (\(NumberFormat.percent($0)))" } ?? ""
      let word = comparison.order == .dearer ? "more" : "less"
      return "\(head), \(money(abs(comparison.difference)))\(share) \(word) than \(than)."
    }
  }

  private var parts: String? {
    let after = context.plan.costs
    guard let before = comparison?.before.plan.costs else {
      return after.salesNotMade > 0
        ? """
        Of that, \(money(after.spend)) is spent and \(money(after.salesNotMade)) is the expected value of sales not made.
        """ : "All of it is spent; no sale is expected to be lost."
    }
    let spend = after.spend - before.spend
    let lost = after.salesNotMade - before.salesNotMade
    let scale = max(abs(before.total), abs(after.total)) * 1e-6
    let spent =
      abs(spend) <= scale
      ? "It spends as much" : "It spends \(money(abs(spend))) \(spend > 0 ? "more" : "less")"
    let made =
      abs(lost) <= scale
      ? "the expected value of sales not made is the same"
      : """
      the expected value of sales not made \(lost < 0 ? "falls" : "rises") by \(money(abs(lost))), to \(money(after.salesNotMade))
      """
    let joint = (spend > 0) == (lost < 0) ? "and" : "while"
    return "\(spent), \(joint) \(made)."
  }

  private var risk: String? {
    guard let risk = context.plan.risk.salesAtRisk else { return nil }
    let what = "Sales at risk (\(summary.measure.definition))"
    guard let comparison else { return "\(what) are \(NumberFormat.percent(risk))." }
    let (was, now) = (NumberFormat.percent(comparison.before.risk), NumberFormat.percent(risk))
    if was == now { return "\(what) stay at \(now)." }
    return "\(what) \(risk < comparison.before.risk ? "fall" : "rise") from \(was) to \(now)."
  }

  /// What is short without any event: as a part of the sales at risk, and of a normal year.
  private var undelivered: String? {
    guard let told = context.plan.undelivered, told.worst != nil else { return nil }
    let short =
      "the plan leaves \(NumberFormat.percent(told.share)) of demand unserved in a normal year"
    guard let part = NormalShortfall(context.index.dataset, context.plan).salesAtRisk, part > 0
    else {
      return short.capitalizedFirst + ", without any event."
    }
    return "Of this, \(NumberFormat.percent(part)) would be short without any event: \(short)."
  }

  private var reason: String? {
    comparison?.before.reason(context)
  }
}
