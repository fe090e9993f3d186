import CZlib
import Foundation

/// A fragment of the page, packed: the plans that are not shown at first, or a page of twenty plans would be ten times as large.
///
/// The page's script unpacks it with the browser's own `DecompressionStream("deflate")`, the format of zlib (RFC 1950).
enum PackedFragment {
  /// The fragment compressed, as base64.
  static func pack(_ fragment: String) -> String {
    let bytes = Array(fragment.utf8)
    var length = compressBound(uLong(bytes.count))
    var packed = [UInt8](repeating: 0, count: Int(length))
    let status = compress2(&packed, &length, bytes, uLong(bytes.count), Z_DEFAULT_COMPRESSION)
    // The buffer has the room that zlib asks for, so it can fail for want of memory alone.
    precondition(status == Z_OK, "zlib could not compress \(bytes.count) bytes: \(status)")
    return Data(packed.prefix(Int(length))).base64EncodedString()
  }
}
