import SupplyPlan
import TextFiles
import Wording

/// What the first page compares the recommended plan with: one network, the same in every sentence.
///
/// Today's sites with the capacity and stocks that cost least, where that was planned: it serves growth, so that a plan is not
/// made to look cheap beside billions of sales that today's capacity cannot make. Else today's network unchanged, else the
/// cheapest plan of the frontier.
struct Comparator {
  /// What it is.
  enum Kind: Equatable {
    /// A network of today's sites.
    case today(ComparatorNetwork)
    /// The cheapest plan of the frontier.
    case cheapest
  }

  let kind: Kind
  let plan: Plan
  let cost: Double
  /// Sales at risk, a share of a year's sales.
  let risk: Double

  /// The comparator of a plan; `nil` where there is none, and for a network of today itself.
  init?(of context: PlanContext) {
    guard context.plan.broken == nil else { return nil }
    let choices: [(Kind, Plan?)] = [
      (.today(.expanded), context.expanded), (.today(.current), context.baseline),
      (.cheapest, context.cheapest),
    ]
    for (kind, plan) in choices {
      guard let plan, let cost = plan.cost, let risk = plan.risk.salesAtRisk else { continue }
      self.kind = kind
      self.plan = plan
      self.cost = cost
      self.risk = risk
      return
    }
    return nil
  }

  /// The network of today that it is; `nil` for a plan of the frontier.
  var network: ComparatorNetwork? { if case .today(let network) = kind { network } else { nil } }

  /// As what a cost is more or less than: `4.3 % more than expanding today’s sites`.
  var than: String { network.map(ComparatorWords.than) ?? "the cheapest plan" }

  /// As a label: `today’s sites, expanded`.
  var label: String {
    network.map { ComparatorWords.name($0).uncapitalizedFirst } ?? "the cheapest plan"
  }

  /// Why it is the fair one to compare with, and what today's network as it is would do.
  func reason(_ context: PlanContext) -> String {
    switch kind {
    case .today(.expanded): reasonForExpanded(context)
    case .today(.current):
      """
      Compared with today’s network as it is: existing sites with today’s capacity and stocks. What its capacity cannot serve \
      counts as sales not made.
      """
    case .cheapest:
      "Compared with the cheapest plan: today’s network was not planned, or has no plan under this question."
    }
  }

  private func reasonForExpanded(_ context: PlanContext) -> String {
    let head = """
      Compared with today’s sites, expanded: no site opens or closes, and capacity and stocks are what serves demand at \
      least cost.
      """
    guard let baseline = context.baseline, let cost = baseline.cost else { return head }
    let short = baseline.undelivered?.worst == nil ? nil : baseline.undelivered?.share
    let money = context.index.money
    let lost = baseline.costs.salesNotMade
    guard let short, lost > 0, cost > 0 else {
      return head + " Today’s network as it is would cost \(money(cost))."
    }
    return head + """
       Today’s network as it is would be no fair comparison: it cannot serve \(NumberFormat.percent(short)) of demand even in a \
      normal year, and \(money(lost)) of its cost of \(money(cost)) is the value of sales not made.
      """
  }
}
