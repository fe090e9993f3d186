import FigureDrawing
import Findings
import Resilience
import TextFiles
import Wording

/// What each outage costs in sales: today's network and a plan, joined by a line for each target.
struct StressFigure {
  let index: ReportIndex
  let facts: StressFacts
  /// The targets that are drawn.
  let items: [StressFacts.Item]
  /// What the plan is called.
  let name: String

  private var hasPlan: Bool { facts.plan != nil }

  /// The figure with its table.
  func figure() -> Figure {
    Figure(
      kind: "stress", title: title,
      subtitle: """
        Share of a year’s sales lost before the site, country or route recovers, in the worst period\(compared). On the right, \
        the weeks until sales are lost.
        """,
      wide: draw(.wide), narrow: draw(.narrow), table: table(),
      note: """
        Sites, modules and stocks stay as planned; flows are planned again for each outage, at the least possible loss. The table has \
        every outage, including products by country, regions and routes. A weak link is one whose outage lasts longer than the network \
        can bridge.
        """ + " " + index.source(.file(StressRecord.file)))
  }

  private var compared: String { hasPlan ? ": today and with \(name)" : "" }

  private var title: String {
    guard hasPlan else { return "The costliest outages today" }
    let less = items.filter { ($0.after?.salesLost ?? 0) < $0.before.salesLost - 5e-4 }.count
    let plan = name.capitalizedFirst
    if less == 0 { return "\(plan) loses as much as today in every costly outage" }
    return less == items.count
      ? "\(plan) loses less than today in all \(less) of the costliest outages"
      : "\(plan) loses less than today in \(less) of the \(items.count) costliest outages"
  }

  /// Every target that costs sales in either network.
  func table() -> Table {
    // Where the figure is a bound, programs get in a column of its own on which side it lies.
    func columns(_ network: String, lost: String, survived: String) -> [Table.Column] {
      [
        .share(lost), Table.Column("lost_\(network)_bound"),
        .decimal(survived, places: 1, unit: "weeks", missing: "any"),
        Table.Column("survived_\(network)_bound"),
      ]
    }
    return Table(
      [.text("Outage of"), .text("Kind"), .quantity("Weeks out")]
        + columns("today", lost: "Lost today", survived: "Survived today")
        + (hasPlan ? columns("plan", lost: "Lost with \(name)", survived: "Survived") : [])
        + [.text("Single point of failure")],
      rows: facts.costly.map { item in
        let results = [item.before] + (item.after.map { [$0] } ?? [])
        let single = [
          item.before.isSinglePointOfFailure ? "today" : nil,
          item.after?.isSinglePointOfFailure ?? false ? name : nil,
        ].compactMap(\.self)
        return [
          .text(item.target.name), .text(item.target.kind), .number(item.target.weeks),
        ] + results.flatMap(\.cells) + [.text(single.joined(separator: ", "))]
      })
  }

  /// Draws the figure.
  func draw(_ size: FigureWidth) -> Drawing {
    let isWide = size == .wide
    let font = isWide ? 13.0 : 12.0
    let left =
      isWide ? min(max(TextWidth.widest(items.map(\.target.name), size: font) + 16, 200), 420) : 8
    let head = isWide ? 0.0 : 17
    let rowHeight = head + 24
    let top = 46.0
    let most = items.flatMap { [$0.before.salesLost, $0.after?.salesLost ?? 0] }.max() ?? 0
    let x = LinearScale(
      domain: 0...max(most, 1e-9), start: left, end: size.points - (isWide ? 128 : 100))
    var drawing = Drawing(
      width: size.points, height: top + Double(items.count) * rowHeight + 4,
      label: "Sales lost by outage, today and under a plan. The table below has the figures.")
    axis(&drawing, x, top: top, bottom: drawing.height - 2)
    drawing.text("weeks before a loss", size.points, 12, class: "axis-title", anchor: .end)
    for (row, item) in items.enumerated() {
      let y = top + Double(row) * rowHeight + head + 12
      let label = TextWidth.fit(
        item.target.name, size: font, width: isWide ? left - 14 : size.points - 4)
      if isWide {
        drawing.text(label, left - 12, y + 4, class: "label", anchor: .end)
      } else {
        drawing.text(label, 0, y - 15, class: "label")
      }
      marks(&drawing, item, x, y, isFirst: row == 0)
      let weeks = [item.before] + (item.after.map { [$0] } ?? [])
      drawing.text(
        weeks.map(\.survivedText).joined(separator: " → "), size.points, y + 4, class: "small",
        anchor: .end)
    }
    return drawing
  }

  private func axis(_ drawing: inout Drawing, _ x: LinearScale, top: Double, bottom: Double) {
    for tick in x.ticks(5) {
      drawing.line(x(tick), 18, x(tick), bottom, class: tick == 0 ? "axis" : "grid")
      drawing.text(
        NumberFormat.percent(tick, places: x.domain.upperBound < 0.02 ? 1 : 0), x(tick), 12,
        class: "tick small", anchor: .middle)
    }
  }

  private func marks(
    _ drawing: inout Drawing, _ item: StressFacts.Item, _ x: LinearScale, _ y: Double, isFirst: Bool
  ) {
    let before = x(item.before.salesLost)
    guard let result = item.after else {
      drawing.circle(before, y, radius: 5, class: "after")
      drawing.text(item.before.lostText, before + 9, y + 4, class: "small strong")
      return
    }
    let after = x(result.salesLost)
    if abs(before - after) > 1 {
      drawing.line(
        before, y, after, y, class: result.salesLost > item.before.salesLost ? "whisker" : "link")
    }
    drawing.circle(before, y, radius: 5, class: "before")
    drawing.circle(after, y, radius: 5, class: "after")
    let isApart = abs(before - after) > 1
    if isFirst { names(&drawing, before: before, after: after, y: 40) }
    let right = max(before, after) + 9
    let isMoreAfter = result.salesLost > item.before.salesLost
    drawing.text(
      (isMoreAfter ? result : item.before).lostText, right, y + 4,
      class: after < before ? "small muted" : "small strong")
    guard isApart else { return }
    let text = (isMoreAfter ? item.before : result).lostText
    let room = min(before, after) - x.start - 9
    if TextWidth.of(text, size: 12) < room {
      drawing.text(
        text, min(before, after) - 9, y + 4, class: after < before ? "small strong" : "small muted",
        anchor: .end)
    }
  }

  /// Which dot is which, above the first ones; on a phone, and where they are near one another, side by side.
  private func names(_ drawing: inout Drawing, before: Double, after: Double, y: Double) {
    let isAfterLeft = after < before
    drawing.text(
      "today", before, y, class: "small muted", anchor: isAfterLeft ? .start : .end)
    let fits = after > TextWidth.of(name, size: 12)
    drawing.text(
      name, after, y, class: "small strong", anchor: isAfterLeft && fits ? .end : .start)
  }
}
