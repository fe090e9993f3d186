import CCrypto

/// The SHA-256 of bytes, in lower-case hexadecimal digits.
package func sha256(of bytes: [UInt8]) -> String {
  var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
  var count: UInt32 = 0
  // It fails only where the system's policy forbids SHA-256.
  let isDone = EVP_Digest(bytes, bytes.count, &digest, &count, EVP_sha256(), nil) == 1
  precondition(isDone, "libcrypto refuses SHA-256")
  return hexadecimal(digest.prefix(Int(count)))
}

/// Bytes as hexadecimal digits, two each.
private func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef")
  return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
}
