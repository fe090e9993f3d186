import FigureDrawing
import Wording

/// A grid of losses by scenario and customer, each with its number: customers side by side where there is room, else one below
/// another.
struct LossGrid {
  let size: FigureWidth
  /// The names of the scenarios.
  let scenarios: [String]
  /// The names of the customers, all of them together first.
  let customers: [String]
  /// For each scenario and customer a share of a year's sales.
  let shares: [[Double]]
  /// What the darkest shade stands for.
  let greatest: Double
  let label: String

  private var isWide: Bool { size == .wide }
  private var font: Double { isWide ? 12.5 : 10.5 }
  private var steps: Int { Palette.heatSteps }

  /// How steeply the heads of columns stand on a wide figure, degrees; on a phone they stand upright.
  private static let slope = (degrees: 62.0, across: 0.47, up: 0.89)
  /// The height of a line of words.
  private static let line = 12.0
  /// The narrowest column that has room for a number.
  private static let leastColumn = 25.0

  /// The grid with its legend.
  func drawing() -> Drawing {
    var drawing = Drawing(width: size.points, height: 0, label: label)
    if isWide { wide(&drawing) } else { narrow(&drawing) }
    legend(&drawing)
    return drawing
  }

  // MARK: Wide

  /// A row for each scenario, a column for each customer with its name aslant above it.
  private func wide(_ drawing: inout Drawing) {
    let row = 27.0
    let left = min(scenarios.map { TextWidth.of($0, size: font) }.max() ?? 0, 300) + 14
    let longest = customers.map { TextWidth.of($0, size: font) }.max() ?? 0
    let head = min(longest, 230) * Self.slope.up + 14
    let count = Double(customers.count)
    // Each name ends inside the figure.
    let room = customers.enumerated().map { position, name in
      (size.points - left - 14 - min(TextWidth.of(name, size: font), 230) * Self.slope.across)
        / (Double(position) + 0.5)
    }
    let width = min(64, (size.points - left - 4) / count, room.min() ?? 64)
    for (position, name) in customers.enumerated() {
      let x = left + (Double(position) + 0.5) * width
      let n = Drawing.number
      drawing.group(
        .plain(
          "transform", "translate(\(n(x + 4)) \(n(head - 6))) rotate(\(n(-Self.slope.degrees)))")
      ) {
        $0.text(
          TextWidth.fit(name, size: font, width: 230), 0, 0,
          class: position == 0 ? "small strong" : "small")
      }
    }
    for (line, scenario) in scenarios.enumerated() {
      let y = head + Double(line) * row
      words(&drawing, scenario, right: left - 8, middle: y + row / 2, width: left - 12)
      for position in customers.indices {
        cell(
          &drawing, scenario: line, customer: position,
          Frame(
            x: left + Double(position) * width + 0.5, y: y + 0.5,
            width: width - 1 - (position == 0 ? 3 : 0), height: row - 1))
      }
    }
    drawing.height = head + Double(scenarios.count) * row
  }

  // MARK: Narrow

  /// A row for each customer, a column for each scenario with its name upright above it; in blocks where there are many.
  private func narrow(_ drawing: inout Drawing) {
    let left = min(customers.map { TextWidth.of($0, size: font) }.max() ?? 0, 128) + 10
    let most = max(1, Int((size.points - left) / Self.leastColumn))
    let blocks = (scenarios.count + most - 1) / most
    let each = (scenarios.count + blocks - 1) / max(blocks, 1)
    for start in stride(from: 0, to: scenarios.count, by: max(each, 1)) {
      block(
        &drawing, start..<min(start + each, scenarios.count), left: left,
        width: min(44, (size.points - left) / Double(each)))
    }
  }

  private func block(
    _ drawing: inout Drawing, _ columns: Range<Int>, left: Double, width: Double
  ) {
    let row = 25.0
    let heads = columns.map { scenario in
      TextWidth.lines(
        scenarios[scenario], size: font, width: 150, most: max(1, Int(width / Self.line)))
    }
    let longest = heads.flatMap { $0 }.map { TextWidth.of($0, size: font) }.max() ?? 0
    let top = drawing.height + (drawing.height > 0 ? 16 : 0) + longest + 10
    for (position, lines) in heads.enumerated() {
      let middle = left + (Double(position) + 0.5) * width
      for (number, text) in lines.enumerated() {
        let n = Drawing.number
        let shift = (Double(number) - Double(lines.count - 1) / 2) * Self.line
        drawing.group(
          .plain("transform", "translate(\(n(middle + shift + 3.5)) \(n(top - 5))) rotate(-90)")
        ) { $0.text(text, 0, 0, class: "small") }
      }
    }
    for (line, customer) in customers.enumerated() {
      // All of them together stand a little apart.
      let y = top + Double(line) * row + (line > 0 ? 3 : 0)
      words(
        &drawing, customer, right: left - 6, middle: y + row / 2, width: left - 8,
        class: line == 0 ? "small strong" : "small")
      for (position, scenario) in columns.enumerated() {
        cell(
          &drawing, scenario: scenario, customer: line,
          Frame(
            x: left + Double(position) * width + 0.5, y: y + 0.5, width: width - 1, height: row - 1)
        )
      }
    }
    drawing.height = top + Double(customers.count) * row + 3
  }

  // MARK: Parts

  /// A name in up to two lines that end at `right`.
  private func words(
    _ drawing: inout Drawing, _ text: String, right: Double, middle: Double, width: Double,
    class style: String = "small"
  ) {
    let lines = TextWidth.lines(text, size: font, width: width, most: 2)
    for (number, line) in lines.enumerated() {
      let shift = (Double(number) - Double(lines.count - 1) / 2) * Self.line
      drawing.text(line, right, middle + 4 + shift, class: style, anchor: .end)
    }
  }

  private func cell(_ drawing: inout Drawing, scenario: Int, customer: Int, _ frame: Frame) {
    let share = shares[scenario][customer]
    let shade = shade(share)
    drawing.rectangle(
      frame, class: shade,
      title: """
        \(scenarios[scenario]), \(customers[customer]): \(NumberFormat.percent(share)) of a year’s sales
        """)
    guard share > CustomerLossFigure.leastShare else { return }
    let text = NumberFormat.decimal(share * 100, places: share < 0.0995 ? 1 : 0)
    drawing.text(
      text, frame.x + frame.width / 2, frame.y + frame.height / 2 + 4, class: "small on-\(shade)",
      anchor: .middle)
  }

  /// The class of a loss: nothing, then as many steps as there are shades.
  private func shade(_ share: Double) -> String {
    share <= CustomerLossFigure.leastShare
      ? "heat-0" : "heat-\(min(steps, Int(share / greatest * Double(steps)) + 1))"
  }

  private func legend(_ drawing: inout Drawing) {
    let y = drawing.height + 12
    let x = TextWidth.of("nothing", size: 12) + 8
    drawing.text("nothing", x - 8, y + 11, class: "small muted", anchor: .end)
    for step in 0...steps {
      drawing.rectangle(
        Frame(x: x + Double(step) * 22, y: y, width: 21, height: 13), class: "heat-\(step)")
    }
    drawing.text(
      "\(NumberFormat.percent(greatest)) of a year’s sales", x + Double(steps + 1) * 22 + 6, y + 11,
      class: "small muted")
    drawing.height = y + 18
  }
}
