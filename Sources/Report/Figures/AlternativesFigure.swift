import Alternatives
import FigureDrawing
import Findings
import SupplyData
import Wording

/// Which sites are open in which plan, sorted by whether all agree: a grid of sites and plans.
struct AlternativesFigure {
  let index: ReportIndex
  let record: AlternativesRecord

  /// A heading with its facilities.
  private struct Group {
    let title: String
    let facilities: [AlternativesRecord.Facility]
  }

  private var groups: [Group] {
    func sorted(_ verdicts: Set<AlternativesRecord.Verdict>) -> [AlternativesRecord.Facility] {
      record.facilities.filter { verdicts.contains($0.verdict) }.sorted {
        (margin($0), periods($0), $1.name) > (margin($1), periods($1), $0.name)
      }
    }
    return [
      Group(title: "Open in all of them", facilities: sorted([.throughout, .open])),
      Group(title: "They differ", facilities: sorted([.differs])),
      Group(title: "Undecided", facilities: sorted([.undecided])),
      Group(title: "Open in none", facilities: sorted([.closed])),
    ].filter { !$0.facilities.isEmpty }
  }

  private func margin(_ facility: AlternativesRecord.Facility) -> Double {
    facility.verdict == .differs
      ? 0 : isGiven(facility) ? -1 : facility.isForced ? .infinity : record.margin(facility) ?? 0
  }

  /// Whether the dataset decides it.
  private func isGiven(_ facility: AlternativesRecord.Facility) -> Bool {
    index.facilities[facility.facility]?.decision ?? .consider != .consider
  }

  private func periods(_ facility: AlternativesRecord.Facility) -> Int {
    facility.periodsOpen.reduce(0, +)
  }

  /// The figure with its table.
  func figure() -> Figure {
    let share = NumberFormat.given(record.within)
    let free = record.facilities.filter { !isGiven($0) }
    let agreed = free.count { ![.differs, .undecided].contains($0.verdict) }
    return Figure(
      kind: "alternatives",
      title:
        "All plans within \(share) of the least cost agree on \(agreed) of \(NumberFormat.count(free.count, "site", "sites"))",
      subtitle: """
        Sites by plan: the least-cost plan, then those that differ most from the ones before. Above, how much more than the least \
        each plan costs; on the right, the least extra cost of deciding otherwise.
        """,
      wide: draw(.wide), narrow: draw(.narrow), table: table(),
      note: """
        \(dark) Figures on the right are proven minimums, as a percentage of the least cost found, and hold for every plan within \
        \(share), not only for those shown; “given” means the dataset decides\(frontierNote).
        """ + " " + index.source(.file(AlternativesRecord.file)))
  }

  private var dark: String {
    record.periods > 1
      ? "Dark: open; half-filled: open in some periods; empty: closed."
      : "Dark: open; empty: closed."
  }

  private var frontierNote: String {
    record.frontierPoints.map {
      "; the frontier’s \($0) points are plans at other levels of risk, counted but not proven"
    } ?? ""
  }

  private func table() -> Table {
    let points = record.frontierPoints
    return Table(
      [
        .text("Site"), .text("All plans within \(NumberFormat.given(record.within))"),
        .share("Otherwise", name: "otherwise_at_least_share"),
      ] + record.plans.map { .text("Plan \($0.number)").flushRight }
        + (points == nil ? [] : [.whole("Frontier points")]),
      rows: groups.flatMap(\.facilities).map { facility in
        [
          .text(facility.name), .text(words(facility.verdict)),
          .shown(.init(margin(facility)), as: otherwise(facility)),
        ]
          + facility.periodsOpen.map { .text(words(periodsOpen: $0)) }
          + (points.map { [frontierPoints(facility, of: $0)] } ?? [])
      })
  }

  private func words(periodsOpen count: Int) -> String {
    count == 0
      ? "closed" : count == record.periods ? "open" : "\(count) of \(record.periods) periods"
  }

  private func frontierPoints(_ facility: AlternativesRecord.Facility, of all: Int) -> Table.Cell {
    let count = facility.frontierPoints ?? 0
    return .shown(.whole(count), as: "\(count) of \(all)")
  }

  private func words(_ verdict: AlternativesRecord.Verdict) -> String {
    switch verdict {
    case .throughout: record.periods > 1 ? "open in every period" : "open"
    case .open: "open in some period"
    case .closed: "closed"
    case .differs: "differ"
    case .undecided: "undecided"
    }
  }

