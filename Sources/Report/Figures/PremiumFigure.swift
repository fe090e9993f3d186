import FigureDrawing
import Findings
import Premium
import TextFiles
import Wording

/// The price of a point of resilience, step by step along the frontier, with what each step buys.
struct PremiumFigure {
  let index: ReportIndex
  let record: PremiumRecord

  /// More steps than this make no figure; the table has them all.
  static let mostRows = 16

  /// The steps drawn, in their order: where there are too many, those that gain the most.
  var drawn: [PremiumStep] {
    let shown = record.shownSteps
    guard shown.count > Self.mostRows else { return shown }
    // Choices between sites first: a step that costs next to nothing is easily overlooked.
    let order = shown.sorted { left, right in
      (record.isChoice(left) ? 1 : 0, left.points) > (record.isChoice(right) ? 1 : 0, right.points)
    }
    let kept = Set(order.prefix(Self.mostRows).map(\.from))
    return shown.filter { kept.contains($0.from) }
  }

  /// Of a folder of findings alone there is no frontier to name.
  private var source: String {
    index.has(SourcePart.frontier)
      ? index.source(.file(SourcePart.frontier, what: "plans and bounds"))
      : index.source(.file(PremiumRecord.file))
  }

  /// The figure with its table.
  func figure() -> Figure {
    let left = record.steps.count - drawn.count
    let rest =
      left > 0
      ? " "
        + plural(
          left, one: "One smaller step is in the table only.",
          many: "\(left) smaller steps are in the table only.") : ""
    return Figure(
      kind: "premium", title: title,
      subtitle: """
        Annual cost of one more percentage point of resilience at each step to the next plan, in \(index.money.name), and what \
        the step adds or drops. The thin line below each bar is the range that the proven bounds leave for the true cost.\(rest)
        """,
      wide: draw(.wide), narrow: draw(.narrow), table: table(),
      note: """
        Annual: the difference in total cost, spread evenly over the \(NumberFormat.count(record.years, "year", "years")) at the \
        discount rate. A step pays off at the probability of one event, the others as assumed, from which the sales it saves, \
        at full value, and its other effects in that event outweigh its cost. Both plans respond as in this report; events of \
        probability 0 are left out.
        """ + " " + source)
  }

  private var title: String {
    let prices = record.pricedSteps.compactMap { $0.price?.perYear }
    guard let least = prices.min(), let most = prices.max(), prices.count > 1 else {
      return "The cost of the step and what it buys"
    }
    return """
      Depending on the step, a point of resilience costs \(PremiumWords.amount(least, index.money)) to \
      \(PremiumWords.amount(most, index.money)) a year
      """
  }

  /// A row for each step.
  func table() -> Table {
    let money = index.money
    return Table(
      [
        .text("Step"), .text("Resilience").flushRight.only(for: .readers),
        Table.Column("resilience_from_share"), Table.Column("resilience_to_share"),
        .decimal("Points", places: 2), .money("Costs more", money),
        .money("A point", money, digits: 2), .money("A point a year", money, digits: 2),
        .text("Proven range, a year").flushRight.only(for: .readers),
        .money("Proven at least, a year", money).only(for: .programs),
        .money("Proven at most, a year", money).only(for: .programs),
        .text("Pays from").only(for: .readers), Table.Column("pays_from_probability_a_year"),
        Table.Column("of_scenario"),
        Table.Column(
          name: "pays_with_all_events_likelier_by_factor", title: "Or with all events likelier",
          kind: .number(unit: ""), format: PremiumWords.times),
        .text("What it buys"),
      ],
      rows: record.steps.map { step in
        let resilience = [step.from, step.to].map { 1 - record.points[$0 - 1].salesAtRisk }
        let easiest = step.easiestBreakEven
        return [
          .text("Plan \(step.from) to \(step.to)"),
          .text(resilience.map { NumberFormat.percent($0) }.joined(separator: " to ")),
          .number(resilience[0]), .number(resilience[1]), .number(step.points),
          .number(step.cost), .init(step.price?.total), .init(step.price?.perYear),
          .text(range(step)), .init(step.leastPrice?.perYear), .init(step.mostPrice?.perYear),
          .text(breakEven(step)), .init(easiest?.threshold.value), .init(easiest?.scenario),
          .init(step.factor.flatMap { $0.side == .atLeast ? $0.value : nil }),
          .text(step.bought.joined(separator: "; ")),
        ]
      })
  }

  private func range(_ step: PremiumStep) -> String {
    guard let least = step.leastPrice?.perYear, let most = step.mostPrice?.perYear else {
      return "–"
    }
    return """
      \(index.money(least, digits: 2, rounding: .down)) to \
      \(index.money(most, digits: 2, rounding: .up))
      """
  }

  private func breakEven(_ step: PremiumStep) -> String {
    guard let item = step.easiestBreakEven else {
      return step.breakEvens.isEmpty ? "–" : "no probability of one event"
    }
    let name = index.name(ofScenario: item.scenario)
    guard let value = item.threshold.value else { return "any probability of \(name)" }
    return """
      \(PremiumWords.chance(value)) a year of \(name) (assumed \(NumberFormat.given(item.probability)))
      """
  }
}
