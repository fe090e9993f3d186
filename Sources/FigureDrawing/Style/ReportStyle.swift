/// How a house wants its reports to look: what a `report.yaml` says.
///
/// ``read(from:)`` reads the file.
public struct ReportStyle: Sendable, Equatable {
  /// The name of its file in an output folder.
  public static let file = "report.yaml"

  /// The title; the dataset's name where `nil`.
  public var title: String?
  /// A picture as a `data:` address, which asks for nothing.
  public var logo: String?
  /// The colour of headings and of the plan that is chosen, as `#rrggbb`; its contrast with white paper is 4.5 or more.
  public var accent: String?

  /// The usual style, or what is given of it.
  public init(title: String? = nil, logo: String? = nil, accent: String? = nil) {
    self.title = title
    self.logo = logo
    self.accent = accent
  }

  /// What it adds to the style sheet: the accent on light paper and in the dark, with what stands on it and its tint behind a band.
  package var css: String {
    guard let accent else { return "" }
    let colour = AccentColour(hex: accent)
    let light = Self.css(accentOnLight)
    let dark = Self.css(Self.variables(colour.dark, on: Palette.paper.dark, tint: 0.3))
    return """
      :root{\(light)}
      \(Palette.darkQuery){:root{\(dark)}}

      """
  }

  /// The colours that go with the accent on light paper, by the names of their variables.
  var accentOnLight: [String: String] {
    accent.map { Self.variables($0, on: Palette.paper.hex, tint: 0.16) } ?? [:]
  }

  private static func variables(
    _ hex: String, on paper: String, tint: Double
  ) -> [String: String] {
    [
      "accent": hex, "on-accent": ColourScale.ink(on: hex),
      "band": ColourScale(from: paper, to: hex).hex(at: tint),
    ]
  }

  private static func css(_ variables: [String: String]) -> String {
    variables.sorted { $0.key < $1.key }.map { "--\($0):\($1);" }.joined()
  }
}
