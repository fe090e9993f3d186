import FigureDrawing
import Findings
import SupplyData
import TextFiles

/// Markdown as GitHub reads it (CommonMark with tables), in which every text from outside stays text.
enum MarkdownText {
  /// `text` with what Markdown or HTML would take for their own signs made inert, on one line.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in withoutAddresses(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\\", "`", "*", "_", "[", "]", "#", "|", "~", "$", "!":
        result += "\\"
        result.unicodeScalars.append(scalar)
      // What makes an address of a word, which readers turn into a link without being asked to.
      case "@": result += "&#64;"
      case addressColon: result += "&#58;"
      case addressPoint: result += "&#46;"
      case _ where scalar.turnsDirection: break
      case _ where scalar.actsUnseen: result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Stand in for the colon of `://` and the point of `www.`; where a text has these control characters itself, one more sign is shown.
  private static let addressColon: Unicode.Scalar = "\u{1}"
  private static let addressPoint: Unicode.Scalar = "\u{2}"

  private static func withoutAddresses(_ text: String) -> String {
    guard text.contains("://") || text.lowercased().contains("www.") else { return text }
    return text.replacing("://", with: "\(addressColon)//")
      .replacing(/(?i)(www)\./) { "\($0.1)\(addressPoint)" }
  }

  /// A paragraph: a text whose beginning is no list either.
  static func paragraph(_ text: String) -> String {
    let inert = escaped(text)
    if inert.hasPrefix("-") || inert.hasPrefix("+") { return "\\" + inert }
    guard let number = inert.prefixMatch(of: /([0-9]{1,9})([.)])(\s|$)/) else { return inert }
    return number.1 + "\\" + number.2 + inert[number.2.endIndex...]
  }

  /// A table; numbers stand flush right.
  static func table(_ table: Table) -> String {
    let (columns, rows) = table.shown
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    return line(columns.map { escaped($0.title) })
      + line(columns.map { $0.isFlushRight ? "---:" : "---" })
      + rows.map { line($0.map(escaped)) }.joined()
  }
}
