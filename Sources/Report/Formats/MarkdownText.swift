import FigureDrawing

/// Markdown as GitHub reads it (CommonMark with tables), in which every text from outside stays text.
enum MarkdownText {
  /// `text` with what Markdown or HTML would take for their own signs made inert, on one line.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\\", "`", "*", "_", "[", "]", "#", "|", "~", "$", "!":
        result += "\\"
        result.unicodeScalars.append(scalar)
      case _ where scalar.properties.generalCategory == .control: result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A paragraph: a text whose beginning is no list either.
  static func paragraph(_ text: String) -> String {
    let inert = escaped(text)
    if inert.hasPrefix("-") || inert.hasPrefix("+") { return "\\" + inert }
    guard let number = inert.prefixMatch(of: /([0-9]{1,9})([.)])(\s|$)/) else { return inert }
    return number.1 + "\\" + number.2 + inert[number.2.endIndex...]
  }

  /// A table; numbers stand flush right.
  static func table(_ table: FigureTable) -> String {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    return line(table.columns.map { escaped($0.title) })
      + line(table.columns.map { $0.isNumber ? "---:" : "---" })
      + table.rows.map { line($0.map(escaped)) }.joined()
  }
}
