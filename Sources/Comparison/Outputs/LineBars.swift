import FigureDrawing
import Wording
import Findings

/// Cost lines of several outputs: a group of bars for each line, a bar for each output.
struct LineBars {
  let lines: [LineSection.Line]
  let names: [String]
  let money: MoneyFormat
  let table: Table

  /// The figure with its table.
  func figure() -> Figure {
    Figure(
      kind: "lines", title: "Costs, line by line",
      subtitle: "Discounted over the horizon, in \(money.name); largest first.",
      wide: draw(.wide), narrow: draw(.narrow), table: table,
      note:
        "The lines add up to the total, which is in the table. Lines that are zero throughout are left out."
    )
  }

  private func draw(_ size: FigureWidth) -> Drawing {
    let font = size == .wide ? 13.0 : 12.0
    let legend = Legend(
      items: names.enumerated().map { index, name in
        Legend.Item(
          label: TextWidth.fit(name, size: 12, width: size.points - 30), width: 14
        ) { drawing, x, y in
          drawing.rectangle(
            Frame(x: x, y: y - 5, width: 14, height: 10), fill: Palette.series[index])
        }
      }, size: size == .wide ? 12 : 11)
    let head = legend.height(size.points) + 8
    let bar = names.count > 4 ? 12.0 : 15.0
    let left = size == .wide ? 150.0 : 96.0
    let room = size == .wide ? 78.0 : 64.0
    let group = Double(names.count) * bar + 12
    var drawing = Drawing(
      width: size.points, height: head + Double(lines.count) * group,
      label: "Costs line by line. The table below has the figures.")
    legend.draw(&drawing, top: 0)
    let domain = LinearScale.domainWithZero(lines.flatMap(\.costs).compactMap(\.self))
    let x = LinearScale(
      domain: domain, start: left + (domain.lowerBound < 0 ? room : 0), end: size.points - room)
    drawing.line(x(0), head, x(0), drawing.height, class: "axis")
    for (row, line) in lines.enumerated() {
      let top = head + Double(row) * group
      if row > 0 { drawing.line(0, top, size.points, top, class: "grid") }
      let words = TextWidth.lines(line.label, size: font, width: left - 10, most: 2)
      for (index, text) in words.enumerated() {
        drawing.text(text, 0, top + 11 + bar * 0.5 + Double(index) * 14, class: "label")
      }
      for (index, cost) in line.costs.enumerated() {
        let y = top + 6 + Double(index) * bar
        draw(&drawing, cost, index, line, x: x, y: y, bar: bar)
      }
    }
    return drawing
  }

  private func draw(
    _ drawing: inout Drawing, _ cost: Double?, _ index: Int, _ line: LineSection.Line,
    x: LinearScale, y: Double, bar: Double
  ) {
    let middle = y + bar / 2 + 4
    guard let cost else {
      drawing.text("no plan", x(0) + 5, middle, class: "small muted")
      return
    }
    let end = x(cost)
    drawing.rectangle(
      Frame(from: x(0), to: end, y: y + 1, height: bar - 2),
      fill: Palette.series[index],
      title: "\(names[index]), \(line.label): \(money(cost, digits: 4))")
    drawing.text(
      money(cost), end + (cost < 0 ? -5 : 5), middle, class: "small",
      anchor: cost < 0 ? .end : .start)
  }
}
