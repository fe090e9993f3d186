package import SupplyPlan

/// The colours of all figures, in one place, with their contrast.
///
/// The four placements go from deep blue to orange, apart in lightness as well as in hue, so that they stay
/// apart for readers who see no red or no green; micro-factories are purple wherever they appear.
package enum Palette {
  /// A colour with the name that its CSS variable and class have.
  package struct Colour: Sendable {
    package let name: String
    /// On light paper.
    package let hex: String
    /// What stands on it.
    package let ink: String
    /// In the dark.
    package let dark: String
    /// What stands on it in the dark.
    package let darkInk: String
  }

  package static let domestic = Colour(
    name: "domestic", hex: "#0b3d66", ink: "#ffffff", dark: "#a9cdf2", darkInk: "#0b1a2a")
  package static let nearshore = Colour(
    name: "nearshore", hex: "#1f78b4", ink: "#ffffff", dark: "#4a9bdc", darkInk: "#06121d")
  package static let friendshore = Colour(
    name: "friendshore", hex: "#4fa08b", ink: "#10201c", dark: "#5db8a0", darkInk: "#0a1613")
  package static let offshore = Colour(
    name: "offshore", hex: "#d9742b", ink: "#1f1206", dark: "#e8883f", darkInk: "#1f1206")
  package static let microfactory = Colour(
    name: "microfactory", hex: "#8a3a8f", ink: "#ffffff", dark: "#c98ace", darkInk: "#1d0a1f")

  /// Every colour that something may stand on, for the style sheet.
  package static let all = [
    domestic, nearshore, friendshore, offshore, microfactory,
    Colour(name: "ink", hex: "#1d2733", ink: "#ffffff", dark: "#e8edf2", darkInk: "#12181f"),
    Colour(name: "muted", hex: "#5b6672", ink: "#ffffff", dark: "#a5b1bd", darkInk: "#12181f"),
    Colour(name: "before", hex: "#8b95a0", ink: "#0f151c", dark: "#7d8893", darkInk: "#0b1016"),
    Colour(name: "after", hex: "#2b3a4a", ink: "#ffffff", dark: "#cdd7e1", darkInk: "#12181f"),
    Colour(name: "rise", hex: "#a83f3a", ink: "#ffffff", dark: "#e58a84", darkInk: "#230a08"),
    Colour(name: "fall", hex: "#5f7489", ink: "#ffffff", dark: "#8ea5bb", darkInk: "#0c131a"),
    Colour(name: "accent", hex: "#b3123d", ink: "#ffffff", dark: "#ff8aa6", darkInk: "#26040d"),
  ]

  /// What everything stands on.
  package static let paper = (hex: "#ffffff", dark: "#12181f")

  /// The grounds, on which no words of their own stand.
  private static let grounds: [(name: String, hex: String, dark: String)] = [
    ("paper", paper.hex, paper.dark), ("rule", "#d5dae0", "#36414d"),
    ("grid", "#e4e8ec", "#2a343f"),
    ("sea", "#f3f6f8", "#1a222b"), ("land", "#dfe4e8", "#303b46"), ("coast", "#ffffff", "#12181f"),
    ("halo", "#ffffff", "#12181f"), ("band", "#ead9df", "#4d2c39"),
  ]

  /// The colour of a placement.
  package static func colour(_ placement: PlacementClass) -> Colour {
    switch placement {
    case .domestic: domestic
    case .nearshore: nearshore
    case .friendshore: friendshore
    case .offshore: offshore
    }
  }

  /// Colours that tell series apart, on lines and dots; each has a contrast of 3 on paper, light or dark.
  package static let series = seriesColours.indices.map { StyleRule.Value.variable("series-\($0)") }

  private static let seriesColours: [(hex: String, dark: String)] = [
    ("#0b3d66", "#a9cdf2"), ("#d9742b", "#e8883f"), ("#2f8a72", "#5db8a0"), ("#8a3a8f", "#c98ace"),
    ("#b3123d", "#ff8aa6"), ("#7d6a00", "#d2be4e"), ("#1f78b4", "#4a9bdc"), ("#5b6672", "#a5b1bd"),
  ]

  /// Light shades that tell classes apart, below ink.
  package static let classes = [
    "#cfe0ee", "#f6cfae", "#bfe3d6", "#e3c6e6", "#f5e3a0", "#f3bcc8", "#b9d3a6", "#d3c7b5",
  ]

  /// Where the reader's system asks for the dark; paper is printed on light.
  package static let darkQuery = "@media screen and (prefers-color-scheme:dark)"

  /// Shades for how much of something bad there is, from little to much, on light paper.
  package static let heat = ColourScale(from: "#fdf3ea", to: "#7a2d08")
  /// How many shades of ``heat`` have a class of their own: `heat-1` and so on, with `on-heat-1` for words on it; `heat-0` is nothing.
  package static let heatSteps = 5

  /// The colours on light paper, by the names of their CSS variables: `name` and `on-name`.
  static let light = Dictionary(
    all.flatMap { [($0.name, $0.hex), ("on-\($0.name)", $0.ink)] }
      + grounds.map { ($0.name, $0.hex) }
      + seriesColours.enumerated().map { ("series-\($0)", $1.hex) },
    uniquingKeysWith: { first, _ in first })

  /// The CSS variables, `--name` and `--on-name`: on light paper, and in the dark where the reader's system asks for it. Paper
  /// is printed on light.
  package static var variables: String {
    let light = light.sorted { $0.key < $1.key }.map { "--\($0):\($1);" }
    let dark =
      all.map { "--\($0.name):\($0.dark);--on-\($0.name):\($0.darkInk);" }
      + grounds.map { "--\($0.name):\($0.dark);" }
      + seriesColours.enumerated().map { "--series-\($0):\($1.dark);" }
    return """
      :root{\(light.joined())}
      \(darkQuery){:root{\(dark.joined())}}

      """
  }
}