  /// How much more a plan costs at least in which the site is the other way, as a share.
  private func margin(_ facility: AlternativesRecord.Facility) -> Double? {
    facility.isForced || facility.verdict == .differs ? nil : record.margin(facility)
  }

  private func otherwise(_ facility: AlternativesRecord.Facility) -> String {
    if facility.isForced { return isGiven(facility) ? "given" : "impossible" }
    // A bound below the least cost tells nothing.
    guard let margin = margin(facility), margin >= 0 else { return "" }
    return "≥ +\(NumberFormat.percent(margin, rounding: .down))"
  }

  /// What a site is called: where there is little room without its country.
  private func name(_ facility: AlternativesRecord.Facility, _ size: FigureWidth) -> String {
    guard size == .narrow, let country = index.country(ofNode: facility.facility) else {
      return facility.name
    }
    return facility.name.replacing(", \(index.name(ofCountry: country))", with: "")
  }

  private func draw(_ size: FigureWidth) -> Drawing {
    let isWide = size == .wide
    let font = isWide ? 13.0 : 12.0
    let names = groups.flatMap(\.facilities).map { name($0, size) }
    let (left, right) =
      isWide
      ? (min(max(TextWidth.widest(names, size: font) + 16, 200), 380), 110.0) : (152.0, 62.0)
    let room = size.points - left - right
    // With many plans a phone shows the first of them; the table has all.
    let columns = min(record.plans.count, Int(room / (isWide ? 36 : 28)))
    let cell = min(isWide ? 84 : 30, room / Double(max(1, columns)))
    let lines = groups.reduce(0) { $0 + $1.facilities.count }
    // A long list is to stay on one sheet of paper.
    let isWrapped = TextWidth.mostLines(names, size: font, width: left - 12) > 1
    let row = isWide && lines > 34 ? 15.0 : isWrapped ? 2 * font + 3 : 19
    let (head, heading) = (isWide ? 40.0 : 36.0, 26.0)
    var drawing = Drawing(
      width: size.points,
      height: head + Double(groups.count) * heading + Double(lines) * row + 4,
      label: "Sites by plan, open or closed. The table below has the figures.")
    for (position, entry) in record.plans.prefix(columns).enumerated() {
      let x = left + (Double(position) + 0.5) * cell
      drawing.text("\(entry.number)", x, 13, class: "label strong", anchor: .middle)
      let over = record.leastCost.map { $0 > 0 ? entry.cost / $0 - 1 : 0 } ?? 0
      // On a phone there is room for the number alone.
      let text =
        position == 0
        ? (isWide ? "least cost" : "least")
        : isWide
          ? (over > 0 ? "+" : "") + NumberFormat.percent(over)
          : (over > 0 ? "+" : "") + NumberFormat.decimal(over * 100, places: 1)
      drawing.text(text, x, 29, class: "small muted", anchor: .middle)
    }
    drawing.text("plan", left - 8, 13, class: "small muted", anchor: .end)
    drawing.text(
      isWide ? "costs more" : "+ %", left - 8, 29, class: "small muted", anchor: .end)
    if record.facilities.contains(where: { !otherwise($0).isEmpty }) {
      drawing.text("otherwise", size.points, 29, class: "small muted", anchor: .end)
    }
    var y = head
    for group in groups {
      drawing.text(group.title, 0, y + 18, class: "small strong")
      drawing.line(0, y + 23, size.points, y + 23, class: "grid")
      y += heading
      for facility in group.facilities {
        drawing.label(
          name(facility, size), 0, middle: y + row / 2, width: left - 12, size: font,
          most: row < 2 * font ? 1 : 2, class: "label")
        for (position, count) in facility.periodsOpen.prefix(columns).enumerated() {
          mark(&drawing, count, x: left + (Double(position) + 0.5) * cell, y: y + row / 2)
        }
        drawing.text(
          otherwise(facility), size.points, y + row / 2 + 4, class: "small muted", anchor: .end)
        y += row
      }
    }
    return drawing
  }

  private func mark(_ drawing: inout Drawing, _ count: Int, x: Double, y: Double) {
    let (side, share) = (12.0, Double(count) / Double(max(1, record.periods)))
    let frame = Frame(x: x - side / 2, y: y - side / 2, width: side, height: side)
    drawing.rectangle(frame, class: "grid-cell")
    drawing.rectangle(
      Frame(x: frame.x, y: frame.y, width: side * share, height: side), class: "after")
  }
}
