import FigureDrawing
import FrontierSearch
import SupplyData
import SupplyPlan
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
    if let cheapest = context.cheapest, let least = cheapest.cost,
      let most = cheapest.risk.salesAtRisk
    {
      let more = summary.difference(cost - least, scale: least, than: "the cheapest plan")
      let head = "\(context.name) costs \(money(cost))\(more)."
      return head + " " + taken(from: most, to: risk, than: "the cheapest plan")
    }
    if context.number != nil {
      return """
        \(context.name) is the cheapest plan: \(money(cost)), with \(NumberFormat.percent(risk)) of a year’s sales at \
        risk.
        """
    }
    let name = plan.broken == nil ? "The plan" : "The current network"
    guard let baseline = context.baseline, let before = baseline.cost,
      let riskBefore = baseline.risk.salesAtRisk
    else {
      return """
        \(name) costs \(money(cost)) over \(NumberFormat.count(index.years, "year", "years")), discounted, and \
        stands to lose \(NumberFormat.percent(risk)) of a year’s sales \(summary.measure.when).
        """
    }
    let more = summary.difference(cost - before, scale: before, than: "the current network")
    return "\(name) costs \(money(cost))\(more)." + " "
      + taken(from: riskBefore, to: risk, than: "the current network")
  }

  /// How much risk is taken away.
  private func taken(from before: Double, to after: Double, than what: String) -> String {
    let was = NumberFormat.percent(before)
    let now = NumberFormat.percent(after)
    guard was != now, before > 0 else {
      return "Sales at risk are \(now), as with \(what)."
    }
    let share = NumberFormat.percent(abs(before - after) / before, places: 0)
    return after < before
      ? "It takes sales at risk from \(was) down to \(now), and so \(share) of the risk away."
      : "Sales at risk rise from \(was) to \(now)."
  }

  /// What a normal year leaves undelivered, where that is worth telling.
  var undelivered: String? {
    guard let told = plan.undelivered, let worst = told.worst else { return nil }
    let name =
      context.number == nil
      ? plan.broken == nil ? "the plan" : "the current network" : context.name
    let share = NumberFormat.percent(told.share)
    if told.periods.count == 1 || NumberFormat.percent(worst.share) == share {
      return
        "Even in a normal year, when nothing happens, \(name) leaves \(share) of sales undelivered."
    }
    return """
      Even in normal years, when nothing happens, \(name) leaves \(share) of sales undelivered; in \(worst.period) it is \
      \(NumberFormat.percent(worst.share)).
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
    if parts.isEmpty { return "It opens and closes no site." }
    let moves = parts.listed()
    return facts.total > 0
      ? "It \(moves), and invests \(money(facts.total))." : "It \(moves)."
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
    guard let was = beforeLeader else {
      return home == nil
        ? """
        The network leans most on \(nowName), which makes \(nowShare) of all that is made, parts included, by value.
        """
        : """
        Abroad, the network leans most on \(nowName), which makes \(nowShare) of all that is made, parts included, by \
        value.
        """
    }
    let wasName = index.name(ofCountry: was.country)
    let wasShare = NumberFormat.percent(was.share, places: 0)
    let left = NumberFormat.percent(after.overall[was.country] ?? 0, places: 0)
    let head =
      home == nil
      ? """
      The current network leans most on \(wasName), which makes \(wasShare) of all that is made, parts included, by value
      """
      : """
      Abroad, the current network leans most on \(wasName), which makes \(wasShare) of all that is made, parts included, \
      by value
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
        It is proven that no plan can put less than \
        \(NumberFormat.percent(max(0, $0), places: 2, rounding: .down)) of sales at risk.
        """
      }
    }
    let risk = plan.risk.salesAtRisk ?? 0
    let proven = point.map { max($0.bound, summary.band?.lowerBound(at: risk) ?? $0.bound) }
    guard let bound = (proven ?? plan.bound).map({ min($0, cost) }), bound > 0 else { return nil }
    let least = money(bound, digits: 4, rounding: .down)
    let head =
      point != nil || plan.solve.maxRisk != nil
      ? "It is proven that no plan at this resilience can cost less than \(least)"
      : """
      It is proven that no plan that meets the demand and the constraints can cost less than \(least)
      """
    let gap = cost > 0 ? (cost - bound) / cost : 0
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
