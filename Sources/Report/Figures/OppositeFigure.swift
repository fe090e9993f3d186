import Explanation
import FigureDrawing
import Findings
import SupplyData
import TextFiles
import Wording

/// What a plan costs more that is forced the other way, by site: a bar up to what is proven, and on to what a plan shows.
struct OppositeFigure {
  let index: ReportIndex
  let record: ExplanationRecord

  private static let mostRows = 24

  private var rows: [ExplanationRecord.Facility] {
    record.facilities.filter { $0.isImpossible || $0.atLeast != nil }.sorted {
      (value($0), $0.atMost ?? 0, $1.name) > (value($1), $1.atMost ?? 0, $0.name)
    }
  }

  private func value(_ row: ExplanationRecord.Facility) -> Double {
    row.isImpossible ? .infinity : max(row.atLeast ?? 0, 0)
  }

  /// The figure with its table.
  func figure() -> Figure {
    let hidden = rows.count - min(rows.count, Self.mostRows)
    let rest =
      hidden > 0
      ? " " + NumberFormat.count(hidden, "more site is", "more sites are") + " in the table." : ""
    return Figure(
      kind: "opposite", title: title,
      subtitle: """
        Rise in the least cost if an open site is closed throughout, or a closed one opened. Dark: proven; light: up to the best \
        plan found.\(rest)
        """,
      wide: draw(.wide), narrow: draw(.narrow), table: table(),
      note: """
        Compared with this plan’s cost of \(index.money(record.plan.cost)), discounted over the horizon, in \(index.money.name); \
        under the same cap on sales at risk. The two ends differ where the search stopped within its gap.
        """ + " " + index.source(.file(ExplanationRecord.file)))
  }

  private var title: String {
    let open = rows.filter { $0.periodsOpen > 0 && !$0.isImpossible }
    let cheap = rows.filter {
      !$0.isImpossible && ($0.atMost ?? .infinity) < 0.001 * record.plan.cost
    }
    if !cheap.isEmpty {
      return
        "Reversing the decision on any of \(NumberFormat.count(cheap.count, "site", "sites")) costs less than \(NumberFormat.given(0.001)) of the plan"
    }
    guard let least = open.last else { return "The cost of reversing the decision on each site" }
    return "Of the open sites, \(least.name) is the cheapest to do without"
  }

  private func table() -> Table {
    Table(
      [
        .text("Site"), .text("In the plan"),
        .money("At least", index.money, isSigned: true, rounding: .down),
        .money("At most", index.money, isSigned: true, rounding: .up), .text("Opens"),
        .text("Closes"),
      ],
      rows: rows.map { row in
        [
          .text(row.name), .text(row.periodsOpen > 0 ? "open" : "closed"),
          row.isImpossible ? .shown(.missing, as: "impossible") : .init(row.atLeast),
          .init(row.atMost),
          .text(row.opens.map(index.name(ofNode:)).joined(separator: ", ")),
          .text(row.closes.map(index.name(ofNode:)).joined(separator: ", ")),
        ]
      })
  }

  private func draw(_ size: FigureWidth) -> Drawing {
    let isWide = size == .wide
    let font = isWide ? 13.0 : 12.0
    let shown = Array(rows.prefix(Self.mostRows))
    let left =
      isWide ? min(TextWidth.widest(shown.map(\.name), size: font) + 84, 430) : 0
    let head = isWide ? 0.0 : 17
    let height = head + 23
    let most =
      shown.filter { !$0.isImpossible }.map { max($0.atMost ?? 0, $0.atLeast ?? 0) }.max() ?? 0
    let x = LinearScale(
      domain: 0...max(most, 1e-9), start: left, end: size.points - (isWide ? 190 : 150))
    var drawing = Drawing(
      width: size.points, height: Double(shown.count) * height + 6,
      label: "The cost of reversing the decision on each site. The table below has the figures.")
    for (position, row) in shown.enumerated() {
      let y = Double(position) * height + 4
      let aside = row.periodsOpen > 0 ? "if closed" : "if opened"
      if isWide {
        drawing.text(
          TextWidth.fit(row.name, size: font, width: left - 80), left - 70, y + 13,
          class: "label", anchor: .end)
        drawing.text(aside, left - 62, y + 13, class: "small muted")
      } else {
        drawing.text(
          TextWidth.fit(row.name, size: font, width: size.points - 70), 0, y + 12,
          class: "label")
        drawing.text(aside, size.points, y + 12, class: "small muted", anchor: .end)
      }
      bar(&drawing, row, x: x, y: y + head)
    }
    if isWide { drawing.line(left, 0, left, drawing.height, class: "axis") }
    return drawing
  }

  private func bar(
    _ drawing: inout Drawing, _ row: ExplanationRecord.Facility, x: LinearScale, y: Double
  ) {
    if row.isImpossible {
      drawing.text("no plan exists", x.start + 6, y + 13, class: "small strong")
      return
    }
    let least = max(0, row.atLeast ?? 0)
    let most = max(least, row.atMost ?? least)
    drawing.rectangle(
      Frame(x: x(least), y: y + 2, width: x(most) - x(least), height: 14), class: "band")
    drawing.rectangle(
      Frame(x: x.start, y: y + 2, width: x(least) - x.start, height: 14), class: "after")
    drawing.text(
      words(least, row.atMost.map { max(least, $0) }), x(most) + 6, y + 13, class: "small")
  }

  /// From what is proven to what a plan shows, as one figure where they hardly differ.
  private func words(_ least: Double, _ most: Double?) -> String {
    guard let most else { return "at least \(index.money(least, rounding: .down))" }
    if most <= 0 { return "nothing" }
    if least <= 0 { return "up to \(index.money(most, rounding: .up))" }
    if most - least <= 0.005 * most { return index.money(most) }
    return "\(index.money(least, rounding: .down)) to \(index.money(most, rounding: .up))"
  }
}
