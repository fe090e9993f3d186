import Mustache

/// Pages from templates, and how text is made inert in them.
package enum PageTemplate {
  /// The style sheet that all pages have in common: colours, type, figures, tables, paper.
  package static var styles: String {
    Palette.variables + FigureStyles(FigureStyles.common).css
      + String(decoding: PackageResources.page_css, as: UTF8.self)
  }

  /// The page that `template` makes of `page`; the template may ask for the partial `figure`, of a ``FigureView``.
  package static func render(_ page: some Any, template: [UInt8]) throws -> String {
    // The library's own escaping goes by characters and lets a quote with a combining accent pass.
    MustacheContentTypes.register(EscapedContent(), named: "ESCAPED")
    let library = MustacheLibrary(templates: [
      "figure": try parsed(PackageResources.figure_mustache)
    ])
    return try parsed(template).render(page, library: library)
  }

  private static func parsed(_ bytes: [UInt8]) throws -> MustacheTemplate {
    try MustacheTemplate(
      string: "{{% CONTENT_TYPE: ESCAPED}}\n" + String(decoding: bytes, as: UTF8.self))
  }

  private struct EscapedContent: MustacheContentType {
    func escapeText(_ text: String) -> String { text.escaped }
  }
}
