/// What an id may be.
package enum Identifier {
  /// Why `text` cannot be an id or a name that selectors use; `nil` where it can.
  package static func refusal(of text: String, noun: String) -> Refusal? {
    if text == "*" {
      return .init(
        cause: "a \(noun) cannot be named '*', which stands for all", cure: "Name it otherwise.")
    }
    if let mark = text.first(where: { $0 == "|" || $0 == ":" }) {
      return .init(
        cause: "the \(noun) \(quoted(text)) holds '\(mark)', which selectors use",
        cure: "Name it without '|' and ':'.")
    }
    let isUnclean = text.unicodeScalars.contains {
      [.control, .lineSeparator, .paragraphSeparator].contains($0.properties.generalCategory)
    }
    if isUnclean {
      return .init(
        cause: "the \(noun) \(quoted(text)) holds a line end or control character",
        cure: "Name it in printable characters.")
    }
    // What turns the direction of writing makes a row of text say something else than it holds
    // (Boucher and Anderson 2023, arXiv:2111.00169).
    if text.unicodeScalars.contains(where: \.turnsDirection) {
      return .init(
        cause: "the \(noun) \(quoted(text)) holds a character that turns the direction of writing",
        cure: "Name it without; letters that run from right to left need none.")
    }
    if text.first?.isWhitespace == true || text.last?.isWhitespace == true {
      return .init(
        cause: "the \(noun) \(quoted(text)) begins or ends with a blank", cure: "Drop the blank.")
    }
    return nil
  }
}
