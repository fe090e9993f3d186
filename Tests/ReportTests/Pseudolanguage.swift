import FigureDrawing

/// English with every word of every text between brackets, so that a word that no table gave stands out.
enum Pseudolanguage {
  static let language = Language(
    code: "en-XA", name: "Pseudo", decimalSeparator: ",", groupSeparator: ".",
    plural: .oneOther, entries: Language.english.entries.mapValues(bracketed))

  /// The text with each word between brackets; places stay.
  private static func bracketed(_ text: String) -> String {
    text.replacing(/\p{L}[\p{L}\p{M}’'-]*/) { "⟦\($0.output)⟧" }
  }

  /// The words of a text that stand in no brackets and are not known.
  static func strangers(in text: String, known: Set<String>) -> [String] {
    text.replacing(/⟦[^⟧]*(⟧|$)/, with: "").matches(of: /(\p{L}{2,})(…?)/).compactMap { match in
      let word = String(match.output.1)
      let isCut = !match.output.2.isEmpty && known.contains { $0.hasPrefix(word) }
      return isCut || known.contains(word) ? nil : word
    }
  }
}
