import FigureDrawing
import Foundation
import Wording

/// How numbers are written, by which the page's script sorts them.
struct ScriptNumbers: Encodable {
  let decimal = NumberFormat.decimalSeparator
  let group = NumberFormat.groupSeparator
  /// The words behind numbers with the powers of ten that they stand for.
  let units = Dictionary(
    NumberFormat.unitWords.map { ($0.word, $0.size) }, uniquingKeysWith: { first, _ in first })

  /// The script's first line.
  func script() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return "var numbers = \(String(decoding: try encoder.encode(self), as: UTF8.self));\n"
  }
}
