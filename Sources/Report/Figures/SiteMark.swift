import FigureDrawing
import SupplyData

/// The marks of sites: the shape says what a site is, the fill what becomes of it.
enum SiteMark {
  /// The outline of a kind's mark, of about the same area for all kinds.
  static func path(_ kind: FacilityKind, _ x: Double, _ y: Double, radius: Double) -> String {
    let corners: [(Double, Double)] =
      switch kind {
      case .supplier: [(0, -1.25), (1.15, 0.8), (-1.15, 0.8)]
      case .plant: [(-0.88, -0.88), (0.88, -0.88), (0.88, 0.88), (-0.88, 0.88)]
      case .microfactory: [(0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)]
      case .warehouse: [(-1, -0.3), (0, -1.15), (1, -0.3), (1, 0.85), (-1, 0.85)]
      }
    return Drawing.polyline(corners.map { (x + $0.0 * radius, y + $0.1 * radius) }) + "Z"
  }

  /// Draws a site's mark.
  static func draw(
    _ drawing: inout Drawing, _ kind: FacilityKind, _ state: SiteState, x: Double, y: Double,
    radius: Double, title: String? = nil
  ) {
    let micro = kind == .microfactory ? " micro" : ""
    drawing.path(
      path(kind, x, y, radius: radius), class: "site \(state.rawValue)\(micro)", title: title)
    if state == .closed {
      let arm = radius * 0.55
      drawing.line(x - arm, y - arm, x + arm, y + arm, class: "cross")
      drawing.line(x - arm, y + arm, x + arm, y - arm, class: "cross")
    }
  }

  /// The word for a kind.
  static func word(_ kind: FacilityKind) -> String {
    switch kind {
    case .supplier: "supplier"
    case .plant: "plant"
    case .microfactory: "micro-factory"
    case .warehouse: "warehouse"
    }
  }
}
