import FigureDrawing
import Wording
import Findings

/// The cost of each variant, with the proven bound to its left: where the lines of two do not overlap, it is proved that
/// their least costs differ.
struct CostIntervals {
  /// A variant.
  struct Row {
    let label: String
    /// Its cost; `nil` where there is no plan.
    let cost: Double?
    let bound: Double?
    /// Why there is no plan.
    let lack: String
  }

  let rows: [Row]
  /// A cost that is marked across all rows.
  let reference: Double?
  let money: MoneyFormat
  let table: Table

  /// The figure with its table.
  func figure() -> Figure {
    let dashed = reference == nil ? "" : " Dashed: the dataset without a variant."
    return Figure(
      kind: "costs", title: title,
      subtitle: """
        Total discounted cost in \(money.name). The dot is the cost of the plan; the line to its left ends at the bound, which no \
        plan can beat.\(dashed)
        """, wide: draw(.wide), narrow: draw(.narrow), table: table,
      note:
        "Where two lines overlap, the two may cost the same.")
  }

  /// The cheapest and the dearest.
  private var title: String {
    let known = rows.compactMap { row in row.cost.map { (row.label, $0) } }
    guard let least = known.min(by: { $0.1 < $1.1 }), let most = known.max(by: { $0.1 < $1.1 }),
      known.count > 1
    else { return "Costs, with their proven bounds" }
    if most.1 - least.1 <= 1e-9 * abs(most.1) { return "All cost the same" }
    return "\(least.0) costs the least, \(most.0) the most"
  }

  private func draw(_ size: FigureWidth) -> Drawing {
    let font = size == .wide ? 13.0 : 11.0
    let left = size == .wide ? 220.0 : 110.0
    let tall = rows.count > 40 ? 16.0 : 22.0
    let bottom = Double(rows.count) * tall + 8
    var drawing = Drawing(
      width: size.points, height: bottom + 26,
      label: "\(title). The table below has its figures.")
    let values = rows.flatMap { [$0.cost, $0.bound] }.compactMap { $0 }
    let (least, most) = (values.min() ?? 0, values.max() ?? 1)
    let room = max((most - least) * 0.05, abs(most) * 1e-6, 1e-9)
    let x = LinearScale(
      domain: (least - room)...(most + room), start: left, end: size.points - 12)
    let ticks = x.ticks(size == .wide ? 6 : 3)
    for (tick, label) in zip(ticks, money.axisLabels(ticks)) {
      drawing.line(x(tick), 0, x(tick), bottom, class: "grid")
      drawing.text(label, x(tick), bottom + 18, class: "tick small", anchor: .middle)
    }
    if let reference {
      drawing.line(x(reference), 0, x(reference), bottom, class: "reference")
    }
    for (index, row) in rows.enumerated() {
      let y = (Double(index) + 0.5) * tall + 2
      drawing.text(
        TextWidth.fit(row.label, size: font, width: left - 12), left - 10, y + 4, class: "label",
        anchor: .end)
      guard let cost = row.cost else {
        drawing.text(row.lack, left + 4, y + 4, class: "small muted")
        continue
      }
      if let bound = row.bound {
        drawing.rectangle(
          Frame(x: x(bound), y: y - 2, width: x(cost) - x(bound), height: 4), class: "interval")
      }
      drawing.circle(x(cost), y, radius: 4.5, class: "dot")
    }
    return drawing
  }
}
