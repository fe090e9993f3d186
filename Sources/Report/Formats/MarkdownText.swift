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
    // A line that begins like a list would be one.
    let first = result.first { $0 != " " }
    return first == "-" || first == "+" || isNumbered(result) ? "\u{200B}" + result : result
  }

  private static func isNumbered(_ text: String) -> Bool {
    text.prefixMatch(of: /\s*[0-9]{1,9}[.)]\s/) != nil
  }

  /// A table; numbers stand flush right.
  static func table(_ table: FigureTable) -> String {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    return line(table.columns.map { escaped($0.title) })
      + line(table.columns.map { $0.isNumber ? "---:" : "---" })
      + table.rows.map { line($0.map(escaped)) }.joined()
  }
}
