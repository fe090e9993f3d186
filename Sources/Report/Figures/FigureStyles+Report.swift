import FigureDrawing

extension FigureStyles {
  /// How the figures of a report look.
  static func report(_ style: ReportStyle) -> FigureStyles {
    FigureStyles(common + ofReport, style: style)
  }

  /// What a report's figures have beyond all others.
  static let ofReport = frontier + cells + lines + sites

  private static let frontier = [
    StyleRule("cut", look: [.fill(.variable("paper"))]),
    // Sales not made are no money spent: their bar is hollow.
    StyleRule(
      .all("unsold", "rise"),
      look: [
        .fill(.variable("paper")), .stroke(.variable("rise")), .strokeWidth(1.6), .dashes(4, 2),
      ]),
    StyleRule(
      .all("unsold", "fall"),
      look: [
        .fill(.variable("paper")), .stroke(.variable("fall")), .strokeWidth(1.6), .dashes(4, 2),
      ]),
    StyleRule("unproved", look: [.stroke(.variable("muted")), .dashes(2, 4), .fill("none")]),
    StyleRule(
      "current",
      look: [.fill(.variable("paper")), .stroke(.variable("muted")), .strokeWidth(2.5)]),
    // Takes clicks near a point.
    StyleRule("touch", look: [.fill("transparent")]),
    StyleRule("ring", look: [.fill("none"), .stroke("none")]),
    StyleRule("point", "callout", look: [.hidden]),
    StyleRule("chosen", "dot", look: [.fill(.variable("accent")), .init("r", .pixels(6.5))]),
    StyleRule("chosen", "ring", look: [.stroke(.variable("accent")), .strokeWidth(2)]),
    StyleRule("chosen", "callout", look: [.visible]),
    StyleRule("chosen", "callout", .element("text"), look: [.fill(.variable("accent"))]),
  ]

  private static let cells = [
    StyleRule(
      "grid-cell", look: [.fill(.variable("paper")), .stroke(.variable("before")), .strokeWidth(1)]),
    StyleRule(
      "range",
      look: [
        .stroke(.variable("paper")), .strokeWidth(3), .fill("none"), .strokeOpacity(0),
      ]),
    StyleRule(
      "period-dot",
      look: [.fill(.variable("paper")), .stroke(.variable("ink")), .strokeWidth(1.2)]),
    StyleRule(
      "whisker", look: [.stroke(.variable("accent")), .strokeWidth(1.6), .fill("none")]),
    StyleRule(
      "knee",
      look: [.stroke(.variable("accent")), .strokeWidth(1.2), .dashes(5, 3), .fill("none")]),
    StyleRule(.svg, .element("text", "knee-label"), look: [.fill(.variable("accent"))]),
  ]

  private static let lines =
    [
      StyleRule("sea", look: [.fill(.variable("sea"))]),
      StyleRule(
        "land",
        look: [
          .fill(.variable("land")), .stroke(.variable("coast")), .strokeWidth(0.7),
          .lineJoin("round"),
        ]),
      StyleRule("arc", look: [.fill("none"), .strokeOpacity(0.72), .lineCap("round")]),
      StyleRule(
        .all("arc", "solid"), look: [.strokeWidth(4), .strokeOpacity(1), .lineCap("butt")]),
      StyleRule(
        .all("arc", "gauge"),
        look: [.stroke(.variable("muted")), .lineCap("butt"), .strokeOpacity(1)]),
    ]
    + ["domestic", "nearshore", "friendshore", "offshore"].map {
      StyleRule(.all("arc", $0), look: [.stroke(.variable($0))])
    }

  private static let sites = [
    StyleRule(
      "site", look: [.stroke(.variable("paper")), .strokeWidth(1), .fill(.variable("muted"))]),
    StyleRule(.all("site", "kept"), look: [.fill(.variable("ink"))]),
    StyleRule(.all("site", "opened"), look: [.fill(.variable("accent"))]),
    StyleRule(.all("site", "micro", "kept"), look: [.fill(.variable("microfactory"))]),
    StyleRule(
      .all("site", "micro", "opened"),
      look: [
        .fill(.variable("microfactory")), .stroke(.variable("accent")), .strokeWidth(1.6),
      ]),
    StyleRule(
      .all("site", "closed"),
      look: [.fill(.variable("paper")), .stroke(.variable("ink")), .strokeWidth(1.2)]),
    StyleRule(
      .all("site", "idle"),
      look: [.fill(.variable("paper")), .stroke(.variable("ink")), .strokeWidth(1.4)]),
    StyleRule(
      .all("site", "unused"),
      look: [.fill(.variable("sea")), .stroke(.variable("before")), .strokeWidth(1)]),
    StyleRule("cross", look: [.stroke(.variable("ink")), .strokeWidth(1.3), .fill("none")]),
    StyleRule(
      "customer", .element("circle"),
      look: [.fill(.variable("paper")), .stroke(.variable("ink")), .strokeWidth(1.3)]),
    // The names of sites, with a halo.
    StyleRule(
      .svg, "place",
      look: [
        .fontSize(11.5), .init("paint-order", "stroke"), .stroke(.variable("halo")),
        .strokeOpacity(0.85), .strokeWidth(3), .lineJoin("round"),
      ]),
    StyleRule(
      .svg, .all("place", "new"), look: [.fill(.variable("accent")), .fontWeight(600)]),
    StyleRule(
      .svg, .all("place", "gone"),
      look: [.fill(.variable("muted")), .init("font-style", "italic")]),
    StyleRule("leader", look: [.strokeWidth(0.7)]),
    // Names that show where the map is zoomed.
    StyleRule("detail", look: [.init("display", "none")]),
  ]
}
