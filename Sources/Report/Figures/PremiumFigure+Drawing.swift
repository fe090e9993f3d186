import FigureDrawing
import Findings
import Premium
import Wording

extension PremiumFigure {
  private struct Layout {
    let size: FigureWidth
    var isWide: Bool { size == .wide }
    /// Where bars start.
    var left: Double { isWide ? 150 : 0 }
    /// Where the longest bar ends.
    var right: Double { size.points - (isWide ? 150 : 96) }
    /// Height above the bar, for the step's name on a phone.
    var head: Double { isWide ? 0 : 19 }
    let bar = 20.0
    let line = 16.0
    let gap = 14.0
    /// Most lines that tell what a step buys.
    var mostLines: Int { isWide ? 2 : 3 }
  }

  /// Draws the figure: a bar for each step, from the cheapest plan to the most resilient, and the knee between them.
  func draw(_ size: FigureWidth) -> Drawing {
    let layout = Layout(size: size)
    let steps = drawn
    let most = steps.filter { !record.isChoice($0) }.compactMap { $0.price?.perYear }.max() ?? 0
    let x = LinearScale(domain: 0...max(most, 1e-9), start: layout.left, end: layout.right)
    var drawing = Drawing(
      width: size.points, height: 0,
      label: "The price of a point of resilience by step. The table below has the figures.")
    var y = 4.0
    for (row, step) in steps.enumerated() {
      y = draw(step, isFirst: row == 0, at: y, x: x, layout, &drawing)
      if step.to == record.knee, row + 1 < steps.count {
        y += 6
        drawing.line(0, y, size.points, y, class: "knee")
        let text = "the knee: plan\u{A0}\(step.to)"
        drawing.text(text, size.points, y - 5, class: "small strong knee-label", anchor: .end)
        y += layout.gap
      }
    }
    // On a phone names stand above the bars, where the axis would cross them.
    if layout.isWide {
      drawing.line(layout.left, 0, layout.left, y - layout.gap, class: "axis")
    }
    drawing.height = y
    return drawing
  }

  /// Draws a step, and returns where the next one starts.
  private func draw(
    _ step: PremiumStep, isFirst: Bool, at top: Double, x: LinearScale, _ layout: Layout,
    _ drawing: inout Drawing
  ) -> Double {
    // The price of a point says nothing where next to no point is gained.
    let isChoice = record.isChoice(step)
    let price = isChoice ? 0 : step.price?.perYear ?? 0
    let name = "To plan\u{A0}\(step.to)"
    let resilience = [step.from, step.to].map {
      NumberFormat.percent(1 - record.points[$0 - 1].salesAtRisk)
    }.joined(separator: " → ")
    if layout.isWide {
      drawing.text(name, layout.left - 10, top + 14, class: "label strong", anchor: .end)
      drawing.text(resilience, layout.left - 10, top + 33, class: "small muted", anchor: .end)
    } else {
      drawing.text(name, 0, top + 12, class: "label strong")
      drawing.text(
        resilience, TextWidth.of(name, size: 13) + 8, top + 12, class: "small muted")
    }
    let y = top + layout.head
    let isBeyond = record.knee.map { step.from >= $0 } ?? false
    drawing.rectangle(
      Frame(x: x.start, y: y, width: max(x(price) - x.start, 1), height: layout.bar),
      class: isBeyond ? "rise" : "after",
      title: "\(index.money(price)) a year for each point")
    let end = x(price)
    if !isChoice, let range = whisker(step, x) {
      drawing.line(
        range.from, y + layout.bar + 1.5, range.to, y + layout.bar + 1.5, class: "whisker")
    }
    let amount = PremiumWords.amount(price, index.money)
    drawing.text(
      isChoice
        ? "other sites, for \(index.money.signed(step.cost, digits: 2)) in all"
        : isFirst ? "\(amount) a year" : amount, end + 6, y + 14, class: "label strong")
    let size = layout.isWide ? 12.0 : 11.0
    let lines = words(
      step.bought, size: size, width: layout.size.points - layout.left - 6, most: layout.mostLines)
    for (number, line) in lines.enumerated() {
      drawing.text(
        line, layout.left + 6, y + layout.bar + 15 + Double(number) * layout.line, class: "small")
    }
    let below = max(Double(lines.count) * layout.line, layout.isWide ? 16 : 0)
    return y + layout.bar + 2 + below + layout.gap
  }

  /// What a step buys, in lines: as much as fits so many lines, and how much more there is.
  private func words(_ bought: [String], size: Double, width: Double, most: Int) -> [String] {
    func lines(_ text: String) -> [String] {
      TextWidth.lines(text, size: size, width: width, most: .max)
    }
    if bought.isEmpty { return lines("same sites and stocks, different flows") }
    for count in stride(from: bought.count, to: 0, by: -1) {
      let left = bought.count - count
      let more = left == 0 ? "" : "; \(left) more in the table"
      let found = lines(bought.prefix(count).joined(separator: "; ") + more)
      if found.count <= most || count == 1 { return found }
    }
    return []
  }

  /// The range that is proven, as far as the scale goes; `nil` where it is no wider than a line.
  private func whisker(_ step: PremiumStep, _ x: LinearScale) -> (from: Double, to: Double)? {
    guard let least = step.leastPrice?.perYear, let most = step.mostPrice?.perYear else {
      return nil
    }
    let room = x.end + 40
    let (from, to) = (min(x(max(0, least)), room), min(x(most), room))
    return to - from > 2 ? (from, to) : nil
  }
}
