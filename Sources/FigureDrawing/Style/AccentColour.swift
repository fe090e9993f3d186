/// A colour that a house gives for headings and marks, and the one that stands for it in the dark.
package struct AccentColour {
  /// On light paper, as `#rrggbb`.
  package let hex: String

  package init(hex: String) { self.hex = hex }

  /// The least contrast of text with its paper by WCAG 2, level AA (W3C 2018, success criterion 1.4.3).
  package static let leastContrast = 4.5

  /// Whether `text` is `#` and six hexadecimal digits.
  package static func isColour(_ text: String) -> Bool {
    text.utf8.count == 7 && text.hasPrefix("#")
      && text.dropFirst().allSatisfy { $0.isASCII && $0.isHexDigit }
  }

  /// The contrast with white paper.
  package var contrast: Double { ColourScale.contrast(hex, Palette.paper.hex) }

  /// The colour in the dark: itself where its contrast with dark paper is enough, else the nearest to it on the way to white, in
  /// steps of a hundredth through the OKLab space, that has the contrast.
  package var dark: String {
    let way = ColourScale(from: hex, to: "#ffffff")
    let shades = [hex.lowercased()] + (1...100).map { way.hex(at: Double($0) / 100) }
    return shades.first {
      ColourScale.contrast($0, Palette.paper.dark) >= Self.leastContrast
    } ?? "#ffffff"
  }
}
