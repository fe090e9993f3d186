package import SupplyPlan
import Wording

/// A bar of shares, a piece for each placement from domestic to offshore, each with its share in it.
package struct PlacementBar {
  /// The share of a placement in a bar, and where it is drawn.
  package struct Piece {
    package let placement: PlacementClass
    package let share: Double
    /// The space between it and the next one included.
    package let frame: Frame
  }

  package let shares: [PlacementClass: Double]

  package init(shares: [PlacementClass: Double]) { self.shares = shares }

  /// Draws the bar over the whole of `x`.
  ///
  /// - Parameters:
  ///   - font: the size of the shares in it; `nil` for a bar too thin for words.
  ///   - title: all about a piece, for who points at it.
  ///   - drop: how far below the top of a piece its share stands.
  ///   - mark: what is drawn on a piece, below its share.
  package func draw(
    _ drawing: inout Drawing, x: LinearScale, y: Double, height: Double, font: Double?,
    title: (Piece) -> String, drop: (Piece) -> Double,
    mark: (inout Drawing, Piece) -> Void = { _, _ in }
  ) {
    var sum = 0.0
    for placement in PlacementClass.allCases {
      guard let share = shares[placement], share > 0 else { continue }
      let piece = Piece(
        placement: placement, share: share,
        frame: Frame(x: x(sum), y: y, width: x(sum + share) - x(sum), height: height))
      let frame = piece.frame
      drawing.rectangle(
        Frame(x: frame.x, y: y, width: max(frame.width - 1, 0.5), height: height),
        class: "fill-\(placement.rawValue)", title: title(piece))
      mark(&drawing, piece)
      let label = NumberFormat.percent(share, places: 0)
      if let font, TextWidth.of(label, size: font) + 8 < frame.width {
        drawing.text(
          label, frame.x + 5, y + drop(piece), class: "on-\(placement.rawValue)")
      }
      sum += share
    }
  }

  /// The placements with their colours, and micro-factories where there are any.
  package static func legend(hasMicrofactories: Bool) -> [Legend.Item] {
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
