import FigureDrawing
import Findings
import RunStore
import Wording

/// Cost and resilience along one axis: dots, joined where the axis is one of numbers, with the proven bound of the cost.
struct AxisFigure {
  let grid: SweepGrid
  let axis: SweepGrid.Axis
  let footprints: Footprints
  let money: MoneyFormat
  let table: Table

  /// The figure with its table.
  func figure() -> Figure {
    Figure(
      kind: "axis", title: title,
      subtitle: """
        Total discounted cost in \(money.name), with a line from each dot down to the proven bound, and the share of a year’s \
        sales that is kept. Letters are footprints, shown where they change; a hollow dot is too close to call.
        """, wide: draw(.wide), narrow: draw(.narrow), table: table,
      note: "Values without a plan have no dot.")
  }

  /// What the cost does along the axis.
  private var title: String {
    let costs = axis.values.compactMap { value in
      grid.members.first { SweepGrid.value(of: axis.name, in: $0) == value }?.plan?.cost
    }
    guard axis.numbers != nil, costs.count > 1, let first = costs.first, let last = costs.last,
      first != 0, zip(costs, costs.dropFirst()).allSatisfy({ ($1 - $0) * (last - first) >= 0 })
    else { return "Cost and resilience along \(axis.name)" }
    if first == last { return "Cost is the same for every \(axis.name)" }
    let change = NumberFormat.percent(abs(last - first) / abs(first), places: 2)
    return """
      Cost \(last > first ? "rises" : "falls") by \(change) from \(axis.name) = \(axis.labels.first ?? "") to \
      \(axis.labels.last ?? "")
      """
  }

  private func draw(_ size: FigureWidth) -> Drawing {
    let tall = size == .wide ? 210.0 : 170.0
    let left = size == .wide ? 84.0 : 66.0
    var drawing = Drawing(
      width: size.points, height: 2 * tall + 60,
      label: "Cost and resilience along \(axis.name). The table below has its figures.")
    let domain: ClosedRange<Double> =
      axis.numbers.flatMap { numbers in
        numbers.min().flatMap { least in numbers.max().map { least...$0 } }
      } ?? 0...Double(max(axis.values.count - 1, 1))
    let x = LinearScale(domain: domain, start: left + 16, end: size.points - 20)
    for (position, quantity) in [SweepQuantity.cost, .resilience].enumerated() {
      let plot = Frame(
        x: left, y: 30 + Double(position) * tall, width: size.points - left - 8, height: tall - 46)
      self.plot(&drawing, quantity, plot, x: x, size: size)
    }
    let bottom = 30 + 2 * tall - 46
    let widest = axis.labels.map { TextWidth.of($0, size: 12) }.max() ?? 0
    let room = (x.end - x.start) / Double(max(axis.values.count - 1, 1))
    let step = max(1, Int(((min(widest, 90) + 8) / room).rounded(.up)))
    for (index, value) in axis.labels.enumerated() where index % step == 0 {
      drawing.text(
        TextWidth.fit(value, size: 12, width: max(room * Double(step), 40)), x(place(index)),
        bottom + 20, class: "tick small", anchor: .middle)
    }
    drawing.text("\(axis.name) →", size.points - 8, bottom + 42, class: "axis-title", anchor: .end)
    return drawing
  }

  /// Where a value stands on the axis.
  private func place(_ index: Int) -> Double { axis.numbers?[index] ?? Double(index) }

  private func plot(
    _ drawing: inout Drawing, _ quantity: SweepQuantity, _ plot: Frame, x: LinearScale,
    size: FigureWidth
  ) {
    let members = axis.values.map { value in
      grid.members.first { SweepGrid.value(of: axis.name, in: $0) == value }
    }
    let values = members.map { $0.flatMap(quantity.value) }
    let bounds = quantity == .cost ? members.compactMap { $0?.plan?.bound } : []
    let shown = values.compactMap { $0 } + bounds
    drawing.text(quantity.name, 0, plot.y - 14, class: "axis-title")
    guard let least = shown.min(), let most = shown.max() else { return }
    let room = max((most - least) * 0.1, abs(most) * 1e-4, 1e-6)
    let y = LinearScale(domain: (least - room)...(most + room), start: plot.bottom, end: plot.y)
    let ticks = y.ticks(4)
    let labels =
      quantity == .cost ? money.axisLabels(ticks) : NumberFormat.shareLabels(ticks)
    drawing.levels(zip(ticks, labels), plot: plot, y: y, class: "tick small")
    drawing.line(plot.x, plot.bottom, plot.right, plot.bottom, class: "axis")
    let n = Drawing.number
    let dots = values.enumerated().compactMap { index, value in
      value.map { (index: index, x: x(place(index)), y: y($0)) }
    }
    if axis.numbers != nil, dots.count > 1 {
      // A value without a plan interrupts the line.
      let path = dots.enumerated().map { number, dot in
        let isJoined = number > 0 && dots[number - 1].index == dot.index - 1
        return "\(isJoined ? "L" : "M")\(n(dot.x)) \(n(dot.y))"
      }
      drawing.path(path.joined(), class: "attained")
    }
    var last: String?
    for dot in dots {
      if quantity == .cost, let bound = members[dot.index]?.plan?.bound {
        drawing.rectangle(
          Frame(x: dot.x - 1.5, y: dot.y, width: 3, height: y(bound) - dot.y), class: "interval")
      }
      let isOpen = members[dot.index]?.verdict?.nearest != nil
      drawing.circle(dot.x, dot.y, radius: 4, class: isOpen ? "open-dot" : "dot")
      let letter = members[dot.index]?.footprint.flatMap(footprints.letter)
      if letter != last, let letter {
        drawing.text(letter, dot.x, dot.y - 9, class: "small strong", anchor: .middle)
      }
      last = letter
    }
  }
}
