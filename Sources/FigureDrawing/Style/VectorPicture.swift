import Foundation

/// Looks through an SVG file for what is more than a picture: script, and whatever asks for another file.
///
/// A page shows a logo as an image, where browsers run no script and load nothing; this is for whoever takes the picture out again.
/// It goes by the text, tag for tag, and refuses what it does not understand.
struct VectorPicture {
  private var rest: Substring
  private var elements = 0

  /// What is wrong, after its subject; `nil` where nothing is.
  static func refusal(of text: String) -> String? {
    var picture = VectorPicture(rest: text[...])
    return picture.refusal()
  }

  private init(rest: Substring) { self.rest = rest }

  private static let broken = "is not well-formed XML"

  private mutating func refusal() -> String? {
    while let start = rest.firstIndex(of: "<") {
      if let cause = Self.refusal(ofStyle: rest[..<start]) { return cause }
      rest = rest[start...]
      if let cause = markup() { return cause }
    }
    return elements > 0 ? nil : Self.broken
  }

  /// Reads what begins with `<`.
  private mutating func markup() -> String? {
    if rest.hasPrefix("<!--") { return skip("-->") == nil ? Self.broken : nil }
    if rest.hasPrefix("<![CDATA[") {
      return skip("]]>").map { Self.refusal(ofStyle: $0) } ?? Self.broken
    }
    if rest.hasPrefix("<?") {
      guard let instruction = skip("?>") else { return Self.broken }
      return instruction.hasPrefix("<?xml ") ? nil : "holds processing instructions"
    }
    if rest.hasPrefix("<!") {
      guard let declaration = skip(">") else { return Self.broken }
      return declaration.contains("[") ? "declares entities" : nil
    }
    return tag()
  }

  /// Drops everything up to and with `end`, and gives what stood before it; `nil` where it does not come.
  private mutating func skip(_ end: String) -> Substring? {
    guard let range = rest.range(of: end) else { return nil }
    defer { rest = rest[range.upperBound...] }
    return rest[..<range.lowerBound]
  }

  // MARK: Tags

  private static let refusedElements: Set<String> = [
    "script", "foreignobject", "iframe", "object", "embed", "audio", "video", "handler", "listener",
  ]

  private mutating func tag() -> String? {
    rest = rest.dropFirst()
    if rest.first == "/" { return skip(">") == nil ? Self.broken : nil }
    let name = Self.localName(word())
    if elements == 0, name != "svg" { return "is no SVG file: its first element is <\(name)>" }
    elements += 1
    if Self.refusedElements.contains(name) { return "holds <\(name)>" }
    while true {
      rest = rest.drop(while: \.isWhitespace)
      if rest.hasPrefix("/>") {
        rest = rest.dropFirst(2)
        return nil
      }
      if rest.first == ">" {
        rest = rest.dropFirst()
        return nil
      }
      guard let (attribute, value) = attribute() else { return Self.broken }
      if let cause = Self.refusal(of: attribute, value) { return cause }
    }
  }

  private mutating func word() -> Substring {
    let word = rest.prefix { !$0.isWhitespace && !"/>=<\"'".contains($0) }
    rest = rest[word.endIndex...]
    return word
  }

  private mutating func attribute() -> (name: String, value: Substring)? {
    let name = word()
    rest = rest.drop(while: \.isWhitespace)
    guard !name.isEmpty, rest.first == "=" else { return nil }
    rest = rest.dropFirst().drop(while: \.isWhitespace)
    guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
    rest = rest.dropFirst()
    guard let end = rest.firstIndex(of: quote) else { return nil }
    defer { rest = rest[rest.index(after: end)...] }
    return (name.hasPrefix("xmlns") ? "xmlns" : Self.localName(name), rest[..<end])
  }

  private static func localName(_ name: Substring) -> String {
    String(name.split(separator: ":").last ?? "").lowercased()
  }

  private static func refusal(of attribute: String, _ value: Substring) -> String? {
    if attribute == "xmlns" { return nil }
    if attribute.hasPrefix("on") { return "holds script (the attribute '\(attribute)')" }
    // An entity could spell any of the words that are looked for.
    if value.contains("&#") { return "spells an attribute with character references" }
    let text = value.lowercased().filter { !$0.isWhitespace }
    if text.contains("javascript:") { return "holds script" }
    let isReference =
      ["href", "src"].contains(attribute) && !text.hasPrefix("#")
      && !text.hasPrefix("data:image/png") && !text.hasPrefix("data:image/jpeg")
    if isReference || (attribute == "attributename" && text.hasSuffix("href")) {
      return "refers to something outside it ('\(attribute)')"
    }
    return refusal(ofStyle: value)
  }

  /// Style may refer to parts of the picture, as in `url(#gradient)`, and to nothing else.
  private static func refusal(ofStyle value: Substring) -> String? {
    let text = value.lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
    if text.contains("@import") || text.contains("\\") { return "has a style that may load files" }
    for part in text.components(separatedBy: "url(").dropFirst() where !part.hasPrefix("#") {
      return "refers to something outside it (a style's 'url')"
    }
    return nil
  }
}
