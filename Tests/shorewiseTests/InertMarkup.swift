/// What a browser finds in a page or a drawing that is more than text: elements and attributes, read by the rules of HTML.
struct InertMarkup {
  /// The names of the elements, in lower case, with how often each begins.
  private(set) var elements: [String: Int] = [:]
  /// What would run, or ask for another file.
  private(set) var dangers: [String] = []

  private var rest: Substring.UnicodeScalarView

  /// Elements that show or ask for something of their own.
  private static let refused: Set = [
    "img", "iframe", "object", "embed", "base", "form", "audio", "video", "foreignobject", "frame",
  ]

  init(_ text: String) {
    rest = text[...].unicodeScalars
    while let start = rest.firstIndex(of: "<") {
      rest = rest[rest.index(after: start)...]
      if rest.starts(with: "!--".unicodeScalars) { skip(to: "-->") } else { readTag() }
    }
  }

  private mutating func readTag() {
    guard let first = rest.first, first.properties.isAlphabetic, first.isASCII else { return }
    let name = String(take { !" \n\t/>".unicodeScalars.contains($0) }).lowercased()
    elements[name, default: 0] += 1
    if Self.refused.contains(name) { dangers.append("<\(name)>") }
    while let next = rest.first, next != ">" {
      _ = take { " \n\t/".unicodeScalars.contains($0) }
      let attribute = String(take { !" \n\t/>=".unicodeScalars.contains($0) }).lowercased()
      var value = ""
      if rest.first == "=" {
        rest = rest.dropFirst()
        if let quote = rest.first, quote == "\"" || quote == "'" {
          rest = rest.dropFirst()
          value = String(take { $0 != quote })
          rest = rest.dropFirst()
        } else {
          value = String(take { !" \n\t>".unicodeScalars.contains($0) })
        }
      }
      judge(attribute, value, of: name)
      if attribute.isEmpty, rest.first != ">" { rest = rest.dropFirst() }
    }
    if name == "script" || name == "style" { skip(to: "</\(name)") }
  }

  private mutating func judge(_ attribute: String, _ value: String, of element: String) {
    if attribute.hasPrefix("on") { dangers.append("<\(element) \(attribute)>") }
    let refers = ["href", "src", "xlink:href", "action", "srcset", "data"].contains(attribute)
    if refers, !value.hasPrefix("#"), !value.hasPrefix("data:") {
      dangers.append("<\(element) \(attribute)=\(value.prefix(60))>")
    }
    if attribute == "style", value.contains("url(") { dangers.append("<\(element) style>") }
  }

  private mutating func take(_ isPart: (Unicode.Scalar) -> Bool) -> Substring.UnicodeScalarView {
    let part = rest.prefix(while: isPart)
    rest = rest[part.endIndex...]
    return part
  }

  private mutating func skip(to end: String) {
    guard let first = end.unicodeScalars.first else { return }
    while let place = rest.firstIndex(of: first) {
      rest = rest[place...]
      if rest.starts(with: end.unicodeScalars) { return }
      rest = rest.dropFirst()
    }
    rest = rest[rest.endIndex...]
  }
}
