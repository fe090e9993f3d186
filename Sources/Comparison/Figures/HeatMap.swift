import FigureDrawing

/// A table of two axes as a heat map: a colour for each cell, and its value in it; with panels for further axes.
struct HeatMap {
  /// A cell.
  struct Cell {
    /// What stands in it.
    let text: String
    /// Its colour; `nil` where there is no result.
    let colour: String?
    /// All about it, for who points at it.
    let title: String
    /// Whether it is an outline of its colour, for what is not settled.
    var isHollow = false
  }

  /// A table.
  struct Panel {
    let title: String
    let cells: [[Cell]]
  }

  /// What the colours mean.
  enum Legend {
    /// A scale between two numbers.
    case scale(ColourScale, least: String, greatest: String)
    /// Classes, each with its colour and word; with a word for hollow cells, where there are any.
    case classes(hasHollow: Bool = false, [(colour: String, word: String)])
  }

  let label: String
  let rows: SweepGrid.Axis
  let columns: SweepGrid.Axis
  let panels: [Panel]
  let legend: Legend

  /// The map in one width.
  func draw(_ size: FigureWidth) -> Drawing {
    HeatMapDrawing(map: self, size: size).drawing()
  }

  /// How many panels fit one sheet.
  static func mostPanels(rows: Int, columns: Int) -> Int {
    let row = HeatMapDrawing.perRow(columns: columns, panels: .max, size: .wide)
    let height = HeatMapDrawing.panelHeight(rows: rows, isTitled: true, size: .wide)
    return max(1, Int(1000 / height)) * row
  }
}

/// A heat map in one width.
private struct HeatMapDrawing {
  let map: HeatMap
  let size: FigureWidth

  private static let legendHeight = 44.0

  static func perRow(columns: Int, panels: Int, size: FigureWidth) -> Int {
    size == .narrow ? 1 : max(1, min(3, panels, Int(880 / (90 + Double(columns) * 44))))
  }

  static func rowHeight(rows: Int, size: FigureWidth) -> Double {
    max(10, min(size == .wide ? 32 : 28, 900 / Double(max(rows, 1))))
  }

  static func panelHeight(
    rows: Int, blocks: Int = 1, isTitled: Bool, size: FigureWidth
  ) -> Double {
    Double(blocks) * (Double(rows) * rowHeight(rows: rows, size: size) + 54) + (isTitled ? 24 : 0)
  }

  private var font: Double { size == .wide ? 12 : 11 }
  private var cellFont: Double { size == .wide ? 12 : 10.5 }
  private var tall: Double { Self.rowHeight(rows: map.rows.values.count, size: size) }

  /// The room on the left of a panel for the names of rows.
  private func left(_ width: Double) -> Double {
    let widest = map.rows.labels.map { TextWidth.of($0, size: font) }.max() ?? 0
    return min(max(widest, TextWidth.of("\(map.rows.name) ↓", size: 12)) + 12, width * 0.35)
  }

  /// The columns of a panel, in blocks one below another where not all of them have room for what stands in their cells.
  private func blocks(_ width: Double) -> [Range<Int>] {
    let count = map.columns.values.count
    // Rows too low for numbers have none.
    guard tall >= 15, count > 0 else { return [0..<count] }
    let cells = map.panels.flatMap(\.cells).joined().filter { $0.colour != nil }
    let numbers = cells.map { TextWidth.of($0.text, size: cellFont) }.max() ?? 0
    let heads = map.columns.labels.map { TextWidth.of($0, size: font) }.max() ?? 0
    let needed = max(numbers + 3, size == .narrow ? min(heads, 90) + 6 : 0, 1)
    let most = max(1, Int((width - left(width)) / needed))
    let number = (count + most - 1) / most
    let each = (count + number - 1) / number
    return stride(from: 0, to: count, by: each).map { $0..<min($0 + each, count) }
  }

  func drawing() -> Drawing {
    let isTitled = map.panels.count > 1
    let row = Self.perRow(
      columns: map.columns.values.count, panels: map.panels.count, size: size)
    let gap = 20.0
    let width = (size.points - gap * Double(row - 1)) / Double(row)
    let blocks = blocks(width)
    let height = Self.panelHeight(
      rows: map.rows.values.count, blocks: blocks.count, isTitled: isTitled, size: size)
    let lines = (map.panels.count + row - 1) / row
    var drawing = Drawing(
      width: size.points, height: 0, label: "\(map.label). The table below has its figures.")
    let top = legend(&drawing)
    drawing.height = top + Double(lines) * height
    for (index, panel) in map.panels.enumerated() {
      let origin = (
        x: Double(index % row) * (width + gap), y: top + Double(index / row) * height
      )
      if isTitled {
        drawing.text(
          TextWidth.fit(panel.title, size: font + 1, width: width), origin.x, origin.y + 12,
          class: "strong")
      }
      for (number, columns) in blocks.enumerated() {
        let below =
          Double(number)
          * Self.panelHeight(
            rows: map.rows.values.count, isTitled: false, size: size)
        block(
          &drawing, panel, columns, x: origin.x, head: origin.y + (isTitled ? 24 : 0) + below,
          width: width)
      }
    }
    return drawing
  }

