import TextFiles

/// A figure's drawing in the plainest SVG: what CSS says of it stands in attributes of each element.
///
/// Office and other programs read little of CSS: no variables, no selectors but classes, no `paint-order`, and no `use` of what
/// stands elsewhere. What is not seen is left out: elements that are hidden, and transparent ones that only take clicks.
struct PlainDrawing {
  let sheet: StyleSheet
  /// What `use` may name, by its `id`.
  let definitions: [String: MarkupElement]
  private var windows = 0

  init(sheet: StyleSheet, definitions: [String: MarkupElement]) {
    self.sheet = sheet
    self.definitions = definitions
  }

  /// What becomes an attribute.
  private static let properties: Set<String> = [
    "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity",
    "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "opacity", "font-size", "font-weight",
    "font-style", "font-family", "letter-spacing", "text-anchor", "text-decoration", "r",
  ]
  /// What elements take from those around them and what has to be known here.
  private static let inherited: Set<String> = ["fill", "stroke", "color", "visibility"]
  private static let shapes: Set<String> = [
    "path", "rect", "circle", "ellipse", "line", "polyline", "polygon",
  ]
  /// Attributes for the page alone.
  private static let dropped = ["class", "style", "role", "tabindex", "href", "id"]

  /// The element in a chain of those around it, plainly; none where nothing of it is seen.
  mutating func plain(
    _ element: MarkupElement, in chain: [StyledElement], inheriting: [String: String] = [:]
  ) -> [MarkupElement] {
    if element.name == "title" || element.name == "desc" { return [element] }
    var element = element
    if element.name == "use" {
      guard let target = definitions[String((element["href"] ?? "").dropFirst())] else { return [] }
      var shape = target
      for (name, value) in element.attributes where name != "href" { shape[name] = value }
      element = shape
    }
    let chain = chain + [StyledElement(element.name, Set(element.classes.map(String.init)))]
    let style = style(of: element, chain)
    var known = inheriting
    for name in Self.inherited { known[name] = style[name] ?? element[name] ?? known[name] }
    if style["display"] == "none" || known["visibility"] == "hidden" { return [] }

    var result = MarkupElement(name: element.name)
    result.attributes = element.attributes.filter { name, _ in
      !Self.dropped.contains(name) && !name.hasPrefix("aria-") && !name.hasPrefix("data-")
        && !name.hasPrefix("xlink:")
    }
    for (property, value) in style.sorted(by: { $0.key < $1.key })
    where Self.properties.contains(property) {
      result[property] = Self.attribute(property, value, colour: known["color"] ?? "#000000")
    }
    if Self.shapes.contains(result.name), Self.isUnseen(known["fill"] ?? "#000000"),
      Self.isUnseen(known["stroke"] ?? "none")
    {
      return []
    }
    result.children = element.children.flatMap { child -> [MarkupElement.Child] in
      guard case .element(let inner) = child else { return [child] }
      return plain(inner, in: chain, inheriting: known).map(MarkupElement.Child.element)
    }
    switch result.name {
    case "a":
      result.name = "g"
      result.attributes.removeAll { $0.name == "rel" || $0.name == "target" }
    case "svg": return [window(result)]
    case "text" where style["paint-order"]?.hasPrefix("stroke") == true:
      return Self.haloed(result)
    default: break
    }
    return [result]
  }

  private func style(of element: MarkupElement, _ chain: [StyledElement]) -> [String: String] {
    var style = sheet.style(of: chain)
    for line in (element["style"] ?? "").split(separator: ";") {
      let parts = line.split(separator: ":", maxSplits: 1)
      if parts.count == 2 { style[parts[0].trimmed] = sheet.resolved(parts[1].trimmed) }
    }
    return style
  }

  /// A value as programs read it: no units, the plainest of fonts, colours by themselves.
  private static func attribute(_ property: String, _ value: String, colour: String) -> String {
    if property == "font-family" { return StandaloneFigures.font }
    if value.lowercased() == "currentcolor" { return colour }
    let plain =
      value.hasSuffix("px") && Double(value.dropLast(2)) != nil ? String(value.dropLast(2)) : value
    return (plain.hasPrefix(".") ? "0" + plain : plain).escaped
  }

  private static func isUnseen(_ colour: String) -> Bool {
    ["none", "transparent"].contains(colour)
  }

  /// A drawing within the drawing as a group that is moved, scaled and clipped.
  private mutating func window(_ element: MarkupElement) -> MarkupElement {
    guard let width = element.number("width"), let height = element.number("height") else {
      var group = element
      group.name = "g"
      group.attributes.removeAll {
        ["xmlns", "viewBox", "preserveAspectRatio", "x", "y"].contains($0.name)
      }
      return group
    }
    windows += 1
    let n = Drawing.number
    let name = "window-\(windows)"
    let box = (element["viewBox"] ?? "0 0 \(width) \(height)").split(separator: " ")
      .compactMap { Double($0) }
    let (x, y) = (element.number("x") ?? 0, element.number("y") ?? 0)
    var rectangle = MarkupElement(name: "rect")
    rectangle.attributes = [("x", n(x)), ("y", n(y)), ("width", n(width)), ("height", n(height))]
    var clip = MarkupElement(name: "clipPath", attributes: [("id", name)])
    clip.children = [.element(rectangle)]
    var inner = MarkupElement(name: "g", children: element.children)
    if box.count == 4, box[2] > 0, box[3] > 0 {
      // The whole of the box, in the middle of the window (SVG 2, section 8.2).
      let scale = min(width / box[2], height / box[3])
      let left = x + (width - box[2] * scale) / 2 - box[0] * scale
      let top = y + (height - box[3] * scale) / 2 - box[1] * scale
      if left != 0 || top != 0 || scale != 1 {
        inner["transform"] = "translate(\(n(left)) \(n(top))) scale(\(scale))"
      }
    }
    var group = MarkupElement(name: "g", attributes: [("clip-path", "url(#\(name))")])
    group.children = [.element(clip), .element(inner)]
    return group
  }

  /// A text with a halo as two texts, the halo below: elsewhere a stroke would lie above.
  private static func haloed(_ text: MarkupElement) -> [MarkupElement] {
    var (halo, face) = (text, text)
    halo["fill"] = text["stroke"]
    for name in ["stroke", "stroke-width", "stroke-opacity", "stroke-linejoin"] { face[name] = nil }
    halo.children.removeAll {
      if case .element(let element) = $0 { element.name == "title" } else { false }
    }
    return [halo, face]
  }
}
