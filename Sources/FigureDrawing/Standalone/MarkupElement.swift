/// An element of a figure's markup: what ``Drawing`` writes, taken apart.
///
/// Texts and the values of attributes stay as they are written, with their entities.
struct MarkupElement {
  /// What an element holds.
  enum Child {
    case element(MarkupElement)
    case text(String)
  }

  var name: String
  var attributes: [(name: String, value: String)] = []
  var children: [Child] = []

  /// The value of an attribute.
  subscript(_ name: String) -> String? {
    get { attributes.first { $0.name == name }?.value }
    set {
      let place = attributes.firstIndex { $0.name == name }
      if let newValue, let place {
        attributes[place].value = newValue
      } else if let newValue {
        attributes.append((name, newValue))
      } else if let place {
        attributes.remove(at: place)
      }
    }
  }

  /// The value of an attribute as a number.
  func number(_ name: String) -> Double? { self[name].flatMap(Double.init) }

  /// Its classes.
  var classes: [Substring] { self["class"]?.split(separator: " ") ?? [] }

  /// The element as markup.
  var markup: String {
    var text = ""
    write(to: &text)
    return text
  }

  private func write(to text: inout String) {
    text += "<\(name)"
    for attribute in attributes { text += " \(attribute.name)=\"\(attribute.value)\"" }
    if children.isEmpty {
      text += "/>"
      return
    }
    text += ">"
    for child in children {
      switch child {
      case .element(let element): element.write(to: &text)
      case .text(let content): text += content
      }
    }
    text += "</\(name)>"
  }
}

extension MarkupElement {
  /// The elements of a text, in their order; what is not well-formed ends the reading.
  static func elements(_ text: String) -> [MarkupElement] {
    var reader = MarkupReader(bytes: Array(text.utf8))
    return reader.children().compactMap {
      if case .element(let element) = $0 { element } else { nil }
    }
  }
}

/// Reads markup without comments, declarations and the like, which figures do not have.
private struct MarkupReader {
  let bytes: [UInt8]
  var place = 0

  private static let less = UInt8(ascii: "<")
  private static let greater = UInt8(ascii: ">")
  private static let slash = UInt8(ascii: "/")
  private static let quote = UInt8(ascii: "\"")

  /// What stands up to the end of the element that is open.
  mutating func children() -> [MarkupElement.Child] {
    var children: [MarkupElement.Child] = []
    while place < bytes.count {
      if bytes[place] != Self.less {
        children.append(.text(take { $0 == Self.less }))
      } else if place + 1 < bytes.count, bytes[place + 1] == Self.slash {
        _ = take { $0 == Self.greater }
        place += 1
        return children
      } else {
        children.append(.element(element()))
      }
    }
    return children
  }

  private mutating func element() -> MarkupElement {
    place += 1
    var element = MarkupElement(name: take { Self.isSpace($0) || Self.isEnd($0) })
    while place < bytes.count {
      _ = take { !Self.isSpace($0) }
      guard place < bytes.count else { break }
      if bytes[place] == Self.greater {
        place += 1
        element.children = children()
        break
      }
      if bytes[place] == Self.slash {
        place += 2
        break
      }
      let name = take { $0 == UInt8(ascii: "=") || Self.isSpace($0) || Self.isEnd($0) }
      _ = take { $0 == Self.quote || Self.isEnd($0) }
      place += 1
      element.attributes.append((name, take { $0 == Self.quote }))
      place += 1
    }
    return element
  }

  private mutating func take(until isEnd: (UInt8) -> Bool) -> String {
    let start = place
    while place < bytes.count, !isEnd(bytes[place]) { place += 1 }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
  private static func isEnd(_ byte: UInt8) -> Bool { byte == greater || byte == slash }
}
