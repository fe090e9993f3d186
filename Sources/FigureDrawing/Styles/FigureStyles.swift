/// How the elements of figures look: rules, the later ones before the earlier where they are as particular, and the colours of their
/// variables.
package struct FigureStyles: Sendable {
  package let rules: [StyleRule]
  /// The colours on light paper, by the names of their variables.
  let variables: [String: String]

  /// - Parameter style: a house's style, which may give an accent.
  package init(_ rules: [StyleRule], style: ReportStyle = ReportStyle()) {
    self.rules = rules
    variables = Palette.light.merging(style.accentOnLight) { _, accent in accent }
  }

  /// The rules as a style sheet.
  package var css: String { rules.map(\.css).joined() }

  /// What the rules say of the last of elements, each the parent of the next.
  func look(of elements: [(name: String, classes: Set<String>)]) -> [String: StyleRule.Value] {
    let found = rules.enumerated().filter { $0.element.finds(elements) }.sorted {
      ($0.element.specificity + [$0.offset])
        .lexicographicallyPrecedes($1.element.specificity + [$1.offset])
    }
    var look: [String: StyleRule.Value] = [:]
    for declaration in found.flatMap(\.element.declarations) {
      look[declaration.property] = declaration.value
    }
    return look
  }
}
