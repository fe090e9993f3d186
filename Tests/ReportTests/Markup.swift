import FigureDrawing
import Foundation
import FoundationXML
import Wording

/// What a test asks of a page's markup.
enum Markup {
  /// The page's pieces from `start` to `end`, both included.
  static func pieces(_ page: String, from start: String, to end: String) -> [String] {
    page.components(separatedBy: start).dropFirst().compactMap { rest in
      rest.range(of: end).map { start + rest[..<$0.upperBound] }
    }
  }

  /// What is wrong with `text` as XML; `nil` where nothing is.
  static func fault(_ text: String) -> String? {
    let parser = XMLParser(data: Data(text.utf8))
    return parser.parse() ? nil : parser.parserError.map { "\($0)" } ?? "unknown"
  }

  /// The page without its tags, styles, scripts and packed plans, with its entities back, one space between words.
  static func text(_ page: String) -> String {
    var text = ""
    var isTag = false
    var shown = page
    for element in ["style", "script", "template"] {
      for piece in pieces(page, from: "<\(element)", to: "</\(element)>") {
        shown = shown.replacing(piece, with: " ")
      }
    }
    for scalar in shown.unicodeScalars {
      switch scalar {
      case "<": isTag = true
      case ">":
        isTag = false
        text += " "
      default: if !isTag { text.unicodeScalars.append(scalar) }
      }
    }
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
    for (entity, character) in entities { text = text.replacing(entity, with: character) }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

/// The text with plain spaces.
func spaced(_ text: String) -> String {
  text.replacing(NumberFormat.space, with: " ")
}
