/// An element as selectors see it.
struct StyledElement {
  let name: String
  let classes: Set<String>

  init(_ name: String, _ classes: Set<String> = []) {
    self.name = name
    self.classes = classes
  }
}

/// A selector of elements and classes, with descendants and children.
struct StyleSelector {
  private struct Part {
    var name: String?
    var classes: [String] = []
    /// Whether it must be the parent of the part before it in ``parts``, and not any ancestor.
    var isParent = false
  }

  /// The parts from the last one, which is the element itself, to the first.
  private let parts: [Part]

  /// `nil` for a selector of another kind.
  init?(_ text: String) {
    var parts: [Part] = []
    var isChild = false
    let words = text.replacing(">", with: " > ").split(whereSeparator: \.isWhitespace)
    for word in words {
      if word == ">" {
        isChild = true
        continue
      }
      if isChild, !parts.isEmpty { parts[parts.count - 1].isParent = true }
      isChild = false
      if word == ":root" {
        parts.append(Part(name: "html"))
        continue
      }
      guard word.allSatisfy({ $0.isLetter || $0.isNumber || "-_.*".contains($0) }) else {
        return nil
      }
      let pieces = word.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      let name = pieces[0].isEmpty || pieces[0] == "*" ? nil : pieces[0]
      parts.append(Part(name: name, classes: Array(pieces.dropFirst())))
    }
    guard !parts.isEmpty else { return nil }
    self.parts = parts.reversed()
  }

  /// How particular it is: its classes, then its names.
  var specificity: [Int] {
    [parts.reduce(0) { $0 + $1.classes.count }, parts.filter { $0.name != nil }.count]
  }

  /// Whether it finds the last element of a chain of elements, each the parent of the next.
  func matches(_ chain: [StyledElement]) -> Bool { matches(chain[...], parts[...]) }

  private func matches(_ chain: ArraySlice<StyledElement>, _ parts: ArraySlice<Part>) -> Bool {
    guard let part = parts.first else { return true }
    guard let element = chain.last else { return false }
    if Self.fits(part, element), matchesAncestors(chain.dropLast(), parts.dropFirst()) {
      return true
    }
    return false
  }

  private func matchesAncestors(
    _ chain: ArraySlice<StyledElement>, _ parts: ArraySlice<Part>
  ) -> Bool {
    guard let part = parts.first else { return true }
    if part.isParent { return matches(chain, parts) }
    var chain = chain
    while !chain.isEmpty {
      if matches(chain, parts) { return true }
      chain = chain.dropLast()
    }
    return false
  }

  private static func fits(_ part: Part, _ element: StyledElement) -> Bool {
    (part.name == nil || part.name == element.name)
      && part.classes.allSatisfy(element.classes.contains)
  }
}
