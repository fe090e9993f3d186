package import SupplyPlan

/// The colours of all figures, in one place, with their contrast.
///
/// The four placements go from deep blue to orange, apart in lightness as well as in hue, so that they stay
/// apart for readers who see no red or no green; micro-factories are purple wherever they appear.
package enum Palette {
  /// A colour with the name that its CSS variable and class have.
  package struct Colour: Sendable {
    package let name: String
    package let hex: String
    /// What stands on it.
    package let ink: String
  }

  package static let domestic = Colour(name: "domestic", hex: "#0b3d66", ink: "#ffffff")
  package static let nearshore = Colour(name: "nearshore", hex: "#1f78b4", ink: "#ffffff")
  package static let friendshore = Colour(name: "friendshore", hex: "#4fa08b", ink: "#10201c")
  package static let offshore = Colour(name: "offshore", hex: "#d9742b", ink: "#1f1206")
  package static let microfactory = Colour(name: "microfactory", hex: "#8a3a8f", ink: "#ffffff")

  /// Every colour, for the style sheet.
  package static let all = [
    domestic, nearshore, friendshore, offshore, microfactory,
    Colour(name: "ink", hex: "#1d2733", ink: "#ffffff"),
    Colour(name: "muted", hex: "#5b6672", ink: "#ffffff"),
    Colour(name: "before", hex: "#8b95a0", ink: "#0f151c"),
    Colour(name: "after", hex: "#2b3a4a", ink: "#ffffff"),
    Colour(name: "rise", hex: "#a83f3a", ink: "#ffffff"),
    Colour(name: "fall", hex: "#5f7489", ink: "#ffffff"),
    Colour(name: "accent", hex: "#b3123d", ink: "#ffffff"),
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

  /// Colours that tell series apart, on lines and dots; each has a contrast of 3 on paper.
  package static let series = [
    "#0b3d66", "#d9742b", "#2f8a72", "#8a3a8f", "#b3123d", "#7d6a00", "#1f78b4", "#5b6672",
  ]

  /// Light colours that tell classes apart, below dark text.
  package static let classes = [
    "#cfe0ee", "#f6cfae", "#bfe3d6", "#e3c6e6", "#f5e3a0", "#f3bcc8", "#b9d3a6", "#d3c7b5",
  ]

  /// The CSS variables, `--name` and `--on-name`.
  package static var variables: String {
    all.map { "--\($0.name):\($0.hex);--on-\($0.name):\($0.ink);" }.joined()
  }
}
