import FigureDrawing
import Wording
import Findings

/// The points of a sample over pairs of axes, each coloured by a quantity.
struct SampleScatter {
  let grid: SweepGrid
  let quantity: SweepQuantity
  let money: MoneyFormat

  /// The most pairs of axes shown.
  static let mostPairs = 6

  private var pairs: [(SweepGrid.Axis, SweepGrid.Axis)] {
    let axes = grid.axes
    if axes.count == 1 { return [] }
    return axes.indices.flatMap { first in
      axes.indices.dropFirst(first + 1).map { (axes[first], axes[$0]) }
    }
  }

  /// The figure with its table; `nil` with fewer than two axes or without a plan.
  func figure(table: Table) -> Figure? {
    let values = grid.members.compactMap(quantity.value)
    if pairs.isEmpty || values.isEmpty { return nil }
    let left =
      pairs.count > Self.mostPairs
      ? " Of \(pairs.count) pairs of axes the first \(Self.mostPairs) are shown." : ""
    return Figure(
      kind: "sample-\(quantity.kind)", title: "\(quantity.name) over the sample",
      subtitle: "Each dot is a run; its colour is \(quantity.meaning(money)).\(left)",
      wide: draw(.wide), narrow: draw(.narrow), table: table,
      note: "A cross is a run without a plan.")
  }

  private func draw(_ size: FigureWidth) -> Drawing {
    let shown = Array(pairs.prefix(Self.mostPairs))
    let row = size == .narrow ? 1 : min(shown.count, 2)
    let values = grid.members.compactMap(quantity.value)
    let numbers = SweepNumbers(quantity, values: values, money: money)
    let domain = quantity.domain(values)
    let legend = HeatMapScale(quantity: quantity).scale
    let width = (size.points - 24 * Double(row - 1)) / Double(row)
    let tall = width * (row == 1 ? 0.6 : 0.72) + 44
    var drawing = Drawing(
      width: size.points, height: 36 + tall * Double((shown.count + row - 1) / row),
      label: "\(quantity.name) over pairs of axes. The table below has its figures.")
    let ends = [domain.lowerBound, domain.upperBound].map {
      "\(numbers($0))\u{A0}\(numbers.unit)"
    }
    let start = TextWidth.of(ends[0], size: 12) + 8
    drawing.text(ends[0], 0, 15, class: "small")
    for step in 0..<40 {
      drawing.rectangle(
        Frame(x: start + Double(step) * 4, y: 4, width: 4.3, height: 14),
        fill: .shade(legend.hex(at: (Double(step) + 0.5) / 40)))
    }
    drawing.text(ends[1], start + 168, 15, class: "small")
    for (position, pair) in shown.enumerated() {
      let plot = Frame(
        x: Double(position % row) * (width + 24) + 54, y: 46 + Double(position / row) * tall,
        width: width - 62, height: tall - 70)
      self.plot(&drawing, pair.0, pair.1, plot, scale: legend, domain: domain)
    }
    return drawing
  }

  private func plot(
    _ drawing: inout Drawing, _ first: SweepGrid.Axis, _ second: SweepGrid.Axis, _ plot: Frame,
    scale: ColourScale, domain: ClosedRange<Double>
  ) {
    let x = Self.scale(first, start: plot.x + 8, end: plot.right - 8)
    let y = Self.scale(second, start: plot.bottom - 8, end: plot.y + 8)
    drawing.rectangle(plot, class: "frame")
    for (label, value) in Self.ticks(first, x) {
      drawing.text(label, x(value), plot.bottom + 16, class: "tick small", anchor: .middle)
    }
    for (label, value) in Self.ticks(second, y) {
      drawing.text(label, plot.x - 6, y(value) + 4, class: "tick small", anchor: .end)
    }
    drawing.text(
      TextWidth.fit("↑ \(second.name)", size: 12, width: plot.width), plot.x, plot.y - 6,
      class: "axis-title")
    drawing.text(
      TextWidth.fit("\(first.name) →", size: 12, width: plot.width), plot.right,
      plot.bottom + 32, class: "axis-title", anchor: .end)
    let share = LinearScale(domain: domain, start: 0, end: 1)
    for member in grid.members {
      guard let across = Self.position(of: member, on: first),
        let up = Self.position(of: member, on: second)
      else { continue }
      if let value = quantity.value(of: member) {
        drawing.circle(
          x(across), y(up), radius: 5, fill: .shade(scale.hex(at: share(value))), title: member.name
        )
      } else {
        for side in [-4.0, 4] {
          drawing.line(x(across) - 4, y(up) - side, x(across) + 4, y(up) + side, class: "frame")
        }
      }
    }
  }

  /// Where a run stands on an axis: at its number, or at the place of its word.
  private static func position(of member: RunFacts, on axis: SweepGrid.Axis) -> Double? {
    guard let value = SweepGrid.value(of: axis.name, in: member),
      let index = axis.values.firstIndex(of: value)
    else { return nil }
    return axis.numbers?[index] ?? Double(index)
  }

  private static func scale(_ axis: SweepGrid.Axis, start: Double, end: Double) -> LinearScale {
    let numbers = axis.numbers ?? [0, Double(max(axis.values.count - 1, 1))]
    return LinearScale(
      domain: (numbers.first ?? 0)...(numbers.last ?? 1), start: start, end: end)
  }

  private static func ticks(_ axis: SweepGrid.Axis, _ scale: LinearScale) -> [(String, Double)] {
    guard axis.numbers != nil else {
      return axis.values.prefix(8).enumerated().map {
        (TextWidth.fit($1, size: 12, width: 48), Double($0))
      }
    }
    let ticks = scale.ticks(4)
    let step = ticks.count > 1 ? ticks[1] - ticks[0] : 1
    return Array(zip(NumberFormat.axisLabels(ticks, step: step), ticks))
  }
}
