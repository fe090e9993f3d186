import Testing

@testable import FigureDrawing

/// What a style sheet says of an element.
@Suite struct StyleSheetTests {
  private static let sheet = StyleSheet(
    """
    :root{--ink:#111;--deep:var(--ink);--pair:light-dark(#222,#ddd)}
    /* a{fill:red} */
    text{font:600 13px/1.2 var(--sans,Arial);fill:var(--deep)}
    .narrow text{fill:red}
    .wide .a,.other{fill:var(--missing,#333)}
    .wide>svg>.b{fill:var(--pair)}
    .dot{r:6.5px;stroke:none!important}
    g .dot{stroke:red}
    .dot:hover,.dot[x]{fill:red}
    @media (prefers-color-scheme:dark){:root{--ink:#eee} text{fill:white}}
    @page{margin:1mm}
    .later{fill:#444}
    """)

  private func style(_ names: [(String, Set<String>)]) -> [String: String] {
    Self.sheet.style(of: names.map { StyledElement($0.0, $0.1) })
  }

  @Test func `variables, shorthands and conditions`() {
    #expect(
      style([("div", ["wide"]), ("svg", []), ("text", [])]) == [
        "fill": "#111", "font-weight": "600", "font-style": "normal", "font-size": "13px",
        "font-family": "Arial",
      ])
  }

  @Test(arguments: [
    (["a"], "#333"), (["other"], "#333"), (["b"], "#222"), (["later"], "#444"),
    // Equally specific, the later one; more specific, that one.
    (["a", "later"], "#333"), (["other", "later"], "#444"),
  ])
  func `selectors`(_ classes: [String], _ fill: String) {
    #expect(style([("div", ["wide"]), ("svg", []), ("path", Set(classes))])["fill"] == fill)
  }

  @Test func `a child is no grandchild`() {
    #expect(style([("div", ["wide"]), ("svg", []), ("g", []), ("path", ["b"])])["fill"] == nil)
  }

  @Test func `importance, and pseudo-classes that are never so`() {
    #expect(
      style([("g", []), ("circle", ["dot"])]) == ["r": "6.5px", "stroke": "none"])
  }
}
