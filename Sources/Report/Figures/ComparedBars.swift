import FigureDrawing

/// Sorted bars with their names beside them, each with a thinner one of today above it; in groups with a heading.
struct ComparedBars {
  /// A bar.
  struct Row {
    let name: String
    let before: Double?
    let after: Double
    /// What stands behind the bar.
    let text: String
    /// The class of the bar.
    var style = "after"
    /// A further mark on the bar's scale, such as the peak of a scenario.
    var mark: Double?
    /// All about it, for who points at it.
    var title: String?
  }

  /// Rows under a heading.
  struct Group {
    let heading: String?
    let rows: [Row]
  }

  let groups: [Group]
  /// What the figure is, for readers who do not see it.
  let label: String
  /// The scale's end; the greatest value where `nil`.
  var most: Double?

  /// Draws the bars.
  func draw(_ size: FigureWidth) -> Drawing {
    let isWide = size == .wide
    let font = isWide ? 13.0 : 11.5
    let rows = groups.flatMap(\.rows)
    let left =
      isWide ? min(max(TextWidth.widest(rows.map(\.name), size: font) + 16, 180), 380) : 0
    let values = rows.map { max($0.before ?? 0, $0.after, $0.mark ?? 0) }
    // What stands behind a bar fits behind the longest one.
    let right = TextWidth.widest(rows.map(\.text), size: 12) * 1.06 + 12
    let x = LinearScale(
      domain: 0...max(most ?? values.max() ?? 0, 1e-9), start: left,
      end: size.points - min(max(right, isWide ? 120 : 80), size.points * 0.48))
    var drawing = Drawing(width: size.points, height: 0, label: label)
    var y = 2.0
    for group in groups where !group.rows.isEmpty {
      if let heading = group.heading {
        drawing.text(heading, 0, y + 15, class: "label strong")
        y += 24
      }
      let top = y
      for row in group.rows {
        y = draw(&drawing, row, x: x, y: y, isWide: isWide, font: font)
      }
      // On a phone names stand above the bars, where the axis would cross them.
      if isWide { drawing.line(left, top, left, y - 3, class: "axis") }
      y += 6
    }
    drawing.height = y
    return drawing
  }

  /// Draws a row, and answers where the next one begins.
  private func draw(
    _ drawing: inout Drawing, _ row: Row, x: LinearScale, y top: Double, isWide: Bool,
    font: Double
  ) -> Double {
    let width = isWide ? x.start - 12 : drawing.width
    let lines = Double(TextWidth.mostLines([row.name], size: font, width: width))
    let more = (lines - 1) * Drawing.pitch(font)
    var y = top + (isWide ? more / 2 : 16 + more)
    let thin = row.before == nil ? 0.0 : 6
    let middle = y + thin + 8
    drawing.label(
      row.name, isWide ? x.start - 10 : 0, middle: isWide ? middle : top + 8 + more / 2,
      width: width, size: font, class: "label", anchor: isWide ? .end : .start)
    if let before = row.before {
      drawing.rectangle(
        Frame(x: x.start, y: y, width: x(before) - x.start, height: 5), class: "before",
        title: row.title)
      y += thin
    }
    drawing.rectangle(
      Frame(x: x.start, y: y + 1, width: x(row.after) - x.start, height: 14), class: row.style,
      title: row.title)
    var end = x(row.after)
    if let mark = row.mark {
      drawing.line(x(row.after), y + 8, x(mark), y + 8, class: "whisker")
      drawing.line(x(mark), y + 2, x(mark), y + 14, class: "whisker")
      end = max(end, x(mark))
    }
    end = max(end, row.before.map { x($0) } ?? end)
    drawing.text(row.text, end + 6, middle + 4, class: "small strong")
    return y + 22 + (isWide ? more / 2 : 0)
  }
}
