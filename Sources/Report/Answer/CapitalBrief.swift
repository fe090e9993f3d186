import SupplyData
import SupplyPlan
import TextFiles
import Wording

/// The capital that the plan commits, and when.
struct CapitalBrief {
  let context: PlanContext
  let comparator: Comparator?

  private var money: MoneyFormat { context.index.money }

  /// The item.
  var item: BriefItem {
    BriefItem(
      label: "Capital", sentences: [total, before].compactMap(\.self),
      traces: [.init(id: "network", title: "Investment by site")])
  }

  private var total: String {
    let facts = MoveFacts(context.index, context.plan)
    guard facts.total > 0 else { return "The plan needs no capital." }
    let grants = facts.granted.reduce(0, +)
    let net =
      grants > 0
      ? "after \(money(grants)) of incentives, not discounted" : "not discounted"
    let periods = zip(context.index.periods, facts.investment).filter { $1 > 0 }
    let phrases = periods.map { "\(money($1)) in \($0.id)" }
    if context.index.periods.count == 1 {
      return "Opening sites and building capacity takes \(money(facts.total)), \(net)."
    }
    return phrases.count == 1
      ? "Opening sites and building capacity takes \(phrases[0]), \(net)."
      : "Opening sites and building capacity takes \(money(facts.total)), \(net): \(phrases.listed())."
  }

  private var before: String? {
    guard let comparator, comparator.network != .current else { return nil }
    let total = MoveFacts(context.index, comparator.plan).total
    let who = comparator.than.capitalizedFirst
    return total > 0 ? "\(who) takes \(money(total))." : "\(who) takes none."
  }
}
