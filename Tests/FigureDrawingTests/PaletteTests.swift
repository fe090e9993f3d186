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

  private func contrast(_ one: String, _ other: String) -> Double {
    let (a, b) = (ColourScale.luminance(one), ColourScale.luminance(other))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }
}
