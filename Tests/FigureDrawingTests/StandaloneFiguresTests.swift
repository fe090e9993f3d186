import Findings
import Foundation
import Testing

@testable import FigureDrawing

/// Figures as files of their own.
@Suite struct StandaloneFiguresTests {
  private static let styles = FigureStyles([
    StyleRule(
      .svg, .element("text"),
      look: [
        .init("font-style", "normal"), .init("font-variant", "normal"),
        .init("font-family", .variable("sans")), .fontSize(13), .fill(.variable("ink")),
      ]),
    StyleRule(
      .svg, "place",
      look: [.init("paint-order", "stroke"), .stroke("#ffffff"), .init("stroke-width", .pixels(3))]),
    StyleRule("land", look: [.fill("#dddddd"), .strokeWidth(0.7)]),
    StyleRule("touch", look: [.fill("transparent")]),
    StyleRule("callout", look: [.hidden]),
    StyleRule("chosen", "callout", look: [.visible]),
    StyleRule("detail", look: [.init("display", "none")]),
  ])

  private func svg(
    title: String = "Half & more", _ draw: (inout Drawing) -> Void = { _ in }
  ) -> String {
    var drawing = Drawing(width: 880, height: 100, label: "a")
    draw(&drawing)
    let figure = Figure(
      kind: "map", title: title, subtitle: "What <is> drawn", wide: drawing, narrow: drawing,
      table: Table(["a"], words: []), note: "Source: flows.csv.")
    let land = Element("path", [.plain("id", "land"), .plain("d", "M0 0h9")])
    return StandaloneFigures(styles: Self.styles, definitions: [land]).svg(of: figure)
  }

  @Test func `it has its size, its words and a white ground`() throws {
    let text = svg { $0.text("a & b", 1, 2, class: "x") }
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
        <text x="1" y="2" fill="#1d2733" font-family="Arial, Helvetica, sans-serif" font-size="13" \
        font-style="normal">a &amp; b</text>
        """))
  }

  @Test func `a long title runs over lines`() throws {
    let text = svg(title: Array(repeating: "words", count: 60).joined(separator: " "))
    let lines = text.components(separatedBy: "font-weight=\"bold\"").count - 1
    #expect(lines >= 4)
  }

  private static let shapes: [(Element, plain: String)] = [
    (
      Element("use", [.plain("href", "#land"), .classes("land")]),
      "<path d=\"M0 0h9\" fill=\"#dddddd\" stroke-width=\"0.7\"/>"
    ),
    (Element("use", [.plain("href", "#none")]), ""),
    (Element("circle", [.classes("touch"), .plain("r", "5")]), ""),
    (Element("rect", [.plain("fill", "none"), .plain("width", "5")]), ""),
    (
      Element("rect", [.plain("fill", "none"), .plain("stroke", "#111")]),
      "<rect fill=\"none\" stroke=\"#111\"/>"
    ),
    (Element("g", [.classes("callout")], children: [.element(Element("text"))]), ""),
    (Element("g", [.classes("fixed detail")], children: [.element(Element("text"))]), ""),
    (
      Element(
        "a",
        [
          .classes("point"), .plain("href", "#plan-1"), .plain("aria-label", "x"),
          .plain("data-point", "0"),
        ], children: [.element(Element("title", children: [.text("T")]))]),
      "<g><title>T</title></g>"
    ),
    (
      Element(
        "g", [.classes("chosen")], children: [.element(Element("g", [.classes("callout")]))]),
      "<g><g/></g>"
    ),
    (
      Element("path", [.own(.fill("#aabbcc")), .plain("d", "M0 0")]),
      "<path d=\"M0 0\" fill=\"#aabbcc\"/>"
    ),
    (
      Element(
        "svg",
        [
          .plain("x", "5"), .plain("y", "0"), .plain("width", "100"), .plain("height", "50"),
        ], children: [.element(Element("path", [.plain("d", "M0 0")]))]),
      """
      <g clip-path="url(#window-1)"><clipPath id="window-1"><rect x="5" y="0" width="100" height="50"/></clipPath>\
      <g transform="translate(5 0)"><path d="M0 0"/></g></g>
      """
    ),
  ]

  @Test(arguments: shapes.indices) func `plain shapes`(_ index: Int) throws {
    let (element, plain) = Self.shapes[index]
    let content = svg { drawing in
      drawing.append(element)
    }
    let start = try #require(content.range(of: "<g transform="))
    let group = content[start.lowerBound...]
    let inner = group[(try #require(group.firstIndex(of: ">")))...].dropFirst()
    #expect(inner == (plain.isEmpty ? "\n</svg>\n" : plain + "</g>\n</svg>\n"))
  }

  /// The halo of a text lies below it also where `paint-order` is not known.
  @Test func `haloes are texts of their own`() throws {
    let text = svg { $0.text("a", 1, 2, class: "place") }
    let places = text.components(separatedBy: ">a</text>")
    #expect(places.count == 3)
    #expect(places[0].contains("stroke=\"#ffffff\"") && places[0].contains("fill=\"#ffffff\""))
    #expect(!places[1].contains("stroke") && places[1].contains("fill=\"#1d2733\""))
  }
}
