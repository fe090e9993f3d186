import DatasetWriting
import Foundation

/// Numbers of the dataset's tables.
enum DatasetNumber {
  /// At most 15 digits, so that what conversions do to the last bits is not written.
  static func text(_ number: Double) -> String {
    DatasetDraft.number(Double(String(format: "%.15g", number)) ?? number)
  }

  /// A number, or an empty cell.
  static func text(_ number: Double?) -> String { number.map(text) ?? "" }
}
