/// A figure's drawing in the plainest SVG: what the styles say of it stands in attributes of each element.
///
/// Office and other programs read little of CSS: no variables, no selectors but classes, no `paint-order`, and no `use` of what
/// stands elsewhere. What is not seen is left out: elements that are hidden, and transparent ones that only take clicks.
struct PlainDrawing {
  let styles: FigureStyles
  /// What `use` may name, by its `id`.
  let definitions: [String: Element]
  private var windows = 0

  init(styles: FigureStyles, definitions: [String: Element]) {
    self.styles = styles
    self.definitions = definitions
  }

  /// What becomes an attribute.
  private static let properties: Set<String> = [
    "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity",
    "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "opacity", "font-size", "font-weight",
    "font-style", "font-family", "letter-spacing", "text-anchor", "text-decoration", "r",
  ]
  /// What elements take from those around them and what has to be known here.
  private static let inherited: Set<String> = ["fill", "stroke", "visibility"]
  private static let shapes: Set<String> = [
    "path", "rect", "circle", "ellipse", "line", "polyline", "polygon",
  ]
  /// Attributes for the page alone.
  private static let dropped = ["role", "tabindex", "href", "id"]

  /// The element in those around it, from the outermost on, plainly; none where nothing of it is seen.
  mutating func plain(
    _ element: Element, in around: [(name: String, classes: Set<String>)] = [],
    inheriting: [String: String] = [:]
  ) -> [Element] {
    if element.name == "title" { return [element] }
    var element = element
    if element.name == "use" {
      guard let target = definitions[String((element["href"] ?? "").dropFirst())] else { return [] }
      element.name = target.name
      element["href"] = nil
      element.attributes = target.attributes + element.attributes
      element.children = target.children
    }
    let chain = around + [(element.name, Set(element.classes))]
    let look = look(of: element, chain)
    var known = inheriting
    for name in Self.inherited { known[name] = look[name] ?? element[name] ?? known[name] }
    if look["display"] == "none" || known["visibility"] == "hidden" { return [] }

    var result = Element(element.name)
    for case .plain(let name, let value) in element.attributes
    where !Self.dropped.contains(name) && !name.hasPrefix("aria-") && !name.hasPrefix("data-") {
      result.attributes.append(.plain(name, value))
    }
    for (property, value) in look.sorted(by: { $0.key < $1.key })
    where Self.properties.contains(property) {
      result[property] = property == "font-family" ? StandaloneFigures.font : value
    }
    if Self.shapes.contains(result.name), Self.isUnseen(known["fill"] ?? "#000000"),
      Self.isUnseen(known["stroke"] ?? "none")
    {
      return []
    }
    result.children = element.children.flatMap { child -> [Element.Child] in
      guard case .element(let inner) = child else { return [child] }
      return plain(inner, in: chain, inheriting: known).map(Element.Child.element)
    }
    switch result.name {
    case "a": result.name = "g"
    case "svg": return [window(result)]
    case "text" where look["paint-order"] == "stroke": return Self.haloed(result)
    default: break
    }
    return [result]
  }

  private func look(
    of element: Element, _ chain: [(name: String, classes: Set<String>)]
  ) -> [String: String] {
    var look = styles.look(of: chain)
    for declaration in element.own { look[declaration.property] = declaration.value }
    return look.mapValues { $0.plain(styles.variables) }
  }

  private static func isUnseen(_ colour: String) -> Bool {
    ["none", "transparent"].contains(colour)
  }

  /// A drawing within the drawing as a group that is moved, scaled and clipped.
  private mutating func window(_ element: Element) -> Element {
    guard let width = element.number("width"), let height = element.number("height") else {
      var group = Element("g", element.attributes, children: element.children)
      for name in ["xmlns", "viewBox"] { group[name] = nil }
      return group
    }
    windows += 1
    let n = Drawing.number
    let name = "window-\(windows)"
    let (x, y) = (element.number("x") ?? 0, element.number("y") ?? 0)
    let rectangle = Element(
      "rect",
      [("x", x), ("y", y), ("width", width), ("height", height)].map { .plain($0, n($1)) })
    let clip = Element("clipPath", [.plain("id", name)], children: [.element(rectangle)])
    var inner = Element("g", children: element.children)
    if x != 0 || y != 0 { inner["transform"] = "translate(\(n(x)) \(n(y)))" }
    return Element(
      "g", [.plain("clip-path", "url(#\(name))")],
      children: [.element(clip), .element(inner)])
  }

  /// A text with a halo as two texts, the halo below: elsewhere a stroke would lie above.
  private static func haloed(_ text: Element) -> [Element] {
    var (halo, face) = (text, text)
    halo["fill"] = text["stroke"]
    for name in ["stroke", "stroke-width", "stroke-opacity", "stroke-linejoin"] { face[name] = nil }
    halo.children.removeAll {
      if case .element(let element) = $0 { element.name == "title" } else { false }
    }
    return [halo, face]
  }
}
