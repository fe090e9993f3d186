/// A text of a language's table, cut at its places once and for all.
struct PhraseText: Sendable {
  private enum Piece {
    case text(String)
    case place(Int)
  }

  private var pieces: [Piece] = []

  /// Cuts at `{0}`, `{1}` and so on; braces around anything else stay.
  init(_ text: some StringProtocol) {
    var literal = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      literal += rest[..<open]
      rest = rest[open...]
      if let close = rest.firstIndex(of: "}"),
        let place = Self.place(rest[rest.index(after: open)..<close])
      {
        if !literal.isEmpty { pieces.append(.text(literal)) }
        literal = ""
        pieces.append(.place(place))
        rest = rest[rest.index(after: close)...]
      } else {
        literal += "{"
        rest = rest.dropFirst()
      }
    }
    literal += rest
    if !literal.isEmpty { pieces.append(.text(literal)) }
  }

  /// The text with its places filled; a place for which there is nothing stays empty.
  func filled(_ arguments: [String]) -> String {
    var result = ""
    for piece in pieces {
      switch piece {
      case .text(let text): result += text
      case .place(let place): if arguments.indices.contains(place) { result += arguments[place] }
      }
    }
    return result
  }

  private static func place(_ digits: some StringProtocol) -> Int? {
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return Int(digits)
  }
}
