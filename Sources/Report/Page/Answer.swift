import FigureDrawing
import SupplyPlan
import Wording

/// The page that a board reads: the question, the answer in three sentences, three numbers.
struct Answer {
  let summary: Summary
  let input: ReportInput
  /// The plan that the report opens with, with what it is compared with; `nil` where there is none.
  let chosen: PlanContext?

  private var money: MoneyFormat { summary.index.money }

  /// The answer; its first sentence stands out.
  var sentences: [String] {
    if input.isFindingsAlone { return [] }
    guard let chosen, chosen.plan.cost != nil else { return [summary.finding + "."] }
    let words = PlanSentences(context: chosen, summary: summary, point: point)
    guard input.frontier != nil else {
      return [summary.finding + ".", words.undelivered, words.moves, words.certificate]
        .compactMap(\.self)
    }
    return [
      summary.finding + ".", recommendation(chosen), undelivered(of: words), words.certificate,
    ].compactMap(\.self)
  }

  /// What a normal year leaves undelivered in the plan that is opened with; else in the cheapest one.
  private func undelivered(of words: PlanSentences) -> String? {
    words.undelivered
      ?? words.context.cheapest.flatMap { cheapest in
        guard let told = cheapest.undelivered, told.worst != nil else { return nil }
        return """
          Even in normal years, when nothing happens, the cheapest plan leaves \
          \(NumberFormat.percent(told.share)) of sales undelivered.
          """
      }
  }

  private var point: FrontierRecord.Point? {
    guard let points = input.frontier?.points, points.indices.contains(input.chosen) else {
      return nil
    }
    return points[input.chosen]
  }

  /// What the plan at the knee costs, buys and changes, in a sentence.
  private func recommendation(_ context: PlanContext) -> String? {
    guard let cost = context.plan.cost, let risk = context.plan.risk.salesAtRisk else { return nil }
    let isKnee = (input.frontier?.points.count ?? 0) > 2 && input.frontier?.knee == input.chosen
    let least = context.cheapest?.cost.map { least in
      summary.difference(cost - least, scale: least, than: "the cheapest plan")
    }
    let head =
      isKnee
      ? "\(context.name), at the knee of the frontier, costs \(money(cost))\(least ?? "")"
      : "\(context.name) costs \(money(cost))\(least ?? "")"
    let now = NumberFormat.percent(risk)
    let middle: String
    if let before = context.baseline?.risk.salesAtRisk {
      let was = NumberFormat.percent(before)
      middle =
        risk <= before
        ? "\(head), brings sales at risk from \(was) today to \(now)"
        : "\(head), raises sales at risk from \(was) today to \(now)"
    } else {
      middle = "\(head), puts \(now) of a year’s sales at risk"
    }
    let facts = MoveFacts(context.index, context.plan)
    if facts.opened.isEmpty, facts.closed.isEmpty { return "\(middle) and keeps every site." }
    let opened = NumberFormat.count(facts.opened.count, "site", "sites", inWords: true)
    let closed = NumberFormat.count(facts.closed.count, "site", "sites", inWords: true)
    return "\(middle) and opens \(opened) and closes \(closed)."
  }

  /// The three numbers: what a point of resilience costs, what is at risk, what it costs in all; for a single plan what is
  /// invested in place of the price.
  var numbers: [Section.Card] {
    guard let chosen, let cost = chosen.plan.cost, let risk = chosen.plan.risk.salesAtRisk else {
      return []
    }
    let before = chosen.baseline
    return [
      price(chosen) ?? investment(chosen),
      Section.Card(
        label: "Sales at risk", value: NumberFormat.percent(risk),
        detail: before?.risk.salesAtRisk.map { "today \(NumberFormat.percent($0))" }
          ?? "resilience \(NumberFormat.percent(1 - risk))"),
      Section.Card(
        label: "Total cost", value: money(cost),
        detail: before?.cost.map { "today \(money($0))" }
          ?? "over \(NumberFormat.count(chosen.index.years, "year", "years")), discounted"),
    ]
  }

  /// The price at the plan; of the most resilient one, of the way there.
  private func price(_ chosen: PlanContext) -> Section.Card? {
    guard let frontier = input.frontier, let number = chosen.number,
      let step = frontier.nextStep(from: number - 1)
        ?? (0..<number).reversed().lazy.compactMap(frontier.nextStep).first
    else { return nil }
    let average = number > 1 ? frontier.points[0].price(to: frontier.points[number - 1]) : nil
    let way = "from plan\u{A0}\(step.from + 1) to \(step.to + 1)"
    return Section.Card(
      label: "One more point of resilience", value: money.signed(step.price),
      detail: average.map { "\(way); up to plan\u{A0}\(number) \(money($0)) on average" }
        ?? way)
  }

  private func investment(_ chosen: PlanContext) -> Section.Card {
    let facts = MoveFacts(chosen.index, chosen.plan)
    return Section.Card(
      label: "Investment", value: money(facts.total),
      detail: """
        \(NumberFormat.count(facts.opened.count, "site opens", "sites open")), \
        \(NumberFormat.count(facts.closed.count, "closes", "close"))
        """)
  }
}
