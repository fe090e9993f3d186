import Foundation

/// Colours for numbers, from light to dark, in steps that look equal: straight through the OKLab space.
///
/// Björn Ottosson, "A perceptual color space for image processing" (2020), https://bottosson.github.io/posts/oklab/.
package struct ColourScale: Sendable {
  private let light: [Double]
  private let dark: [Double]

  /// The scale from a colour to a darker one, both as `#rrggbb`.
  package init(from light: String, to dark: String) {
    self.light = Self.lab(Self.linear(light))
    self.dark = Self.lab(Self.linear(dark))
  }

  /// The colour at a share of the way, from 0 to 1.
  package func hex(at share: Double) -> String {
    let share = min(max(share, 0), 1)
    let lab = zip(light, dark).map { $0 + share * ($1 - $0) }
    return Self.hex(Self.rgb(lab))
  }

  /// The colour that stands for `hex` in the dark: of the same hue, with light and dark exchanged, so that what stands out on white
  /// paper stands out on dark paper as much.
  package static func dark(of hex: String) -> String {
    let lab = lab(linear(hex))
    // White goes to a little above dark paper, black to white.
    return self.hex(rgb([1.02 - 0.76 * lab[0], lab[1], lab[2]]))
  }

  /// Black or white, whichever stands out more on a colour: the contrast is never below 4.5.
  package static func ink(on hex: String) -> String {
    luminance(hex) > 0.179 ? "#000000" : "#ffffff"
  }

  /// The relative luminance of a colour, by WCAG 2.
  package static func luminance(_ hex: String) -> Double {
    let rgb = linear(hex)
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]
  }

  /// The contrast of two colours by WCAG 2, from 1 to 21.
  package static func contrast(_ first: String, _ second: String) -> Double {
    let (a, b) = (luminance(first), luminance(second))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  private static func linear(_ hex: String) -> [Double] {
    let value = Int(hex.dropFirst(), radix: 16) ?? 0
    return [value >> 16, value >> 8 & 255, value & 255].map { channel in
      let share = Double(channel) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
  }

  private static func hex(_ rgb: [Double]) -> String {
    let value = rgb.reduce(0) { sum, linear in
      let share = linear <= 0.0031308 ? linear * 12.92 : 1.055 * pow(linear, 1 / 2.4) - 0.055
      return sum << 8 | Int((min(max(share, 0), 1) * 255).rounded())
    }
    let digits = String(value, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }

  private static func product(_ matrix: [[Double]], _ vector: [Double]) -> [Double] {
    matrix.map { row in zip(row, vector).reduce(0) { $0 + $1.0 * $1.1 } }
  }

  private static func lab(_ rgb: [Double]) -> [Double] {
    let cones = product(
      [
        [0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
      ], rgb)
    return product(
      [
        [0.2104542553, 0.7936177850, -0.0040720468], [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
      ], cones.map(cbrt))
  }

  private static func rgb(_ lab: [Double]) -> [Double] {
    let roots = product(
      [
        [1, 0.3963377774, 0.2158037573], [1, -0.1055613458, -0.0638541728],
        [1, -0.0894841775, -1.2914855480],
      ], lab)
    return product(
      [
        [4.0767416621, -3.3077115913, 0.2309699292], [-1.2684380046, 2.6097574011, -0.3413193965],
        [-0.0041960863, -0.7034186147, 1.7076147010],
      ], roots.map { $0 * $0 * $0 })
  }
}