  /// Draws some columns of a panel, their heads with their upper edge at `head`.
  private func block(
    _ drawing: inout Drawing, _ panel: HeatMap.Panel, _ columns: Range<Int>, x: Double,
    head: Double, width: Double
  ) {
    let left = left(width)
    let cell = min((width - left) / Double(max(columns.count, 1)), 96)
    drawing.text(
      TextWidth.fit("\(map.rows.name) ↓", size: font, width: left - 4), x, head + 32,
      class: "axis-title")
    drawing.text(
      TextWidth.fit("\(map.columns.name) →", size: font, width: width - left), x + left, head + 12,
      class: "axis-title")
    // Labels that would run into one another are left out, evenly.
    let labels = map.columns.labels[columns]
    let widest = labels.map { TextWidth.of($0, size: font) }.max() ?? 0
    // Names are broken into lines instead.
    let isNamed = map.columns.numbers == nil
    let step =
      isNamed
      ? 1 : max(1, Int((min(widest, cell * 3) + 6) / cell) + (widest + 6 > cell ? 1 : 0))
    for (index, value) in labels.enumerated() where index % step == 0 {
      drawing.label(
        value, x + left + (Double(index) + 0.5) * cell, middle: head + (isNamed ? 27 : 28),
        width: cell * Double(step) - 4, size: font, most: isNamed ? 2 : 1, class: "tick small",
        anchor: .middle)
    }
    let body = head + 40
    let rowStep = max(1, Int((13 / tall).rounded(.up)))
    for (line, cells) in panel.cells.enumerated() {
      let top = body + Double(line) * tall
      if line % rowStep == 0 {
        let words = TextWidth.lines(
          map.rows.labels[line], size: font, width: left - 8, most: tall >= 26 ? 2 : 1)
        for (number, text) in words.enumerated() {
          let shift = (Double(number) - Double(words.count - 1) / 2) * 12
          drawing.text(
            text, x + left - 8, top + tall / 2 + 4 + shift, class: "tick small", anchor: .end)
        }
      }
      for (index, content) in cells[columns].enumerated() {
        draw(
          &drawing, content,
          Frame(x: x + left + Double(index) * cell, y: top, width: cell, height: tall))
      }
    }
  }

  private func draw(_ drawing: inout Drawing, _ cell: HeatMap.Cell, _ frame: Frame) {
    let inner = Frame(
      x: frame.x + 0.5, y: frame.y + 0.5, width: frame.width - 1, height: frame.height - 1)
    if let colour = cell.colour {
      drawing.rectangle(inner, fill: .shade(colour), title: cell.title)
    } else {
      drawing.rectangle(inner, class: "empty-cell", title: cell.title)
    }
    if cell.isHollow { Self.hollow(&drawing, inner, title: cell.title) }
    let font = cellFont
    guard frame.height >= 15 else { return }
    let text =
      cell.colour == nil ? Self.short(cell.text, font: font, width: frame.width - 4) : cell.text
    guard TextWidth.of(text, size: font) <= frame.width - 1 else { return }
    drawing.text(
      text, frame.x + frame.width / 2, frame.y + frame.height / 2 + font * 0.36, class: "cell",
      colour: cell.isHollow
        ? .variable("ink") : cell.colour.map { .onShade($0) } ?? .variable("muted"),
      anchor: .middle)
  }

  /// Leaves an outline of what was filled.
  private static func hollow(_ drawing: inout Drawing, _ frame: Frame, title: String? = nil) {
    let edge = min(4, frame.height / 4)
    drawing.rectangle(
      Frame(
        x: frame.x + edge, y: frame.y + edge, width: frame.width - 2 * edge,
        height: frame.height - 2 * edge), class: "hollow-cell", title: title)
  }

  /// Why there is no result, as long as it fits.
  private static func short(_ word: String, font: Double, width: Double) -> String {
    TextWidth.of(word, size: font) <= width ? word : "–"
  }

  // MARK: Legend

  /// Draws the legend, and answers where it ends.
  private func legend(_ drawing: inout Drawing) -> Double {
    switch map.legend {
    case .classes(let hasHollow, let classes):
      let hollow = Legend.Item(label: "hollow: too close to call", width: 16) { drawing, x, y in
        let frame = Frame(x: x, y: y - 7, width: 16, height: 14)
        drawing.rectangle(frame, class: "unnamed-cell")
        Self.hollow(&drawing, frame)
      }
      let legend = Legend(
        items: (hasHollow ? [hollow] : [])
          + classes.map { colour, word in
            Legend.Item(label: word, width: 16) { drawing, x, y in
              drawing.rectangle(Frame(x: x, y: y - 7, width: 16, height: 14), fill: .shade(colour))
            }
          }, size: size == .wide ? 12 : 11)
      legend.draw(&drawing, top: 0)
      return legend.height(size.points) + 10
    case .scale(let scale, let least, let greatest):
      let font = size == .wide ? 12.0 : 11.0
      let start = TextWidth.of(least, size: font) + 8
      let width = size == .wide ? 220.0 : 120
      drawing.text(least, 0, 15, class: "small")
      for step in 0..<40 {
        drawing.rectangle(
          Frame(x: start + Double(step) * width / 40, y: 4, width: width / 40 + 0.3, height: 14),
          fill: .shade(scale.hex(at: (Double(step) + 0.5) / 40)))
      }
      drawing.text(greatest, start + width + 8, 15, class: "small")
      return Self.legendHeight - 10
    }
  }
}
