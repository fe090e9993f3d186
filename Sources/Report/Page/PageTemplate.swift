import Mustache

/// The page's template, and how text is made inert in it.
enum PageTemplate {
  /// The page.
  static func render(_ page: PageView) throws -> String {
    // The library's own escaping goes by characters and lets a quote with a combining accent pass.
    MustacheContentTypes.register(EscapedContent(), named: "ESCAPED")
    let library = MustacheLibrary(templates: [
      "figure": try template(PackageResources.figure_mustache)
    ])
    return try template(PackageResources.report_mustache).render(page, library: library)
  }

  private static func template(_ bytes: [UInt8]) throws -> MustacheTemplate {
    try MustacheTemplate(
      string: "{{% CONTENT_TYPE: ESCAPED}}\n" + String(decoding: bytes, as: UTF8.self))
  }

  private struct EscapedContent: MustacheContentType {
    func escapeText(_ text: String) -> String { text.escaped }
  }
}
