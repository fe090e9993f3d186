import TextFiles

/// The rules of a style sheet, as far as figures need them.
///
/// Rules inside conditions (`@media` and the like) are left out: a figure alone is the one that a wide screen with light
/// colours shows. Selectors are chains of elements and classes with descendants and children between them; one with anything
/// else, such as `:hover`, matches nothing.
struct StyleSheet {
  /// A declaration with what weighs it against others.
  struct Declaration {
    let property: String
    let value: String
    /// The greater wins: importance, then specificity, then what stands later.
    let weight: [Int]
  }

  private struct Rule {
    let selector: StyleSelector
    let declarations: [Declaration]
  }

  private var rules: [Rule] = []
  /// The variables of the root.
  private(set) var variables: [String: String] = [:]

  init(_ text: String) {
    var order = 0
    for (head, body) in Self.blocks(Self.withoutComments(text)) where !head.hasPrefix("@") {
      let pairs = body.split(separator: ";").compactMap { line -> (String, String)? in
        guard let colon = line.firstIndex(of: ":") else { return nil }
        return (
          line[..<colon].trimmed.lowercased(), line[line.index(after: colon)...].trimmed
        )
      }
      for part in head.split(separator: ",") {
        let name = part.trimmed
        if name == ":root" || name == "html" {
          for (property, value) in pairs where property.hasPrefix("--") {
            variables[property] = value
          }
        }
        guard let selector = StyleSelector(name) else { continue }
        order += 1
        rules.append(
          Rule(
            selector: selector,
            declarations: pairs.map { property, value in
              let isImportant = value.hasSuffix("!important")
              return Declaration(
                property: property,
                value: isImportant ? value.dropLast("!important".count).trimmed : value,
                weight: [isImportant ? 1 : 0] + selector.specificity + [order])
            }))
      }
    }
  }

  /// What the sheet says of the last element of a chain, from the root on: each property's value, with its variables replaced.
  func style(of chain: [StyledElement]) -> [String: String] {
    var style: [String: String] = [:]
    let found = rules.filter { $0.selector.matches(chain) }.flatMap(\.declarations)
      .enumerated().sorted {
        $0.element.weight == $1.element.weight
          ? $0.offset < $1.offset : $0.element.weight.lexicographicallyPrecedes($1.element.weight)
      }
    for (_, declaration) in found where !declaration.property.hasPrefix("--") {
      for (property, value) in Self.longhand(declaration.property, resolved(declaration.value)) {
        style[property] = value
      }
    }
    return style
  }

  /// A value with its variables replaced, and of a pair of light and dark the light one.
  func resolved(_ value: String, depth: Int = 0) -> String {
    guard depth < 16, let call = Self.call(value, ["var(", "light-dark("]) else { return value }
    let parts = Self.arguments(call.content)
    let first = parts.first ?? ""
    let replacement: String =
      call.name == "light-dark("
      ? first
      : variables[first] ?? parts.dropFirst().joined(separator: ",")
    return resolved(
      value[..<call.range.lowerBound] + replacement + value[call.range.upperBound...],
      depth: depth + 1)
  }

  /// The declarations that a shorthand stands for.
  private static func longhand(_ property: String, _ value: String) -> [(String, String)] {
    guard property == "font", value != "inherit" else { return [(property, value)] }
    // [style or weight …] size[/line height] family
    let words = value.split(separator: " ")
    guard let size = words.firstIndex(where: { $0.first?.isNumber == true && $0.contains("px") })
    else { return [] }
    var result = [
      ("font-style", "normal"), ("font-weight", "normal"),
      ("font-size", String(words[size].split(separator: "/")[0])),
      ("font-family", words[(size + 1)...].joined(separator: " ")),
    ]
    for word in words[..<size] {
      result.append((word == "italic" ? "font-style" : "font-weight", String(word)))
    }
    return result
  }

  private static func call(
    _ value: String, _ names: [String]
  ) -> (name: String, range: Range<String.Index>, content: Substring)? {
    for name in names {
      guard let start = value.firstRange(of: name) else { continue }
      var depth = 1
      var end = start.upperBound
      while end < value.endIndex {
        if value[end] == "(" { depth += 1 }
        if value[end] == ")" { depth -= 1 }
        if depth == 0 { break }
        end = value.index(after: end)
      }
      let after = end < value.endIndex ? value.index(after: end) : end
      return (name, start.lowerBound..<after, value[start.upperBound..<end])
    }
    return nil
  }

  private static func arguments(_ text: Substring) -> [String] {
    var depth = 0
    return text.split(omittingEmptySubsequences: false) { character in
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      return character == "," && depth == 0
    }.map(\.trimmed)
  }

  private static func withoutComments(_ text: String) -> String {
    var rest = text[...]
    var kept = ""
    while let start = rest.firstRange(of: "/*") {
      kept += rest[..<start.lowerBound]
      rest = rest[start.upperBound...]
      rest = rest.firstRange(of: "*/").map { rest[$0.upperBound...] } ?? ""
    }
    return kept + rest
  }

  /// The blocks of the sheet: what stands before each brace, and between it and its partner.
  private static func blocks(_ text: String) -> [(head: String, body: String)] {
    var blocks: [(String, String)] = []
    var (head, body, depth) = ("", "", 0)
    for character in text {
      switch character {
      case "{":
        depth += 1
        if depth > 1 { body.append(character) }
      case "}":
        depth -= 1
        if depth == 0 {
          blocks.append((head[...].trimmed, body))
          (head, body) = ("", "")
        } else {
          body.append(character)
        }
      case ";" where depth == 0: head = ""
      default: if depth == 0 { head.append(character) } else { body.append(character) }
      }
    }
    return blocks
  }
}

extension StringProtocol {
  /// The text without white space at its ends.
  var trimmed: String {
    var rest = self[...]
    while let first = rest.first, first.isWhitespace { rest = rest.dropFirst() }
    while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
    return String(rest)
  }
}
