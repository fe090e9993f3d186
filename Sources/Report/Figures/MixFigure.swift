import FigureDrawing
import Findings
import SupplyData
import SupplyPlan
import TextFiles
import Wording

/// The mix of placements of what customers receive, before and after, period by period.
struct MixFigure {
  let context: PlanContext

  private struct Row {
    let period: String
    let name: String
    let mix: PlacementMix?
    let isPlan: Bool
  }

  private var rows: [Row] {
    context.index.periods.flatMap { period -> [Row] in
      let after = Row(
        period: period.id, name: context.name, mix: PlacementMix(context.plan, period: period.id),
        isPlan: true)
      guard let baseline = context.baseline else { return [after] }
      let before = Row(
        period: period.id, name: "Current network",
        mix: PlacementMix(baseline, period: period.id), isPlan: false)
      return [before, after]
    }
  }

  /// The figure with its table.
  func figure() -> Figure {
    Figure(
      kind: "mix", title: title,
      subtitle: """
        Share of deliveries to customers in a normal year by where the goods were made, at customs value\(compared).
        """,
      wide: draw(.wide), narrow: draw(.narrow), table: table(),
      note: """
        \(PlacementClass.definition) Components inside the goods are not traced.
        """ + " " + context.index.source(context.file("plan.json", what: "mix")))
  }

  private var compared: String { context.baseline == nil ? "" : ", before and after" }

  private var title: String {
    let last = context.index.lastPeriod
    guard let after = PlacementMix(context.plan, period: last) else {
      return "Nothing is delivered in \(last)"
    }
    let near = NumberFormat.percent(after.near, places: 0)
    let micro =
      after.microfactoryShare > 0.0005
      ? "; micro-factories make \(NumberFormat.percent(after.microfactoryShare, places: 0))"
      : ""
    guard let before = context.baseline.flatMap({ PlacementMix($0, period: last) }) else {
      return "\(near) of deliveries in \(last) are made in the customer’s region\(micro)"
    }
    let was = NumberFormat.percent(before.near, places: 0)
    if near == was {
      return "\(near) of deliveries are made in the customer’s region, as today\(micro)"
    }
    return after.near > before.near
      ? "Deliveries made in the customer’s region rise from \(was) to \(near) by \(last)\(micro)"
      : "Deliveries made in the customer’s region fall from \(was) to \(near) by \(last)\(micro)"
  }

  /// Shares by period, with the part of micro-factories.
  func table() -> Table {
    Table(
      [.text("Period"), .text("Plan")] + PlacementMix.columns,
      rows: rows.map { [.text($0.period), .text($0.name)] + PlacementMix.cells($0.mix) })
  }

  /// Draws the figure.
  func draw(_ size: FigureWidth) -> Drawing {
    let rows = rows
    let font = size == .wide ? 13.0 : 11.0
    let left = size == .wide ? 196.0 : 52.0
    // A phone has no room beside the bars for the period: it stands above them.
    let head = size == .wide ? 0.0 : 18
    let hasMicro = rows.contains { ($0.mix?.microfactoryShare ?? 0) > 0.0005 }
    let bar = size == .wide ? 26.0 : 24.0
    let gap = 14.0
    let perPeriod = context.baseline == nil ? 1 : 2
    let legend = Legend(
      items: PlacementBar.legend(hasMicrofactories: hasMicro), size: size == .wide ? 12 : 11)
    let top = legend.height(size.points) + 8
    let groups = Double(context.index.periods.count)
    let height = top + groups * (head + Double(perPeriod) * (bar + 4) + gap)
    let x = LinearScale(domain: 0...1, start: left, end: size.points - 2)
    var drawing = Drawing(
      width: size.points, height: height,
      label: "Mix of placements under \(context.name). The table below has the figures.")
    legend.draw(&drawing, top: 0)
    for (position, row) in rows.enumerated() {
      let group = Double(position / perPeriod)
      let y = top + Double(position) * (bar + 4) + group * (gap + head) + head
      if position % perPeriod == 0 {
        drawing.text(
          TextWidth.fit(row.period, size: font, width: head > 0 ? 300 : left * 0.42), 0,
          head > 0 ? y - 5 : y + bar * 0.66,
          class: "label strong")
      }
      drawing.text(
        row.isPlan ? (perPeriod == 1 ? "" : context.name) : "Today", left - 8, y + bar * 0.66,
        class: row.isPlan ? "label" : "label muted", anchor: .end)
      guard let mix = row.mix else {
        drawing.text("nothing is delivered", left + 4, y + bar * 0.66, class: "small muted")
        continue
      }
      PlacementBar(shares: mix.shares).draw(
        &drawing, x: x, y: y, height: bar, font: font, microfactories: mix.microfactories,
        name: row.name)
    }
    return drawing
  }
}
