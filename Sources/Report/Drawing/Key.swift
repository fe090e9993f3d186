/// A line of marks with their words below a figure, wrapped to its width.
struct Key {
  /// A mark and its word.
  struct Item {
    let label: String
    /// The mark's width.
    let width: Double
    /// Draws the mark with its middle left at a point.
    let mark: (inout Drawing, Double, Double) -> Void
  }

  let items: [Item]
  let size: Double

  private static let lineHeight = 22.0

  /// The lines of items that fit beside one another.
  private func lines(_ width: Double) -> [[(item: Item, x: Double)]] {
    var lines: [[(item: Item, x: Double)]] = [[]]
    var x = 0.0
    for item in items {
      let length = item.width + 6 + TextWidth.of(item.label, size: size)
      if x > 0, x + length > width {
        lines.append([])
        x = 0
      }
      lines[lines.count - 1].append((item, x))
      x += length + 18
    }
    return lines
  }

  /// The height in a figure of `width`.
  func height(_ width: Double) -> Double {
    items.isEmpty ? 0 : Double(lines(width).count) * Self.lineHeight
  }

  /// Draws the key with its upper edge at `top`.
  func draw(_ drawing: inout Drawing, top: Double) {
    for (row, line) in lines(drawing.width).enumerated() {
      let y = top + (Double(row) + 0.5) * Self.lineHeight
      for (item, x) in line {
        item.mark(&drawing, x, y)
        drawing.text(item.label, x + item.width + 6, y + size * 0.35, class: "small")
      }
    }
  }
}
