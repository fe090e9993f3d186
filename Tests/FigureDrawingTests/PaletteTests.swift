import Testing

@testable import FigureDrawing

/// What stands on colours can be read, and colours stand out on paper.
@Suite struct PaletteTests {
  /// Text on a colour has a contrast of 4.5, colours on paper one of 3.
  @Test func contrast() {
    for colour in Palette.all {
      #expect(contrast(colour.hex, colour.ink) >= 4.5, "\(colour.name)")
      #expect(contrast(colour.hex, "#ffffff") >= 3, "\(colour.name)")
    }
    for name in ["ink", "muted", "accent"] {
      let colour = Palette.all.first { $0.name == name }
      #expect(contrast(colour?.hex ?? "#ffffff", "#f3f6f8") >= 4.5, "\(name) is text")
    }
  }

  @Test func `classes and series stand out`() {
    for colour in Palette.classes {
      #expect(contrast(colour, ColourScale.ink(on: colour)) >= 7)
    }
    for colour in Palette.series {
      guard case .variable(let name) = colour, let hex = Palette.light[name] else {
        Issue.record("\(colour) is no colour of the page")
        continue
      }
      #expect(contrast(hex, "#ffffff") >= 3, "\(name)")
    }
    #expect(Set(Palette.classes).count == Palette.classes.count)
  }

  /// In the dark more is lighter: the ramp is turned round, and numbers can still be read on it.
  @Test func `the ramp is turned round in the dark`() {
    let shades = (0...20).map { ColourScale.dark(of: Palette.heat.hex(at: Double($0) / 20)) }
    let light = shades.map(ColourScale.luminance)
    #expect(zip(light, light.dropFirst()).allSatisfy { $0 < $1 })
    #expect(light[0] < 0.03 && light[20] > 0.3)
    for shade in shades { #expect(contrast(shade, ColourScale.ink(on: shade)) >= 4.5) }
  }

  @Test func `classes stay apart in the dark, below ink`() throws {
    let ink = try #require(Palette.all.first { $0.name == "ink" })
    let dark = Palette.classes.map { ColourScale.dark(of: $0) }
    #expect(Set(dark).count == Palette.classes.count)
    for colour in dark { #expect(contrast(colour, ink.dark) >= 4.5, "\(colour)") }
  }

  /// A browser that knows no `light-dark` keeps the light shade; a file of its own has it alone.
  @Test func `a shade in markup`() {
    let shade = StyleRule.Declaration.fill(.shade("#7a2d08"))
    #expect(shade.css == "fill:#7a2d08;fill:light-dark(#7a2d08, #df8967)")
    #expect(shade.value.plain([:]) == "#7a2d08")
    let ink = StyleRule.Declaration.fill(.onShade("#7a2d08"))
    #expect(ink.css == "fill:#ffffff;fill:light-dark(#ffffff, #000000)")
    #expect(StyleRule.Declaration.fill("none").css == "fill:none")
  }

  private func contrast(_ one: String, _ other: String) -> Double {
    let (a, b) = (ColourScale.luminance(one), ColourScale.luminance(other))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }
}
