import CZlib
import Foundation
import Testing

/// What a browser makes of a packed plan.
enum Unpacked {
  /// The text, so many bytes long.
  static func text(_ packed: String, length: Int) throws -> String {
    let data = try #require(Data(base64Encoded: packed))
    var count = uLong(length)
    var bytes = [UInt8](repeating: 0, count: length)
    let status = uncompress(&bytes, &count, Array(data), uLong(data.count))
    try #require(status == Z_OK && Int(count) == length)
    return String(decoding: bytes, as: UTF8.self)
  }
}
