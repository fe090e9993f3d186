package import FigureDrawing

/// English with every word of every text between brackets, so that a word that no table gave stands out.
package enum Pseudolanguage {
  package static let language = Language(
    code: "en-XA", name: "Pseudo", decimalSeparator: ",", groupSeparator: ".",
    plural: .oneOther, entries: Language.english.entries.mapValues(bracketed))

  /// The text with each word between brackets; places stay.
  private static func bracketed(_ text: String) -> String {
    text.replacing(/\p{L}[\p{L}\p{M}’'-]*/) { "⟦\($0.output)⟧" }
  }

  /// The words of a text that stand in no brackets and are not known.
  package static func strangers(in text: String, known: Set<String>) -> [String] {
    text.replacing(/⟦[^⟧]*(⟧|$)/, with: "").matches(of: /(\p{L}{2,})(…?)/).compactMap { match in
      let word = String(match.output.1)
      let isCut = !match.output.2.isEmpty && known.contains { $0.hasPrefix(word) }
      return isCut || known.contains(word) ? nil : word
    }
  }

  /// The words in texts, each with one of the texts that has it, that stand in no brackets and in none of the `names`.
  package static func strangers(in texts: Set<String>, names: [String]) -> [String: String] {
    let known = Set(names.flatMap { $0.matches(of: /\p{L}{2,}/).map { String($0.output) } })
    var found: [String: String] = [:]
    for text in texts {
      for word in strangers(in: text, known: known) { found[word] = text }
    }
    return found
  }
}
