import Crypto

extension DatasetSource {
  /// What ``Dataset/sha256`` says, of files that need not be valid: two datasets with equal tables
  /// have it in common, however they came to be.
  public var sha256: String {
    let names = TableSchema.all.map(\.file) + [SettingsReader.file]
    var hash = SHA256()
    for name in names.sorted() {
      guard let bytes = files[name] else { continue }
      hash.update(data: Array("\(name)\n\(bytes.count)\n".utf8))
      hash.update(data: bytes)
    }
    return hexadecimal(hash.finalize())
  }
}

/// The SHA-256 of bytes, in lower-case hexadecimal digits.
package func sha256(of bytes: [UInt8]) -> String { hexadecimal(SHA256.hash(data: bytes)) }

/// Bytes as hexadecimal digits, two each.
package func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef")
  return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
}
