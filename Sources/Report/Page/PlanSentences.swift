import FigureDrawing
import FrontierSearch
import SupplyData
import SupplyPlan
import TextFiles
import Wording

/// What the report says about one plan, in words.
struct PlanSentences {
  let context: PlanContext
  let summary: Summary
  /// The point of the frontier, where there is one.
  let point: FrontierRecord.Point?

  private var index: ReportIndex { context.index }
  private var money: MoneyFormat { context.index.money }
  private var plan: Plan { context.plan }

  /// The sentences.
  var sentences: [String] { [cost, undelivered, moves, dependence, certificate].compactMap { $0 } }

  private var cost: String? {
    guard let cost = plan.cost, let risk = plan.risk.salesAtRisk else {
      return summary.noPlan(plan) + "."
    }
    let bound = point.map { summary.band?.lowerBound(at: $0.salesAtRisk) ?? $0.bound }
    if let before = Comparator(of: context),
      let comparison = CostComparison(plan, bound: bound ?? plan.bound, against: before)
    {
      return "\(context.name) \(comparison.phrase)."
    }
    return """
      \(context.subject) costs \(money(cost)) over \
      \(NumberFormat.count(index.years, "year", "years")), discounted, and puts \(NumberFormat.percent(risk)) of a year’s \
      sales at risk \(summary.measure.when).
      """
  }

  /// What a normal year leaves undelivered, where that is worth telling.
  var undelivered: String? {
    guard let told = plan.undelivered, let worst = told.worst else { return nil }
    let name =
      context.number == nil
      ? plan.broken == nil ? "the plan" : context.name.uncapitalizedFirst : context.name
    let share = NumberFormat.percent(told.share)
    if told.periods.count == 1 || NumberFormat.percent(worst.share) == share {
      return
        "Without any event, \(name) cannot meet \(share) of demand in a normal year."
    }
    return """
      Without any event, \(name) cannot meet \(share) of demand in a normal year on average, and \
      \(NumberFormat.percent(worst.share)) in \(worst.period).
      """
  }

  /// What it opens, closes and invests.
  var moves: String? {
    guard plan.cost != nil, plan.broken == nil else { return nil }
    let facts = MoveFacts(index, plan)
    let opened = facts.opened.map(\.facility)
    let closed = facts.closed.map(\.facility)
    var parts: [String] = []
    if !opened.isEmpty { parts.append("opens \(names(opened))") }
    if !closed.isEmpty { parts.append("closes \(names(closed))") }
    if parts.isEmpty { parts.append("opens and closes no site") }
    if facts.closed.isEmpty, !facts.opened.isEmpty { parts.append("closes none") }
    if facts.total > 0 { parts.append("invests \(money(facts.total))") }
    return "It \(parts.joined(separator: "; "))."
  }

  /// Up to four names, then how many more.
  private func names(_ facilities: [Facility]) -> String {
    let shown = facilities.count > 5 ? 4 : facilities.count
    var names = facilities.prefix(shown).map(\.name)
    if facilities.count > shown { names.append("\(facilities.count - shown) more sites") }
    // Names that hold commas themselves are set apart by semicolons.
    let comma = facilities.contains { $0.name.contains(",") } ? "; " : ", "
    return names.listed(separator: comma)
  }

  private var dependence: String? {
    let home = index.dataset.settings.home
    let after = DependenceFacts(index, plan, period: index.lastPeriod)
    guard let now = after.leader(besides: home) else { return nil }
    let nowName = index.name(ofCountry: now.country)
    let nowShare = NumberFormat.percent(now.share, places: 0)
    let beforeLeader = context.baseline.flatMap { baseline in
      DependenceFacts(index, baseline, period: index.lastPeriod).leader(besides: home)
    }
    let from = home == nil ? "" : " abroad"
    guard let was = beforeLeader else {
      return """
        Its largest source\(from) is \(nowName), which makes \(nowShare) of everything made, parts included, by value.
        """
    }
    let wasName = index.name(ofCountry: was.country)
    let wasShare = NumberFormat.percent(was.share, places: 0)
    let left = NumberFormat.percent(after.overall[was.country] ?? 0, places: 0)
    let head = """
      Today’s largest source\(from) is \(wasName), which makes \(wasShare) of everything made, parts included, by value
      """
    if was.country == now.country {
      return left == wasShare
        ? "\(head); that stays so." : "\(head); in this plan it makes \(left)."
    }
    return "\(head); in this plan it makes \(left), and \(nowName) leads with \(nowShare)."
  }

  /// What was proved, in plain words: the bound rounded down, the gap up, so that neither claims too much.
  var certificate: String? {
    guard let cost = plan.cost, plan.broken == nil else { return nil }
    if plan.solve.objective == "risk", point == nil {
      return plan.risk.bound.map {
        """
        No plan can put less than \(NumberFormat.percent(max(0, $0), places: 2, rounding: .down)) of sales at risk, by proof.
        """
      }
    }
    let risk = plan.risk.salesAtRisk ?? 0
    let proven = point.map { max($0.bound, summary.band?.lowerBound(at: risk) ?? $0.bound) }
    guard let bound = (proven ?? plan.bound).map({ min($0, cost) }), bound > 0 else { return nil }
    let least = money(bound, digits: 4, rounding: .down)
    let head =
      point != nil || plan.solve.maxRisk != nil
      ? "No plan this resilient can cost less than \(least), by proof"
      : """
      No plan that keeps to the dataset’s constraints can cost less than \(least), by proof
      """
    let gap = Plan.gap(cost: cost, bound: bound)
    let most = NumberFormat.percent(gap, places: 2, rounding: .up)
    let sentence =
      gap <= 1e-9
      ? "\(head): it is the best there is."
      : context.number == nil
        ? "\(head): it is within \(most) of the best there is."
        : "\(head): \(context.name) is within \(most) of the best there is."
    return plan.termination == .stopped
      ? sentence + " The solve ended early\(summary.reason(plan.stopReason))." : sentence
  }
}
