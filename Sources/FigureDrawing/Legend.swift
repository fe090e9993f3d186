/// A line of marks with their words below a figure, wrapped to its width.
package struct Legend {
  /// A mark and its word.
  package struct Item {
    package let label: String
    /// The mark's width.
    package let width: Double
    /// Draws the mark with its middle left at a point.
    package let mark: (inout Drawing, Double, Double) -> Void

    package init(
      label: String, width: Double, mark: @escaping (inout Drawing, Double, Double) -> Void
    ) {
      self.label = label
      self.width = width
      self.mark = mark
    }
  }

  package let items: [Item]
  package let size: Double

  package init(items: [Item], size: Double) {
    self.items = items
    self.size = size
  }

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
  package func height(_ width: Double) -> Double {
    items.isEmpty ? 0 : Double(lines(width).count) * Self.lineHeight
  }

  /// Draws the legend with its upper edge at `top`.
  package func draw(_ drawing: inout Drawing, top: Double) {
    for (row, line) in lines(drawing.width).enumerated() {
      let y = top + (Double(row) + 0.5) * Self.lineHeight
      for (item, x) in line {
        item.mark(&drawing, x, y)
        drawing.text(item.label, x + item.width + 6, y + size * 0.35, class: "small")
      }
    }
  }
}
