import FigureDrawing
import Findings
import Sensitivity
import Wording

/// Regrets as a heat map: a row for each plan, a column for each future.
struct RegretFigure {
  let index: ReportIndex
  let record: RegretRecord

  private var words: RegretWords { RegretWords(index, record) }
  /// The file that the figures are from; `nil` where they are in none.
  private let source: String?
  private let scale = Palette.heat

  init(index: ReportIndex, record: RegretRecord, source: String? = RegretRecord.file) {
    self.index = index
    self.record = record
    self.source = source
  }

  /// The figure with its table.
  func figure() -> Figure {
    Figure(
      kind: "regret", title: "Regret of each plan in each future",
      subtitle: """
        How much more each plan costs than the best plan for that future, in \(index.money.name) and as a share of the best \
        plan’s cost; the last column is the largest regret of the row.
        """,
      wide: draw(.wide), narrow: draw(.narrow), table: table(),
      note: """
        Sites, modules and stocks stay as planned; flows, responses to events and grants adapt to each future. Least costs are known \
        to within a gap of \(NumberFormat.percent(record.gap, places: 2)), so a regret may be larger by that much: the table gives \
        both ends.
        """ + (source.map { " Source: \($0)." } ?? ""))
  }

  func table() -> Table {
    Table(
      [
        .text("Plan"), .text("Future"), .money("Cost", index.money, digits: 5),
        .money("Regret, at least", index.money),
        .money("At most", index.money, rounding: .up),
        .share("Of least cost", places: 2), .share("Sales at risk"),
      ],
      rows: record.plans.indices.flatMap { plan in
        record.plans[plan].entries.enumerated().map { future, entry -> [Table.Cell] in
          let head: [Table.Cell] = [.text(words.label(plan)), .text(words.future(future))]
          guard let cost = entry.cost, let regret = entry.regret else {
            return head + [.shown(.missing, as: entry.refusal ?? "no plan")]
              + Array(repeating: .missing, count: 4)
          }
          return head + [
            .number(cost), .number(regret.atLeast), .number(regret.atMost),
            .number(words.share(regret, future)), .init(entry.salesAtRisk),
          ]
        }
      })
  }

  // MARK: Drawing

  func draw(_ size: FigureWidth) -> Drawing {
    let isWide = size == .wide
    let font = isWide ? 12.0 : 11.0
    let labels = record.plans.indices.map(words.label)
    let widest = labels.map { TextWidth.of($0, size: font) }.max() ?? 0
    let left = isWide ? min(widest + 14, 260) : 0
    let columns = record.futures.count + 1
    let cell = (size.points - left) / Double(columns)
    let tall = isWide ? 36.0 : 34
    let rowHeight = tall + (isWide ? 0 : 20)
    let heads = (0..<record.futures.count).map(words.future) + ["greatest"]
    let headLines = heads.map { TextWidth.lines($0, size: font, width: cell - 6, most: 3) }
    let head = Double(headLines.map(\.count).max() ?? 1) * 15 + 8
    var drawing = Drawing(
      width: size.points, height: head + Double(labels.count) * rowHeight + 4,
      label: "Regret of each plan in each future. The table below has the figures.")
    for (column, lines) in headLines.enumerated() {
      for (number, line) in lines.enumerated() {
        let y = head - 8 - Double(lines.count - 1 - number) * 15
        drawing.text(
          line, left + (Double(column) + 0.5) * cell, y,
          class: column == record.futures.count ? "small strong" : "tick small", anchor: .middle)
      }
    }
    for plan in record.plans.indices {
      let top = head + Double(plan) * rowHeight
      let isBest = plan == record.leastGreatest.plan
      let lines = TextWidth.lines(
        labels[plan], size: font, width: isWide ? left - 12 : size.points, most: isWide ? 2 : 1)
      for (number, line) in lines.enumerated() {
        let middle = top + tall / 2 + 4 + (Double(number) - Double(lines.count - 1) / 2) * 15
        drawing.text(
          line, isWide ? left - 10 : 0, isWide ? middle : top + 14,
          class: isBest ? "small strong" : "small", anchor: isWide ? .end : .start)
      }
      row(
        &drawing, plan, left: left, top: top + (isWide ? 0 : 20), cell: cell, tall: tall, font: font
      )
    }
    return drawing
  }

  private var greatestShare: Double {
    record.plans.flatMap { plan in
      plan.entries.enumerated().compactMap { future, entry in
        entry.regret.map { words.share($0, future) }
      }
    }.max() ?? 0
  }

  private func row(
    _ drawing: inout Drawing, _ position: Int, left: Double, top: Double, cell: Double,
    tall: Double,
    font: Double
  ) {
    let plan = record.plans[position]
    // What is within the gap of the solves is no regret to speak of, and stays light.
    let most = max(greatestShare, 4 * record.gap, 1e-9)
    for (future, entry) in plan.entries.enumerated() {
      let frame = Frame(
        x: left + Double(future) * cell + 0.5, y: top + 0.5, width: cell - 1, height: tall - 1)
      guard let regret = entry.regret else {
        drawing.rectangle(frame, class: "heat-0", title: entry.refusal)
        let word = entry.isInfeasible ? "no plan" : "not solved"
        let text = TextWidth.of(word, size: font) < cell - 4 ? word : "–"
        drawing.text(
          text, frame.x + frame.width / 2, top + tall / 2 + 4, class: "small on-light",
          anchor: .middle)
        continue
      }
      let share = words.share(regret, future)
      // Roots, so that small regrets are told apart beside great ones.
      let fill = scale.hex(at: (share / most).squareRoot())
      drawing.rectangle(
        frame, fill: .shade(fill),
        title:
          "\(words.label(position)), \(words.future(future)): \(index.money(regret.atLeast)) to \(index.money(regret.atMost))"
      )
      let money = regret.atLeast > 0 ? index.money.signed(regret.atLeast) : "best"
      texts(
        &drawing, [money, regret.atLeast > 0 ? NumberFormat.percent(share) : ""], in: frame,
        ink: .onShade(fill), font: font)
    }
    let frame = Frame(
      x: left + Double(plan.entries.count) * cell, y: top, width: cell, height: tall)
    let greatest = plan.greatestRegret.map { index.money.signed($0.atLeast) } ?? "–"
    if position == record.leastGreatest.plan {
      drawing.rectangle(
        Frame(x: frame.x + 2, y: top + 2, width: cell - 4, height: tall - 4), class: "chosen-cell")
    }
    texts(&drawing, [greatest, ""], in: frame, ink: .variable("ink"), font: font)
  }

  private func texts(
    _ drawing: inout Drawing, _ texts: [String], in frame: Frame, ink: StyleRule.Value,
    font: Double
  ) {
    let shown = texts.filter { !$0.isEmpty && TextWidth.of($0, size: font) <= frame.width - 2 }
    let middle = frame.y + frame.height / 2 + font * 0.36
    for (number, text) in shown.enumerated() {
      let y = shown.count == 1 ? middle : middle + (number == 0 ? -7.5 : 7.5)
      drawing.text(
        text, frame.x + frame.width / 2, y, class: number == 0 ? "small strong" : "small",
        colour: ink, anchor: .middle)
    }
  }
}
