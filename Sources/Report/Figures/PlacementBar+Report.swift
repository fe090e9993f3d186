import FigureDrawing
import SupplyPlan
import Wording

extension PlacementBar {
  /// Draws the bar with what micro-factories make along the foot of each piece.
  ///
  /// - Parameters:
  ///   - microfactories: the part of each share that micro-factories make.
  ///   - name: what the bar is of, for who points at it.
  func draw(
    _ drawing: inout Drawing, x: LinearScale, y: Double, height: Double, font: Double?,
    microfactories: [PlacementClass: Double] = [:], name: String
  ) {
    func micro(_ piece: Piece) -> Double { microfactories[piece.placement] ?? 0 }
    draw(
      &drawing, x: x, y: y, height: height, font: font,
      title: { piece in
        let part = micro(piece)
        let more = part > 0 ? ", of which micro-factories \(NumberFormat.percent(part))" : ""
        return "\(name): \(piece.placement.word) \(NumberFormat.percent(piece.share))\(more)"
      }, drop: { micro($0) > 0 ? 14 : height / 2 + (font ?? 0) * 0.36 }
    ) { drawing, piece in
      guard micro(piece) > 0 else { return }
      let frame = piece.frame
      let length = x(x.domain.lowerBound + micro(piece)) - x.start
      let width = max(min(length, frame.width - 1), 1)
      let top = frame.bottom - 7
      drawing.rectangle(
        Frame(x: frame.x, y: top, width: width, height: 7), class: "fill-microfactory")
      drawing.line(frame.x, top - 0.5, frame.x + width, top - 0.5, class: "gap")
    }
  }
}
