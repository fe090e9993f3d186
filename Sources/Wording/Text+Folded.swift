extension Text {
  /// A text whose lines are no wider than a terminal: one that is too long goes on below its value, or a little further in.
  ///
  /// Rows of a table and options to be copied stay as they are: broken, neither could be used.
  ///
  /// - Parameter width: of the terminal, in characters.
  package static func folded(_ text: String, width: Int = width) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { folded(line: String($0), width: width) }.joined(separator: "\n")
  }

  private static func folded(line: String, width: Int) -> [String] {
    let content = line.drop { $0 == " " }
    guard line.count > width, !content.hasPrefix("--") else { return [line] }
    let leading = line.count - content.count
    let starts = columns(of: content)
    // More than a name and its value: a row of a table.
    guard starts.count < 2 else { return [line] }
    let value = starts.first.map { leading + $0 } ?? leading + 2
    let hanging = String(repeating: " ", count: value <= width / 2 ? value : leading + 4)
    var lines: [String] = []
    var current = ""
    for word in words(of: line) {
      if !current.isEmpty, current.count + word.trimmedEnd.count > width,
        current.contains(where: { $0 != " " })
      {
        lines.append(current.trimmedEnd)
        current = hanging
      }
      current += word
    }
    return lines + [current.trimmedEnd]
  }

  /// Where columns begin after the first: behind two spaces or more.
  private static func columns(of text: Substring) -> [Int] {
    var starts: [Int] = []
    var spaces = 0
    for (place, character) in text.enumerated() {
      if character == " " {
        spaces += 1
      } else {
        if spaces > 1 { starts.append(place) }
        spaces = 0
      }
    }
    return starts
  }

  /// The words of a line, each with the spaces behind it; those at its beginning are a word of their own.
  private static func words(of line: String) -> [String] {
    var words: [String] = []
    var current = ""
    for character in line {
      // A number never parts from its unit.
      if character != " ", character != "%", current.last == " " {
        words.append(current)
        current = ""
      }
      current.append(character)
    }
    return words + [current]
  }
}
