import FigureDrawing
import FrontierSearch
import SupplyData
import SupplyPlan

/// What the report says about one plan, in words.
struct PlanSummary {
  let context: PlanContext
  let summary: Summary
  /// The point of the frontier, where there is one.
  let point: FrontierRecord.Point?

  private var index: DatasetIndex { context.index }
  private var money: MoneyFormat { context.index.money }
  private var plan: Plan { context.plan }

  /// The sentences.
  var sentences: [String] { [cost, moves, dependence, certificate].compactMap { $0 } }

  private var cost: String? {
    guard let cost = plan.cost, let risk = plan.risk.salesAtRisk else {
      return summary.noPlan(plan) + "."
    }
    if let cheapest = context.cheapest, let least = cheapest.cost,
      let most = cheapest.risk.salesAtRisk
    {
      let more = summary.difference(cost - least, scale: least, than: "the cheapest plan")
      return
        "\(context.name) costs \(money(cost))\(more). \(taken(from: most, to: risk, than: "it"))"
    }
    if context.number != nil {
      return "\(context.name) is the cheapest plan: \(money(cost)), with "
        + "\(NumberFormat.percent(risk)) of a year’s sales at risk."
    }
    let head = plan.broken == nil ? "The plan" : "The current network"
    guard let baseline = context.baseline, let before = baseline.cost,
      let riskBefore = baseline.risk.salesAtRisk
    else {
      return """
        \(head) costs \(money(cost)) over \(NumberFormat.count(index.years, "year", "years")), discounted, and \
        stands to lose \(NumberFormat.percent(risk)) of a year’s sales \(summary.measure.when).
        """
    }
    let more = summary.difference(cost - before, scale: before, than: "the current network")
    return "\(head) costs \(money(cost))\(more). "
      + taken(from: riskBefore, to: risk, than: "the current network")
  }

  /// How much risk is taken away.
  private func taken(from before: Double, to after: Double, than what: String) -> String {
    let was = NumberFormat.percent(before)
    let now = NumberFormat.percent(after)
    guard was != now, before > 0 else {
      return "Sales at risk are \(now), as with \(what == "it" ? "the cheapest plan" : what)."
    }
    let share = NumberFormat.percent(abs(before - after) / before, places: 0)
    return after < before
      ? "It takes sales at risk from \(was) down to \(now), and so \(share) of the risk away."
      : "Sales at risk rise from \(was) to \(now)."
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
    let cost = facts.total > 0 ? ", and invests \(money(facts.total))" : ""
    return "It " + parts.joined(separator: " and ") + cost + "."
  }

  /// Up to four names, then how many more.
  private func names(_ facilities: [Facility]) -> String {
    let shown = facilities.count > 5 ? 4 : facilities.count
    var names = facilities.prefix(shown).map(\.name)
    if facilities.count > shown { names.append("\(facilities.count - shown) more sites") }
    guard let last = names.popLast() else { return "" }
    // Names that hold commas themselves are set apart by semicolons.
    let comma = facilities.contains { $0.name.contains(",") } ? "; " : ", "
    return names.isEmpty ? last : names.joined(separator: comma) + " and " + last
  }

  private var dependence: String? {
    let home = index.dataset.settings.home
    let after = DependenceFacts(index, plan, period: index.lastPeriod)
    let the = home == nil ? "The" : "Abroad, the"
    guard let now = after.leader(besides: home) else { return nil }
    let nowName = index.name(ofCountry: now.country)
    let nowShare = NumberFormat.percent(now.share, places: 0)
    let basis = "of all that is made, parts included, by value"
    let beforeLeader = context.baseline.flatMap { baseline in
      DependenceFacts(index, baseline, period: index.lastPeriod).leader(besides: home)
    }
    guard let was = beforeLeader else {
      return """
        \(the) network leans most on \(nowName), which makes \
        \(nowShare) \(basis).
        """
    }
    let wasName = index.name(ofCountry: was.country)
    let wasShare = NumberFormat.percent(was.share, places: 0)
    let left = NumberFormat.percent(after.overall[was.country] ?? 0, places: 0)
    let head = """
      \(the) current network leans most on \(wasName), which makes \
      \(wasShare) \(basis)
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
    let cap =
      point != nil || plan.solve.maxRisk != nil
      ? "at this resilience" : "that meets the demand and the constraints"
    let gap = cost > 0 ? (cost - bound) / cost : 0
    let within =
      gap > 1e-9
      ? """
      : \(context.number == nil ? "it" : context.name) is within \
      \(NumberFormat.percent(gap, places: 2, rounding: .up)) of the best there is
      """ : ": it is the best there is"
    let stopped =
      plan.termination == .stopped
      ? " The solve ended early\(summary.reason(plan.stopReason))." : ""
    return """
      It is proven that no plan \(cap) can cost less than \
      \(money(bound, digits: 4, rounding: .down))\(within).\(stopped)
      """
  }
}
