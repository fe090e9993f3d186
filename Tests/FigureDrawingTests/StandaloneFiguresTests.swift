import Findings
import Foundation
import Testing

@testable import FigureDrawing

/// Figures as files of their own.
@Suite struct StandaloneFiguresTests {
  private static let styles = """
    :root{--ink:#111;--muted:#555}
    svg text{font:13px sans-serif;fill:var(--ink)}
    svg .place{paint-order:stroke;stroke:#fff;stroke-width:3px}
    .land{fill:#ddd}
    .touch{fill:transparent}
    .callout{visibility:hidden}
    .chosen .callout{visibility:visible}
    figure svg svg{overflow:hidden}
    """

  private func svg(_ drawing: String, title: String = "Half & more") throws -> String {
    let figure = Figure(
      kind: "map", title: title, subtitle: "What <is> drawn",
      wide: "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 880 100\">\(drawing)</svg>",
      narrow: "", table: Table(["a"], words: []), note: "Source: flows.csv.")
    let standalone = StandaloneFigures(
      styles: Self.styles, definitions: "<path id=\"land\" d=\"M0 0h9\"/>")
    return try #require(standalone.svg(of: FigureView(figure, suffix: "")))
  }

  @Test func `it has its size, its words and a white ground`() throws {
    let text = try svg("<text class=\"x\" x=\"1\" y=\"2\">a</text>")
    #expect(text.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns="))
    #expect(
      text.contains(try Regex("<svg [^>]*width=\"928\" height=\"(\\d+)\" viewBox=\"0 0 928 \\1\"")))
    #expect(
      text.contains(">Half &amp; more</text>") && text.contains(">What &lt;is&gt; drawn</text>"))
    #expect(text.contains(">Source: flows.csv.</text>"))
    #expect(text.contains("fill=\"#ffffff\""))
    #expect(
      text.contains(
        """
        <text x="1" y="2" fill="#111" font-family="Arial, Helvetica, sans-serif" font-size="13" \
        font-style="normal" font-weight="normal">a</text>
        """))
  }

  @Test func `a long title runs over lines`() throws {
    let text = try svg("", title: Array(repeating: "words", count: 60).joined(separator: " "))
    let lines = text.components(separatedBy: "font-weight=\"bold\"").count - 1
    #expect(lines >= 4)
  }

  @Test(arguments: [
    ("<use href=\"#land\" class=\"land\"/>", "<path d=\"M0 0h9\" fill=\"#ddd\"/>"),
    ("<use href=\"#none\"/>", ""),
    ("<circle class=\"touch\" r=\"5\"/>", ""),
    ("<rect fill=\"none\" width=\"5\"/>", ""),
    (
      "<rect fill=\"none\" stroke=\"#111\" width=\"5\"/>",
      "<rect fill=\"none\" stroke=\"#111\" width=\"5\"/>"
    ),
    ("<g class=\"callout\"><text>a</text></g>", ""),
    (
      "<a class=\"point\" href=\"#plan-1\" aria-label=\"x\" data-point=\"0\"><title>T</title></a>",
      "<g><title>T</title></g>"
    ),
    (
      "<g class=\"chosen\"><g class=\"callout\"><title>T</title></g></g>",
      "<g><g><title>T</title></g></g>"
    ),
    ("<path style=\"fill:#abc\" d=\"M0 0\"/>", "<path d=\"M0 0\" fill=\"#abc\"/>"),
    (
      "<svg x=\"5\" y=\"0\" width=\"100\" height=\"50\" viewBox=\"0 0 200 100\"><path d=\"M0 0\"/></svg>",
      """
      <g clip-path="url(#window-1)"><clipPath id="window-1"><rect x="5" y="0" width="100" height="50"/></clipPath>\
      <g transform="translate(5 0) scale(0.5)"><path d="M0 0"/></g></g>
      """
    ),
  ])
  func `plain shapes`(_ drawing: String, _ plain: String) throws {
    let content = try svg(drawing)
    let start = try #require(content.range(of: "<g transform="))
    let group = content[start.lowerBound...]
    let inner = group[(try #require(group.firstIndex(of: ">")))...].dropFirst()
    #expect(inner == (plain.isEmpty ? "\n</svg>\n" : plain + "</g>\n</svg>\n"))
  }

  /// The halo of a text lies below it also where `paint-order` is not known.
  @Test func `haloes are texts of their own`() throws {
    let text = try svg("<text class=\"place\" x=\"1\" y=\"2\">a</text>")
    let places = text.components(separatedBy: ">a</text>")
    #expect(places.count == 3)
    #expect(places[0].contains("stroke=\"#fff\"") && places[0].contains("fill=\"#fff\""))
    #expect(!places[1].contains("stroke") && places[1].contains("fill=\"#111\""))
  }
}
