/// Makes figures SVG files of their own, for slides and drawing programs.
///
/// A file holds the figure that a wide screen shows, in light colours on white, with its title above and its source below. It has a size in
/// pixels, plain fonts and plain attributes, and neither script nor style sheet nor a link to anything.
package struct StandaloneFigures {
  private let styles: FigureStyles
  private let definitions: [String: Element]

  /// The fonts of every text, which each system has or replaces by their like.
  static let font = "Arial, Helvetica, sans-serif"

  private static let margin = 24.0

  /// - Parameters:
  ///   - styles: how the elements of figures look.
  ///   - definitions: what the page defines for its figures; each has an `id`.
  package init(styles: FigureStyles, definitions: [Element]) {
    self.styles = styles
    self.definitions = Dictionary(
      definitions.compactMap { element in element["id"].map { ($0, element) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The file of a figure.
  package func svg(of figure: Figure) -> String {
    let drawing = figure.wide
    let width = drawing.width + 2 * Self.margin
    var texts = ""
    var y = Self.margin - 6
    let title = Line(size: 20, leading: 26, isStrong: true, colour: colour("ink"))
    title.write(figure.title, width: drawing.width, to: &texts, below: &y)
    y += 4
    let small = Line(size: 13, leading: 18, isStrong: false, colour: colour("muted"))
    small.write(figure.subtitle, width: drawing.width, to: &texts, below: &y)
    y += 18
    let top = y
    y += drawing.height + 10
    let note = Line(size: 11, leading: 15, isStrong: false, colour: colour("muted"))
    note.write(figure.note, width: drawing.width, to: &texts, below: &y)
    let height = (y + Self.margin).rounded(.up)

    var plain = PlainDrawing(styles: styles, definitions: definitions)
    var content = plain.plain(drawing.element).first ?? Element("g")
    content["transform"] =
      "translate(\(Drawing.number(Self.margin)) \(Drawing.number(top)))"
    let size = "width=\"\(Drawing.number(width))\" height=\"\(Drawing.number(height))\""
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" \(size) \
      viewBox="0 0 \(Drawing.number(width)) \(Drawing.number(height))" font-family="\(Self.font)">
      <title>\(figure.title.escaped)</title>
      <rect \(size) fill="#ffffff"/>
      \(texts)\(content.markup)
      </svg>

      """
  }

  private func colour(_ name: String) -> String { styles.variables[name] ?? "#000000" }
}

/// Lines of text around a figure.
private struct Line {
  let size: Double
  let leading: Double
  let isStrong: Bool
  let colour: String

  /// Writes `text` in as many lines as it takes.
  func write(_ text: String, width: Double, to markup: inout String, below y: inout Double) {
    // Strong letters run wider.
    let size = isStrong ? self.size * 1.08 : self.size
    for line in TextWidth.lines(text, size: size, width: width, most: 40) {
      y += leading
      markup += """
        <text x="24" y="\(Drawing.number(y))" font-size="\(Drawing.number(self.size))" \
        \(isStrong ? "font-weight=\"bold\" " : "")fill="\(colour)">\(line.escaped)</text>

        """
    }
  }
}
