import FigureDrawing
import SupplyPlan

/// A bar of shares, a piece for each placement from domestic to offshore, each with its share in it.
struct PlacementBar {
  let shares: [PlacementClass: Double]
  /// The part of each share that micro-factories make, drawn along the foot of its piece.
  var microfactories: [PlacementClass: Double] = [:]
  /// What the bar is of, for who points at it.
  let name: String

  /// Draws the bar over the whole of `x`.
  ///
  /// - Parameter font: the size of the shares in it; `nil` for a bar too thin for words.
  func draw(
    _ drawing: inout Drawing, x: LinearScale, y: Double, height: Double, font: Double?
  ) {
    var sum = 0.0
    for placement in PlacementClass.allCases {
      guard let share = shares[placement], share > 0 else { continue }
      let start = x(sum)
      let width = x(sum + share) - start
      let micro = microfactories[placement] ?? 0
      let part = micro > 0 ? ", of which micro-factories \(NumberFormat.percent(micro))" : ""
      drawing.rectangle(
        Frame(x: start, y: y, width: max(width - 1, 0.5), height: height),
        class: "fill-\(placement.rawValue)",
        title: """
          \(name): \(placement.word) \(NumberFormat.percent(share))\(part)
          """)
      if micro > 0 {
        let microWidth = max(min(x(sum + micro) - start, width - 1), 1)
        drawing.rectangle(
          Frame(x: start, y: y + height - 7, width: microWidth, height: 7),
          class: "fill-microfactory")
        drawing.line(
          start, y + height - 7.5, start + microWidth, y + height - 7.5, class: "gap")
      }
      let label = NumberFormat.percent(share, places: 0)
      if let font, TextWidth.of(label, size: font) + 8 < width {
        drawing.text(
          label, start + 5, y + (micro > 0 ? 14 : height / 2 + font * 0.36),
          class: "on-\(placement.rawValue)")
      }
      sum += share
    }
  }

  /// The placements with their colours, and micro-factories where there are any.
  static func legend(hasMicrofactories: Bool) -> [Legend.Item] {
    let classes = PlacementClass.allCases.map { placement in
      Legend.Item(label: placement.word, width: 14) { drawing, x, y in
        drawing.rectangle(
          Frame(x: x, y: y - 6, width: 14, height: 12), class: "fill-\(placement.rawValue)")
      }
    }
    guard hasMicrofactories else { return classes }
    return classes + [
      Legend.Item(label: "of which micro-factories", width: 14) { drawing, x, y in
        drawing.rectangle(
          Frame(x: x, y: y - 1, width: 14, height: 7), class: "fill-microfactory")
      }
    ]
  }
}
