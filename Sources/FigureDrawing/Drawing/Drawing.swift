/// A figure in the making: shapes and texts are appended to its tree of elements.
///
/// Colours and type come from classes, so that all figures look alike. ``svg`` is the figure for a page, whose style sheet knows the
/// classes; ``StandaloneFigures`` makes files of it.
package struct Drawing {
  /// Where a text hangs on its point.
  package enum Anchor: String {
    case start, middle, end
  }

  /// The width of the figure in its own units.
  package let width: Double
  /// The height of the figure in its own units.
  package var height: Double
  /// What the figure is, for readers who do not see it.
  package var label: String
  private var children: [Element.Child] = []

  package init(width: Double, height: Double, label: String) {
    self.width = width
    self.height = height
    self.label = label
  }

  /// The figure as one element.
  package var element: Element {
    Element(
      "svg",
      [
        .plain("xmlns", "http://www.w3.org/2000/svg"),
        .plain("viewBox", "0 0 \(Self.number(width)) \(Self.number(height))"),
        .plain("role", "img"), .plain("aria-label", label),
      ], children: children)
  }

  /// The figure as markup for a page.
  package var svg: String { element.markup }

  /// A coordinate with one decimal, which is finer than any screen and keeps the page small.
  package static func number(_ value: Double) -> String {
    guard abs(value) < 1e9 else { return "0" }
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let size = tenths.magnitude
    return size % 10 == 0 ? "\(sign)\(size / 10)" : "\(sign)\(size / 10).\(size % 10)"
  }

  /// The data of a path through points.
  package static func polyline(_ points: [(x: Double, y: Double)]) -> String {
    "M" + points.map { "\(number($0.x)) \(number($0.y))" }.joined(separator: "L")
  }

  /// Appends an element.
  mutating func append(_ element: Element) { children.append(.element(element)) }

  /// Appends an element, its title first where it has one, then what `draw` appends.
  package mutating func append(
    _ name: String, _ attributes: [Element.Attribute], title: String? = nil,
    _ draw: (inout Drawing) -> Void = { _ in }
  ) {
    let outside = children
    children = title.map { [.element(Element("title", children: [.text($0)]))] } ?? []
    draw(&self)
    let element = Element(name, attributes, children: children)
    children = outside
    append(element)
  }

  /// What `draw` appends, in a group.
  package mutating func group(
    _ attributes: Element.Attribute..., title: String? = nil, draw: (inout Drawing) -> Void
  ) {
    append("g", attributes, title: title, draw)
  }

  /// A straight line.
  package mutating func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, class style: String
  ) {
    let n = Self.number
    path("M\(n(x1)) \(n(y1))L\(n(x2)) \(n(y2))", class: style)
  }

  /// A path.
  package mutating func path(_ data: String, class style: String, title: String? = nil) {
    append("path", [.classes(style), .plain("d", data)], title: title)
  }

  /// A path of any colour; the class says whether that fills it or is its stroke.
  package mutating func path(
    _ data: String, class style: String, colour: StyleRule.Value, isFilled: Bool
  ) {
    append(
      "path",
      [
        .classes(style), .own(isFilled ? .fill(colour) : .stroke(colour)), .plain("d", data),
      ])
  }

  /// A rectangle; one of no size is left out.
  package mutating func rectangle(_ frame: Frame, class style: String, title: String? = nil) {
    rectangle(frame, .classes(style), title: title)
  }

  /// A rectangle of any colour.
  package mutating func rectangle(_ frame: Frame, fill: StyleRule.Value, title: String? = nil) {
    rectangle(frame, .own(.fill(fill)), title: title)
  }

  private mutating func rectangle(_ frame: Frame, _ look: Element.Attribute, title: String?) {
    guard frame.width > 0.05, frame.height > 0.05 else { return }
    append(
      "rect",
      [look]
        + Self.coordinates(
          ("x", frame.x), ("y", frame.y), ("width", frame.width), ("height", frame.height)),
      title: title)
  }

  /// A circle of any colour, with a thin edge that keeps a light one in sight.
  package mutating func circle(
    _ x: Double, _ y: Double, radius: Double, fill: StyleRule.Value, title: String? = nil
  ) {
    append(
      "circle",
      [.own(.fill(fill)), .classes("edged")]
        + Self.coordinates(("cx", x), ("cy", y), ("r", radius)),
      title: title)
  }

  /// A circle.
  package mutating func circle(_ x: Double, _ y: Double, radius: Double, class style: String) {
    append(
      "circle", [.classes(style)] + Self.coordinates(("cx", x), ("cy", y), ("r", radius)))
  }

  /// A text on its baseline; the size is what the class asks for, and so is the colour where none is given.
  package mutating func text(
    _ text: String, _ x: Double, _ y: Double, class style: String,
    colour: StyleRule.Value? = nil, anchor: Anchor = .start
  ) {
    // The style sheet has a colour for all texts, which an attribute would not outweigh.
    let own = colour.map { [Element.Attribute.own(.fill($0))] } ?? []
    let hang: [Element.Attribute] =
      anchor == .start && colour == nil ? [] : [.plain("text-anchor", anchor.rawValue)]
    append(
      "text", [.classes(style)] + own + Self.coordinates(("x", x), ("y", y)) + hang
    ) { $0.children = [.text(text)] }
  }

  private static func coordinates(_ values: (String, Double)...) -> [Element.Attribute] {
    values.map { .plain($0, number($1)) }
  }
}

/// The two widths in which every figure is drawn: a phone shows the narrow one.
package enum FigureWidth: CaseIterable {
  case wide, narrow

  /// Width in the figure's units; a unit is a CSS pixel where the figure fills its column.
  package var points: Double { self == .wide ? 880 : 360 }
}
