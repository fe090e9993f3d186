import FigureDrawing

extension Document {
  /// The document as one HTML file that asks for nothing else.
  func page(style: ReportStyle = ReportStyle()) throws -> String {
    try PageTemplate.render(
      DocumentPage(self, style: style), template: PackageResources.comparison_mustache)
  }
}

/// What the template shows, as texts: the names are those of `comparison.mustache`.
struct DocumentPage {
  let styles: String
  let logo: String?
  let title: String
  let question: String
  let finding: String
  let opening: [String]
  let sections: [SectionView]
  let definitions: [Definition]

  /// Whether there are so many parts that a list of them helps.
  let hasContents: Bool

  init(_ document: Document, style: ReportStyle) {
    styles =
      PageTemplate.styles + String(decoding: PackageResources.comparison_css, as: UTF8.self)
      + style.css
    logo = style.logo
    title = style.title ?? document.title
    question = document.question
    finding = document.finding
    opening = document.opening
    sections = document.sections.enumerated().map { index, section in
      SectionView(section, id: "part-\(index + 1)") { "-\(index + 1)-\($0 + 1)" }
    }
    hasContents = sections.count > 2
    definitions = document.definitions
  }
}
