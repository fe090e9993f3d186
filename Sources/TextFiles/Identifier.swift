/// What an id may be.
package enum Identifier {
  /// Why `text` cannot be an id or a name that selectors use; `nil` where it can.
  package static func refusal(of text: String, noun: String) -> Refusal? {
    if text == "*" {
      return .init(
        cause: "a \(noun) cannot be named '*', which stands for all", cure: "Give it another name.")
    }
    if let mark = text.first(where: { $0 == "|" || $0 == ":" }) {
      return .init(
        cause: "the \(noun) \(quoted(text)) contains '\(mark)', which selectors use",
        cure: "Choose a name without '|' and ':'.")
    }
    let isUnclean = text.unicodeScalars.contains {
      [.control, .lineSeparator, .paragraphSeparator].contains($0.properties.generalCategory)
    }
    if isUnclean {
      return .init(
        cause: "the \(noun) \(quoted(text)) contains a line break or control character",
        cure: "Use printable characters only.")
    }
    // What turns the direction of writing makes a row of text say something else than it holds
    // (Boucher and Anderson 2023, arXiv:2111.00169).
    if text.unicodeScalars.contains(where: \.turnsDirection) {
      return .init(
        cause:
          "the \(noun) \(quoted(text)) contains a character that changes the writing direction",
        cure: "Remove it; right-to-left letters do not need it.")
    }
    if text.first?.isWhitespace == true || text.last?.isWhitespace == true {
      return .init(
        cause: "the \(noun) \(quoted(text)) begins or ends with a space", cure: "Remove the space.")
    }
    return nil
  }
}
