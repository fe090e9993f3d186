import TextFiles

/// Contents of files as the store keeps them: in the format of zlib, or as they are where that is not longer.
///
/// That is the convention of SQLite's archives (https://sqlite.org/sqlar.html): what is kept has the length of the
/// content exactly where it is the content.
enum Compression {
  /// What is kept of a content.
  static func packed(_ bytes: [UInt8]) -> [UInt8] {
    let packed = Zlib.packed(bytes)
    return packed.count < bytes.count ? packed : bytes
  }

  /// The content, so many bytes long; `nil` where what was kept is damaged.
  static func unpacked(_ kept: [UInt8], length: Int) -> [UInt8]? {
    kept.count == length ? kept : Zlib.unpacked(kept, length: length)
  }
}
