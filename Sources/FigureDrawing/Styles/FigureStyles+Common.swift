extension FigureStyles {
  /// What all figures have in common.
  package static var common: [StyleRule] { texts + shapes + placements + heat }

  private static let texts = [
    StyleRule(
      .svg, .element("text"),
      look: [
        .init("font-style", "normal"), .init("font-variant", "normal"),
        .init("font-weight", "normal"), .fontSize(13), .init("font-family", .variable("sans")),
        .fill(.variable("ink")),
      ]),
    StyleRule(.svg, "small", look: [.fontSize(12)]),
    StyleRule(.svg, "strong", look: [.fontWeight(600)]),
    StyleRule(.svg, "muted", look: [.fill(.variable("muted"))]),
    StyleRule(.svg, "tick", look: [.fill(.variable("muted"))]),
    StyleRule(.svg, "axis-title", look: [.fontSize(12), .fill(.variable("muted"))]),
  ]

  private static let shapes = [
    StyleRule("grid", look: [.stroke(.variable("grid")), .fill("none")]),
    StyleRule("axis", look: [.stroke(.variable("before")), .fill("none")]),
    StyleRule("before", look: [.fill(.variable("before"))]),
    StyleRule("after", look: [.fill(.variable("after"))]),
    StyleRule("rise", look: [.fill(.variable("rise"))]),
    StyleRule("fall", look: [.fill(.variable("fall"))]),
    StyleRule("link", look: [.stroke(.variable("before")), .strokeWidth(0.8), .fill("none")]),
    StyleRule("gap", look: [.stroke(.variable("paper")), .strokeWidth(1), .fill("none")]),
    StyleRule(.svg, .element("text", "on-after"), look: [.fill(.variable("on-after"))]),
    StyleRule(.svg, .element("text", "on-before"), look: [.fill(.variable("on-before"))]),
    // On light shades, which are dark in the dark.
    StyleRule(.svg, .element("text", "on-light"), look: [.fill(.variable("ink"))]),
    StyleRule("band", look: [.fill(.variable("band"))]),
    StyleRule("attained", look: [.fill("none"), .stroke(.variable("ink")), .strokeWidth(1.2)]),
    StyleRule(
      "proven",
      look: [.fill("none"), .stroke(.variable("muted")), .strokeWidth(1.2), .dashes(3, 3)]),
    StyleRule(
      "chosen-cell", look: [.fill("none"), .stroke(.variable("accent")), .strokeWidth(1.6)]),
    StyleRule("dot", look: [.fill(.variable("ink"))]),
    StyleRule("edged", look: [.stroke(.variable("muted")), .strokeWidth(0.6)]),
  ]

  private static let placements =
    ["domestic", "nearshore", "friendshore", "offshore", "microfactory"].map {
      StyleRule(.all("fill-\($0)"), look: [.fill(.variable($0))])
    }
    + ["domestic", "nearshore", "friendshore", "offshore"].map {
      StyleRule(.svg, .element("text", "on-\($0)"), look: [.fill(.variable("on-\($0)"))])
    }

  /// The classes of shades, from little to much.
  private static let heat =
    [StyleRule("heat-0", look: [.fill(.variable("sea"))])]
    + (1...Palette.heatSteps).flatMap { step in
      let shade = Palette.heat.hex(at: Double(step) / Double(Palette.heatSteps))
      return [
        StyleRule(.all("heat-\(step)"), look: [.fill(.shade(shade))]),
        StyleRule(
          .svg, .element("text", "on-heat-\(step)"), look: [.fill(.onShade(shade))]),
      ]
    }
}
