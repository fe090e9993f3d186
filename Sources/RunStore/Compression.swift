import CZlib
import Foundation

/// Contents of files as the store keeps them: in the format of zlib, or as they are where that is not longer.
///
/// That is the convention of SQLite's archives (https://sqlite.org/sqlar.html): what is kept has the length of the
/// content exactly where it is the content.
enum Compression {
  /// What is kept of a content.
  static func packed(_ bytes: [UInt8]) -> [UInt8] {
    var length = compressBound(uLong(bytes.count))
    var packed = [UInt8](repeating: 0, count: Int(length))
    let status = compress2(
      &packed, &length, bytes, uLong(bytes.count), Z_DEFAULT_COMPRESSION)
    guard status == Z_OK, Int(length) < bytes.count else { return bytes }
    packed.removeLast(packed.count - Int(length))
    return packed
  }

  /// The content, so many bytes long; `nil` where what was kept is damaged.
  static func unpacked(_ kept: [UInt8], length: Int) -> [UInt8]? {
    if kept.count == length { return kept }
    var count = uLong(length)
    var bytes = [UInt8](repeating: 0, count: length)
    let status = uncompress(&bytes, &count, kept, uLong(kept.count))
    return status == Z_OK && Int(count) == length ? bytes : nil
  }
}
