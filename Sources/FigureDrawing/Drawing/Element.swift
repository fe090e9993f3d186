/// An element of a drawing, as a tree: the page writes it with its classes, a file of its own with the styles that these stand for.
package struct Element: Sendable {
  /// What an element holds.
  package enum Child: Sendable {
    case element(Element)
    case text(String)
  }

  /// What is said of an element, unescaped.
  package enum Attribute: Sendable {
    /// Its classes, with spaces between them.
    case classes(String)
    /// A declaration of its own, which outweighs those of its classes.
    case own(StyleRule.Declaration)
    case plain(String, String)
  }

  package var name: String
  /// In the order in which they are written.
  package var attributes: [Attribute]
  package var children: [Child]

  package init(_ name: String, _ attributes: [Attribute] = [], children: [Child] = []) {
    self.name = name
    self.attributes = attributes
    self.children = children
  }

  /// The value of a plain attribute.
  package subscript(_ name: String) -> String? {
    get {
      for case .plain(name, let value) in attributes { return value }
      return nil
    }
    set {
      let index = attributes.firstIndex { if case .plain(name, _) = $0 { true } else { false } }
      if let newValue, let index {
        attributes[index] = .plain(name, newValue)
      } else if let newValue {
        attributes.append(.plain(name, newValue))
      } else if let index {
        attributes.remove(at: index)
      }
    }
  }

  /// The value of a plain attribute as a number.
  func number(_ name: String) -> Double? { self[name].flatMap(Double.init) }

  /// Its classes.
  var classes: [String] {
    attributes.flatMap { attribute in
      if case .classes(let names) = attribute {
        names.split(separator: " ").map(String.init)
      } else {
        [String]()
      }
    }
  }

  /// Its own declarations.
  var own: [StyleRule.Declaration] {
    attributes.compactMap { if case .own(let declaration) = $0 { declaration } else { nil } }
  }

  /// The element as markup, for a page that has the style sheet.
  package var markup: String {
    var text = ""
    write(to: &text)
    return text
  }

  private func write(to text: inout String) {
    text += "<\(name)"
    for attribute in attributes {
      switch attribute {
      case .classes(let names): text += " class=\"\(Self.inert(names))\""
      case .own(let declaration): text += " style=\"\(Self.inert(declaration.css))\""
      case .plain(let name, let value): text += " \(name)=\"\(Self.inert(value))\""
      }
    }
    if children.isEmpty {
      text += "/>"
      return
    }
    text += ">"
    for child in children {
      switch child {
      case .element(let element): element.write(to: &text)
      case .text(let content): text += content.escaped
      }
    }
    text += "</\(name)>"
  }

  /// The value made inert; coordinates, which most of them are, stay as they are.
  private static func inert(_ value: String) -> String {
    value.utf8.allSatisfy { $0 < 0x7f && $0 >= 0x20 && !signs.contains($0) }
      ? value : value.escaped
  }

  private static let signs = Array("&<>\"'".utf8)
}
