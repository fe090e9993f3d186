/// How a house wants its report to look.
public struct ReportStyle: Sendable, Equatable {
  /// The title; the dataset's name where `nil`.
  public var title: String?
  /// A picture as a `data:` address, which asks for nothing.
  public var logo: String?
  /// The colour of headings and of the plan that is chosen, as `#rrggbb`.
  public var accent: String?

  /// The usual style, or what is given of it.
  public init(title: String? = nil, logo: String? = nil, accent: String? = nil) {
    self.title = title
    self.logo = logo
    self.accent = accent
  }

  /// What it adds to the style sheet.
  var css: String {
    accent.map { ":root{--accent:\($0)}\n" } ?? ""
  }
}
