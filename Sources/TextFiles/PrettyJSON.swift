import Foundation

/// A value as JSON for a reader and a program: indented, with sorted keys.
///
/// - Parameter value: texts, finite numbers, and lists and objects of them.
package func prettyJSON(_ value: some Encodable) -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  guard let data = try? encoder.encode(value) else {
    preconditionFailure("texts and finite numbers can be encoded")
  }
  return String(decoding: data, as: UTF8.self)
}
