extension Text {
  /// The widest line that a text for a terminal has, in characters.
  package static let width = 100

  /// A text in lines of at most `width` characters, broken between words, each behind `indent` spaces and all but the first behind
  /// two more. A word that is longer stands alone.
  package static func wrapped(_ text: String, indent: Int = 0, width: Int = width) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ", omittingEmptySubsequences: true) {
      let room = width - indent - (lines.isEmpty ? 0 : 2)
      if !line.isEmpty, line.count + 1 + word.count > room {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " \(word)"
    }
    lines.append(line)
    return lines.enumerated().map { row, line in
      String(repeating: " ", count: indent + (row == 0 ? 0 : 2)) + line
    }
  }
}
