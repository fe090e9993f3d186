import Testing

@testable import FigureDrawing

/// What rules say of an element, and the style sheet that they make.
@Suite struct FigureStylesTests {
  private static let styles = FigureStyles(
    [
      StyleRule(.svg, .element("text"), look: [.fill(.variable("accent")), .fontSize(13)]),
      StyleRule("a", look: [.fill("#333333")]),
      StyleRule("later", look: [.fill("#444444"), .strokeWidth(0.5)]),
      StyleRule(.all("a", "b"), look: [.dashes(3, 2.5)]),
      StyleRule("outer", "inner", look: [.fill("none")]),
      StyleRule("outer", .element("g"), "inner", look: [.stroke("#111111")]),
    ], style: ReportStyle(accent: "#0a5c5c"))

  private func look(_ elements: [(String, Set<String>)]) -> [String: String] {
    Self.styles.look(of: elements.map { (name: $0.0, classes: $0.1) })
      .mapValues { $0.plain(Self.styles.variables) }
  }

  @Test(arguments: [
    (["a"], "#333333"), (["later"], "#444444"),
    // As particular, the later one wins.
    (["a", "later"], "#444444"), (["later", "a"], "#444444"),
  ])
  func `which rule wins`(_ classes: [String], _ fill: String) {
    #expect(look([("svg", []), ("path", Set(classes))])["fill"] == fill)
  }

  @Test func `what is more particular wins`() {
    // A class outweighs any number of names.
    #expect(look([("svg", []), ("text", ["a"])])["fill"] == "#333333")
    #expect(look([("svg", []), ("text", [])]) == ["fill": "#0a5c5c", "font-size": "13"])
    #expect(look([("g", ["outer"]), ("g", []), ("path", ["inner", "later"])])["fill"] == "none")
  }

  @Test func `all classes, and all those around`() {
    #expect(look([("path", ["b"])]).isEmpty)
    #expect(look([("path", ["a", "b"])])["stroke-dasharray"] == "3 2.5")
    #expect(look([("path", ["inner"]), ("g", ["outer"])]).isEmpty)
    #expect(look([("a", ["outer"]), ("path", ["inner"])])["stroke"] == nil)
    #expect(look([("a", ["outer"]), ("g", []), ("path", ["inner"])])["stroke"] == "#111111")
  }

  @Test func `as a style sheet`() {
    #expect(
      Self.styles.css == """
        svg text{fill:var(--accent);font-size:13px}
        .a{fill:#333333}
        .later{fill:#444444;stroke-width:0.5}
        .a.b{stroke-dasharray:3 2.5}
        .outer .inner{fill:none}
        .outer g .inner{stroke:#111111}

        """)
  }

  /// Every variable that rules name has a colour on light paper.
  @Test func `variables are known`() {
    let styles = FigureStyles(FigureStyles.common)
    for declaration in styles.rules.flatMap(\.declarations) {
      guard case .variable(let name) = declaration.value, name != "sans" else { continue }
      #expect(styles.variables[name] != nil, "\(name)")
    }
  }
}
