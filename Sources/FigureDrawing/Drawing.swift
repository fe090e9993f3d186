/// An SVG figure in the making: shapes and texts are appended, ``svg`` is the finished string.
///
/// Colours and type come from CSS classes, so that one language holds in all figures. Text is escaped here
/// and nowhere else.
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
  private var body = ""
  private var definitions = ""

  package init(width: Double, height: Double, label: String) {
    self.width = width
    self.height = height
    self.label = label
  }

  /// The figure as one `svg` element.
  package var svg: String {
    let size = "viewBox=\"0 0 \(Self.number(width)) \(Self.number(height))\""
    let defs = definitions.isEmpty ? "" : "<defs>\(definitions)</defs>"
    return """
      <svg xmlns="http://www.w3.org/2000/svg" \(size) role="img" aria-label="\(label.escaped)">\
      \(defs)\(body)</svg>
      """
  }

  /// A coordinate with one decimal, which is finer than any screen and keeps the page small.
  package static func number(_ value: Double) -> String {
    guard abs(value) < 1e9 else { return "0" }
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let size = tenths.magnitude
    return size % 10 == 0 ? "\(sign)\(size / 10)" : "\(sign)\(size / 10).\(size % 10)"
  }

  /// Appends finished markup.
  package mutating func append(_ markup: String) { body += markup }

  /// Appends to the definitions.
  package mutating func define(_ markup: String) { definitions += markup }

  /// A straight line.
  package mutating func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, class style: String
  ) {
    let n = Self.number
    body += "<path class=\"\(style)\" d=\"M\(n(x1)) \(n(y1))L\(n(x2)) \(n(y2))\"/>"
  }

  /// A path.
  package mutating func path(_ data: String, class style: String, title: String? = nil) {
    body += "<path class=\"\(style)\" d=\"\(data)\"\(Self.close("path", title))"
  }

  /// A rectangle; one of no size is left out.
  package mutating func rectangle(_ frame: Frame, class style: String, title: String? = nil) {
    guard frame.width > 0.05, frame.height > 0.05 else { return }
    let n = Self.number
    body += """
      <rect class="\(style)" x="\(n(frame.x))" y="\(n(frame.y))" width="\(n(frame.width))" \
      height="\(n(frame.height))"\(Self.close("rect", title))
      """
  }

  /// A rectangle of any colour.
  package mutating func rectangle(_ frame: Frame, fill: String, title: String? = nil) {
    guard frame.width > 0.05, frame.height > 0.05 else { return }
    let n = Self.number
    body += """
      <rect style="fill:\(fill)" x="\(n(frame.x))" y="\(n(frame.y))" width="\(n(frame.width))" \
      height="\(n(frame.height))"\(Self.close("rect", title))
      """
  }

  /// A circle of any colour, with a thin edge that keeps a light one in sight.
  package mutating func circle(
    _ x: Double, _ y: Double, radius: Double, fill: String, title: String? = nil
  ) {
    let n = Self.number
    body += """
      <circle style="fill:\(fill)" class="edged" cx="\(n(x))" cy="\(n(y))" r="\(n(radius))"\(Self.close("circle", title))
      """
  }

  /// A path of any colour; the class says whether that fills it or is its stroke.
  package mutating func path(_ data: String, class style: String, colour: String, isFilled: Bool) {
    body +=
      "<path class=\"\(style)\" style=\"\(isFilled ? "fill" : "stroke"):\(colour)\" d=\"\(data)\"/>"
  }

  /// A text of any colour.
  package mutating func text(
    _ text: String, _ x: Double, _ y: Double, class style: String, colour: String,
    anchor: Anchor = .start
  ) {
    let n = Self.number
    // The style sheet has a colour for all texts, which an attribute would not outweigh.
    body += """
      <text class="\(style)" style="fill:\(colour)" x="\(n(x))" y="\(n(y))" \
      text-anchor="\(anchor.rawValue)">\(text.escaped)</text>
      """
  }

  /// A circle.
  package mutating func circle(_ x: Double, _ y: Double, radius: Double, class style: String) {
    let n = Self.number
    body += "<circle class=\"\(style)\" cx=\"\(n(x))\" cy=\"\(n(y))\" r=\"\(n(radius))\"/>"
  }

  /// A text on its baseline; the size is what the class asks for.
  package mutating func text(
    _ text: String, _ x: Double, _ y: Double, class style: String, anchor: Anchor = .start
  ) {
    let n = Self.number
    let hang = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
    body += "<text class=\"\(style)\" x=\"\(n(x))\" y=\"\(n(y))\"\(hang)>\(text.escaped)</text>"
  }

  /// What `draw` appends, inside a group.
  package mutating func group(_ attributes: String, _ draw: (inout Drawing) -> Void) {
    body += "<g \(attributes)>"
    draw(&self)
    body += "</g>"
  }

  private static func close(_ element: String, _ title: String?) -> String {
    guard let title else { return "/>" }
    return "><title>\(title.escaped)</title></\(element)>"
  }
}

/// The two widths in which every figure is drawn: a phone shows the narrow one.
package enum FigureWidth: CaseIterable {
  case wide, narrow

  /// Width in the figure's units; a unit is a CSS pixel where the figure fills its column.
  package var points: Double { self == .wide ? 880 : 360 }
}
