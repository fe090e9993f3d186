package import Wording

/// The axes of cost against resilience: costs on the left, shares below.
package struct FrontierAxes {
  package let plot: Frame
  package let x: LinearScale
  package let y: LinearScale

  package init(plot: Frame, x: LinearScale, y: LinearScale) {
    self.plot = plot
    self.x = x
    self.y = y
  }

  /// A domain for values with room on both sides: a share of their span, or of their size where they are all the same.
  package static func domain(
    _ values: [Double], room: Double, ofSize: Double, least smallest: Double, most: Double? = nil
  ) -> ClosedRange<Double> {
    guard let least = values.min(), let greatest = values.max() else { return 0...1 }
    let room =
      greatest > least ? (greatest - least) * room : max(abs(greatest) * ofSize, smallest)
    let upper = most.map { min($0, greatest + room) } ?? greatest + room
    return least - room...max(upper, greatest)
  }

  /// Draws them.
  ///
  /// - Parameters:
  ///   - top: where the title of the costs stands.
  ///   - drop: how far below the plot the title of the shares stands.
  package func draw(
    _ drawing: inout Drawing, money: MoneyFormat, size: FigureWidth, top: Double, drop: Double
  ) {
    let costs = y.ticks(size == .wide ? 6 : 5)
    drawing.levels(zip(costs, money.axisLabels(costs)), plot: plot, y: y, class: "tick")
    let shares = x.ticks(size == .wide ? 8 : 4)
    for (tick, label) in zip(shares, NumberFormat.shareLabels(shares)) {
      drawing.line(x(tick), plot.bottom, x(tick), plot.bottom + 5, class: "axis")
      drawing.text(label, x(tick), plot.bottom + 20, class: "tick", anchor: .middle)
    }
    drawing.line(plot.x, plot.bottom, plot.right, plot.bottom, class: "axis")
    drawing.text("Total cost", 0, top, class: "axis-title")
    drawing.text(
      "Resilience: share of a year’s sales kept →", plot.right, plot.bottom + drop,
      class: "axis-title", anchor: .end)
  }
}

extension Drawing {
  /// Draws a line across a plot for each of some values, with its label on the left.
  package mutating func levels(
    _ ticks: some Sequence<(Double, String)>, plot: Frame, y: LinearScale, class style: String
  ) {
    for (tick, label) in ticks {
      line(plot.x, y(tick), plot.right, y(tick), class: "grid")
      text(label, plot.x - 8, y(tick) + 4, class: style, anchor: .end)
    }
  }
}
