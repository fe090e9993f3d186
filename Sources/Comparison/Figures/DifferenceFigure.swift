import FigureDrawing
import Wording
import Findings

/// By how much two costs differ, a bar for each line: to the right what is dearer, to the left what is cheaper.
struct DifferenceFigure {
  /// A line.
  struct Bar {
    let label: String
    let difference: Double
  }

  let bars: [Bar]
  let money: MoneyFormat
  let subtitle: String
  let table: Table

  /// The figure with its table.
  func figure() -> Figure {
    Figure(
      kind: "difference", title: "Cost by line", subtitle: subtitle, wide: draw(.wide),
      narrow: draw(.narrow), table: table,
      note: "The lines add up to the total. Those that do not differ are in the table only.")
  }

  private func draw(_ size: FigureWidth) -> Drawing {
    let font = size == .wide ? 13.0 : 12.0
    let left = size == .wide ? 190.0 : 112.0
    let room = size == .wide ? 84.0 : 66.0
    let tall = 24.0
    var drawing = Drawing(
      width: size.points, height: Double(bars.count) * tall + 8,
      label: "Differences in cost by line. The table below has its figures.")
    let domain = LinearScale.domainWithZero(bars.map(\.difference))
    let x = LinearScale(
      domain: domain, start: left + (domain.lowerBound < 0 ? room : 0),
      end: size.points - (domain.upperBound > 0 || domain.lowerBound == 0 ? room : 14))
    let zero = domain.lowerBound < domain.upperBound ? x(0) : x.start
    drawing.line(zero, 0, zero, Double(bars.count) * tall, class: "axis")
    for (index, bar) in bars.enumerated() {
      let y = Double(index) * tall
      let isTotal = index == bars.count - 1
      if isTotal { drawing.line(0, y + 1, size.points, y + 1, class: "grid") }
      drawing.text(
        TextWidth.fit(bar.label, size: font, width: left - 10), 0, y + 17,
        class: isTotal ? "label strong" : "label")
      let end = domain.lowerBound < domain.upperBound ? x(bar.difference) : zero
      drawing.rectangle(
        Frame(from: zero, to: end, y: y + 5, height: tall - 9),
        class: bar.difference > 0 ? "rise" : "fall",
        title: "\(bar.label): \(money.signed(bar.difference))")
      let isRight = bar.difference >= 0
      drawing.text(
        bar.difference == 0 ? "0" : money.signed(bar.difference), end + (isRight ? 5 : -5), y + 17,
        class: "small", anchor: isRight ? .start : .end)
    }
    return drawing
  }
}
