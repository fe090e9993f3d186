import FigureDrawing
import Findings

/// Sites against outputs: a box for each period, filled where the site is open.
struct SiteMatrix {
  /// The most sites drawn; the table has all.
  static let most = 40

  let rows: [SiteSection.Row]
  /// How many sites more there are.
  let left: Int
  let names: [String]
  let table: Table

  /// The figure with its table.
  func figure() -> Figure {
    let more = left > 0 ? " More sites are in the table: \(left)." : ""
    return Figure(
      kind: "sites", title: "Sites that differ",
      subtitle:
        "One box for each period, in order: filled where the site is open, empty where it is closed.",
      wide: draw(.wide), narrow: draw(.narrow), table: table,
      note: "A dash: no plan, or no such site in that dataset.\(more)")
  }

  private func draw(_ size: FigureWidth) -> Drawing {
    let font = size == .wide ? 13.0 : 11.0
    let widest = rows.map { TextWidth.of($0.name, size: font) }.max() ?? 0
    let left = min(widest + 14, size.points * (size == .wide ? 0.32 : 0.34))
    let column = min((size.points - left) / Double(max(names.count, 1)), 230)
    let isWrapped =
      TextWidth.mostLines(rows.map(\.name), size: font, width: left - 10) > 1
    let tall = isWrapped ? 2 * font + 4 : 24.0
    let head = size == .wide ? 24.0 : 40.0
    var drawing = Drawing(
      width: size.points, height: head + Double(rows.count) * tall + 4,
      label: "Sites that are open in some outputs only. The table below has them all.")
    for (index, name) in names.enumerated() {
      let lines = TextWidth.lines(name, size: font, width: column - 8, most: size == .wide ? 1 : 2)
      for (line, text) in lines.enumerated() {
        drawing.text(
          text, left + Double(index) * column, 14 + Double(line) * 15, class: "small strong")
      }
    }
    for (row, site) in rows.enumerated() {
      let y = head + Double(row) * tall
      drawing.line(0, y, size.points, y, class: "grid")
      drawing.label(
        site.name, 0, middle: y + tall / 2, width: left - 10, size: font, class: "label")
      for (index, open) in site.open.enumerated() {
        let x = left + Double(index) * column
        let end = boxes(
          &drawing, open, "\(site.name), \(names[index])", x: x, y: y, width: column)
        let words = Self.word(open)
        if TextWidth.of(words, size: 12) < x + column - end - 14 {
          drawing.text(words, end + 4, y + 16, class: "small muted")
        }
      }
    }
    return drawing
  }

  /// Whether it is open throughout, in a word; nothing where that changes.
  private static func word(_ open: [Bool]?) -> String {
    guard let open, let first = open.first, !open.contains(!first) else { return "" }
    return first ? "open" : "closed"
  }

  /// Draws the boxes of a site, and answers where they end.
  private func boxes(
    _ drawing: inout Drawing, _ open: [Bool]?, _ label: String, x: Double, y: Double, width: Double
  ) -> Double {
    guard let open, !open.isEmpty else {
      drawing.text("–", x, y + 16, class: "small muted")
      return x + 10
    }
    let step = min(22, (width - 10) / Double(open.count))
    for (period, isOpen) in open.enumerated() {
      let box = Frame(
        x: x + Double(period) * step, y: y + 5, width: max(step - 3, 1), height: 14)
      drawing.rectangle(
        box, class: isOpen ? "after" : "closed-cell",
        title: isOpen
          ? "\(label): open in period \(period + 1)"
          : "\(label): closed in period \(period + 1)")
    }
    return x + Double(open.count) * step
  }
}
