import FigureDrawing
import Foundation

/// What the page's script must know of the language: its own few texts, and how numbers are written, by which it sorts them.
struct ScriptWords: Encodable {
  let language = Language.current.code
  let decimal = Language.current.decimalSeparator
  let group = Language.current.groupSeparator
  /// The words behind numbers with the powers of ten that they stand for.
  let units = Dictionary(
    NumberFormat.unitWords.map { ($0.word, $0.size) }, uniquingKeysWith: { first, _ in first })
  let download = say("Download CSV")
  let cannotUnpack = say(
    "This browser cannot unpack the other plans. Open the report in a current one.")

  /// The script's first line.
  func script() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let json = String(decoding: try encoder.encode(self), as: UTF8.self)
    // A text must not end the script that it stands in.
    return "var words = \(json.replacing("<", with: "\\u003c"));\n"
  }
}
