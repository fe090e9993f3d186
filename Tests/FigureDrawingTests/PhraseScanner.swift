import Foundation

/// Finds in Swift sources what they say: the patterns of the phrases in `say(…)` and `NumberFormat.count(…)`.
///
/// It knows of Swift no more than strings, comments and parentheses, which is enough as long as phrases are written as literals
/// at the place where they are said.
struct PhraseScanner {
  /// A string literal: its text with `{0}`, `{1}` in the places of interpolations, and where those stand.
  private struct Literal {
    var pattern = ""
    var interpolations: [Range<Int>] = []
  }

  /// The patterns, those of plurals in the form that the table has: `one|many`.
  private(set) var patterns: [String] = []
  private let source: [Character]

  init(_ text: String) {
    source = Array(text)
    scan(0..<source.count)
  }

  /// The patterns that all Swift files below a folder say, each with a file that has it.
  static func patterns(below folder: URL) throws -> [String: String] {
    var found: [String: String] = [:]
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
      let scanner = PhraseScanner(try String(contentsOf: file, encoding: .utf8))
      for pattern in scanner.patterns where !pattern.isEmpty {
        found[pattern] = file.lastPathComponent
      }
    }
    return found
  }

  private mutating func scan(_ range: Range<Int>) {
    var place = range.lowerBound
    while place < range.upperBound {
      if let end = comment(place) {
        place = end
      } else if source[place] == "\"" {
        let (literal, end) = literal(place)
        literal.interpolations.forEach { scan($0) }
        place = end
      } else if let name = ["say(", "NumberFormat.count("].first(where: { isCall($0, at: place) }) {
        let inside = place + name.count
        let end = close(inside)
        let arguments = arguments(inside..<end)
        if name != "say(" {
          let words = arguments.dropFirst().prefix(2).compactMap { literals($0).first?.pattern }
          if words.count == 2 {
            patterns.append(words.map { "{0}\u{A0}" + $0 }.joined(separator: "|"))
          }
        } else if arguments.count == 3, isLabel("one:", arguments[1]) {
          let forms = arguments.dropFirst().compactMap { literals($0).first?.pattern }
          patterns.append(forms.joined(separator: "|"))
        } else {
          patterns += literals(inside..<end).map(\.pattern)
        }
        scan(inside..<end)
        place = end + 1
      } else {
        place += 1
      }
    }
  }

  /// The literals of a range that are not arguments of a call within.
  private func literals(_ range: Range<Int>) -> [Literal] {
    var found: [Literal] = []
    var place = range.lowerBound
    while place < range.upperBound {
      if let end = comment(place) {
        place = end
      } else if source[place] == "\"" {
        let (literal, end) = literal(place)
        found.append(literal)
        place = end
      } else if source[place] == "(", place > 0, isNameCharacter(source[place - 1]) {
        place = close(place + 1) + 1
      } else {
        place += 1
      }
    }
    return found
  }

  private func isCall(_ name: String, at place: Int) -> Bool {
    guard source[place...].starts(with: name) else { return false }
    let before = place > 0 ? source[place - 1] : " "
    return !isNameCharacter(before) && before != "."
      && !source[max(0, place - 5)..<place].elementsEqual("func ")
  }

  private func isNameCharacter(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }

  private func isLabel(_ label: String, _ range: Range<Int>) -> Bool {
    source[range].drop(while: \.isWhitespace).starts(with: label)
  }

  /// The end of the comment that begins here.
  private func comment(_ place: Int) -> Int? {
    guard source[place] == "/", place + 1 < source.count, source[place + 1] == "/" else {
      return nil
    }
    return source[place...].firstIndex(where: \.isNewline) ?? source.count
  }

  /// Visits what is neither comment nor literal, with the depth of the brackets around it, until `visit` has seen enough.
  private func walk(_ range: Range<Int>, _ visit: (_ place: Int, _ depth: Int) -> Bool) {
    var depth = 0
    var place = range.lowerBound
    while place < range.upperBound {
      if let end = comment(place) {
        place = end
      } else if source[place] == "\"" {
        place = literal(place).end
      } else {
        if visit(place, depth) { return }
        if "([{".contains(source[place]) { depth += 1 }
        if ")]}".contains(source[place]) { depth -= 1 }
        place += 1
      }
    }
  }

  /// Where the parenthesis closes that was opened before `start`.
  private func close(_ start: Int) -> Int {
    var found = source.count
    walk(start..<source.count) { place, depth in
      guard depth == 0, source[place] == ")" else { return false }
      found = place
      return true
    }
    return found
  }

  /// The arguments between a call's parentheses.
  private func arguments(_ range: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = range.lowerBound
    walk(range) { place, depth in
      if depth == 0, source[place] == "," {
        found.append(start..<place)
        start = place + 1
      }
      return false
    }
    return found + [start..<range.upperBound]
  }

  /// The literal that begins at a quote.
  private func literal(_ start: Int) -> (literal: Literal, end: Int) {
    let isLong = source[start...].starts(with: "\"\"\"")
    let quote = isLong ? "\"\"\"" : "\""
    var literal = Literal()
    var place = start + quote.count
    // Lines of a long literal with their own indentation; `nil` is a line that goes on in the next.
    var text = ""
    if isLong, let line = source[place...].firstIndex(where: \.isNewline) { place = line + 1 }
    while place < source.count, !source[place...].starts(with: quote) {
      guard source[place] == "\\" else {
        text.append(source[place])
        place += 1
        continue
      }
      switch source[place + 1] {
      case "(":
        let end = close(place + 2)
        text += "{\(literal.interpolations.count)}"
        literal.interpolations.append(place + 2..<end)
        place = end + 1
      case "u":
        let end = source[place...].firstIndex(of: "}") ?? place
        let code = UInt32(String(source[place + 3..<end]), radix: 16) ?? 0
        text.append(Unicode.Scalar(code).map(Character.init) ?? "?")
        place = end + 1
      case let character where character.isNewline:
        text.append("\u{1}")
        place += 2
      case let character:
        text.append(character == "n" ? "\n" : character)
        place += 2
      }
    }
    literal.pattern = isLong ? dedented(text) : text
    return (literal, place + quote.count)
  }

  /// The text of a long literal without what its lines are indented by: as much as its closing quotes.
  private func dedented(_ text: String) -> String {
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\u{1}" || $0.isNewline }
    let indentation = lines.last?.count ?? 0
    var result = ""
    var place = text.startIndex
    for (number, line) in lines.dropLast().enumerated() {
      place = text.index(place, offsetBy: line.count)
      result += line.dropFirst(indentation)
      if text[place] != "\u{1}", number < lines.count - 2 { result += "\n" }
      place = text.index(after: place)
    }
    return result
  }
}
