import FigureDrawing
import Findings
import SupplyData
import SupplyPlan
import Wording

/// What each scenario costs in sales, before and after.
struct LossFigure {
  let context: PlanContext
  let facts: [LossFact]

  init(_ context: PlanContext) {
    self.context = context
    facts = LossFacts.losses(context.index, context.plan, baseline: context.baseline)
  }

  /// The figure with its table.
  func figure() -> Figure {
    Figure(
      kind: "losses", title: title,
      subtitle: "Share of a normal year’s sales lost in each event\(mean).",
      wide: draw(.wide), narrow: draw(.narrow), table: table(),
      note: """
        Lost sales are the value of what is not delivered, including what is short in a normal year. Beside each name: the \
        event’s annual probability and its duration in weeks.
        """ + " "
          + context.index.source(
            context.file("plan.json", what: "scenarios"), .table("scenarios.csv")))
  }

  private var mean: String {
    context.index.periods.count > 1
      ? ", averaged over the years; dots are single periods" : ""
  }

  private var title: String {
    guard let worst = facts.max(by: { $0.meanAfter < $1.meanAfter }) else {
      return "The dataset has no scenarios"
    }
    let after = NumberFormat.percent(worst.meanAfter)
    let name = context.index.name(ofScenario: worst.scenario)
    let before = facts.compactMap(\.meanBefore).max()
    if worst.meanAfter == 0, before ?? 0 == 0 { return "No event costs any sales" }
    let head = "The worst event, “\(name)”, costs \(after) of a year’s sales"
    guard let before else { return head }
    let was = NumberFormat.percent(before)
    return after == was
      ? "\(head), as much as the worst does today" : "\(head), against \(was) today"
  }

  /// Losses by scenario and period.
  func table() -> Table {
    let index = context.index
    let periods = index.periods.map(\.id)
    func columns(_ name: String) -> [Table.Column] {
      (periods + (periods.count > 1 ? ["mean"] : [])).map { .share("\(name), \($0)") }
    }
    func cells(_ losses: [Double], mean: Double) -> [Table.Cell] {
      (losses + (periods.count > 1 ? [mean] : [])).map { .number($0) }
    }
    return Table(
      [.text("Scenario"), .givenShare("Probability a year"), .quantity("Weeks")]
        + (context.baseline == nil ? [] : columns("Today")) + columns(context.name),
      rows: facts.map { fact in
        let scenario = index.scenarios[fact.scenario]
        return [
          .text(index.name(ofScenario: fact.scenario)), .number(scenario?.probability ?? 0),
          .number(scenario?.durationWeeks ?? 0),
        ] + (fact.before.map { cells($0, mean: fact.meanBefore ?? 0) } ?? [])
          + cells(fact.after, mean: fact.meanAfter)
      })
  }

  /// Draws the figure.
  func draw(_ size: FigureWidth) -> Drawing {
    let isWide = size == .wide
    let font = isWide ? 13.0 : 12.0
    let left = isWide ? 322.0 : 0
    let barHeight = context.baseline == nil ? 15.0 : 10.0
    // On a phone names stand above the bars, beside probability and length.
    let names = facts.map { context.index.name(ofScenario: $0.scenario) }
    let room = size.points - 74
    let lines = isWide ? 1 : TextWidth.mostLines(names, size: font, width: room)
    let head = isWide ? 0.0 : 19 + Double(lines - 1) * Drawing.pitch(font)
    let rowHeight = head + (context.baseline == nil ? 15 : 22) + 13
    let most = facts.flatMap { $0.after + ($0.before ?? []) }.max() ?? 0
    let x = LinearScale(
      domain: 0...max(most, 1e-9), start: left, end: size.points - (isWide ? 130 : 104))
    var drawing = Drawing(
      width: size.points, height: Double(facts.count) * rowHeight + 6,
      label: "Sales lost by event under \(context.name). The table below has the figures.")
    for (row, fact) in facts.enumerated() {
      let y = Double(row) * rowHeight + 4
      let scenario = context.index.scenarios[fact.scenario]
      let aside = """
        \(NumberFormat.given(scenario?.probability ?? 0)), \
        \(NumberFormat.quantity(scenario?.durationWeeks ?? 0))\u{A0}wk
        """
      let name = context.index.name(ofScenario: fact.scenario)
      if isWide {
        let lines = TextWidth.lines(name, size: font, width: left - 96, most: 2)
        let textY = y + (lines.count > 1 ? 9 : barHeight + 4)
        for (number, line) in lines.enumerated() {
          drawing.text(
            line, left - 92, textY + Double(number) * 15, class: "label", anchor: .end)
        }
        drawing.text(aside, left - 84, y + barHeight + 4, class: "small muted")
      } else {
        drawing.label(
          name, 0, middle: y + head / 2 - 1, width: room, size: font, class: "label")
        drawing.text(aside, size.points, y + head / 2 + 3, class: "small muted", anchor: .end)
      }
      var barY = y + head
      if let before = fact.before {
        bar(
          &drawing, before, mean: fact.meanBefore ?? 0, x: x, y: barY, height: barHeight,
          style: "before", name: row == 0 ? "today" : nil)
        barY += 12
      }
      bar(
        &drawing, fact.after, mean: fact.meanAfter, x: x, y: barY, height: barHeight,
        style: "after", name: row == 0 && fact.before != nil ? context.name : nil)
    }
    if isWide { drawing.line(left, 0, left, drawing.height, class: "axis") }
    return drawing
  }

  private func bar(
    _ drawing: inout Drawing, _ values: [Double], mean: Double, x: LinearScale, y: Double,
    height: Double, style: String, name: String?
  ) {
    drawing.rectangle(
      Frame(x: x.start, y: y, width: x(mean) - x.start, height: height), class: style)
    var end = x(mean)
    if values.count > 1, let least = values.min(), let most = values.max(), most - least > 0.001 {
      drawing.line(x(least), y + height / 2, x(most), y + height / 2, class: "range")
      for value in values {
        drawing.circle(x(value), y + height / 2, radius: 2.6, class: "period-dot")
      }
      end = max(end, x(most) + 2)
    }
    let label = NumberFormat.percent(mean) + (name.map { " \($0)" } ?? "")
    drawing.text(
      label, end + 6, y + height / 2 + 4, class: style == "before" ? "small muted" : "small strong")
  }
}
