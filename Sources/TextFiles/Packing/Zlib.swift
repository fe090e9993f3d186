import CZlib

/// The format of zlib (RFC 1950), which SQLite's archives and browsers unpack.
package enum Zlib {
  /// The bytes, packed.
  package static func packed(_ bytes: [UInt8]) -> [UInt8] {
    var length = compressBound(uLong(bytes.count))
    var packed = [UInt8](repeating: 0, count: Int(length))
    let status = compress2(&packed, &length, bytes, uLong(bytes.count), Z_DEFAULT_COMPRESSION)
    // The buffer has the room that zlib asks for, so it can fail for want of memory alone.
    precondition(status == Z_OK, "zlib could not compress \(bytes.count) bytes: \(status)")
    packed.removeLast(packed.count - Int(length))
    return packed
  }

  /// What was packed, so many bytes long; `nil` where the bytes are damaged.
  package static func unpacked(_ packed: [UInt8], length: Int) -> [UInt8]? {
    var count = uLong(length)
    var bytes = [UInt8](repeating: 0, count: length)
    let status = uncompress(&bytes, &count, packed, uLong(packed.count))
    return status == Z_OK && Int(count) == length ? bytes : nil
  }
}
