import TextFiles

/// Looks through a YAML text for what may not reach the parser.
///
/// Settings of a plan have no use for anchors and aliases; those that a writer meant are found here, with their place. That none
/// reaches the parser is for ``YamlStandIns``.
enum YamlGuard {
  /// What is said of an anchor.
  static let anchor = Refusal(
    cause: "anchors and aliases are not supported", cure: "Write out the value, or quote the text.")

  /// The first byte that is refused, and why.
  static func firstRefusal(in bytes: [UInt8]) -> (offset: Int, refusal: Refusal)? {
    var index = 0
    var mayBeginValue = true
    while index < bytes.count {
      let byte = bytes[index]
      let next = index + 1 < bytes.count ? bytes[index + 1] : .lineFeed
      if isControl(byte) {
        return (index, Refusal(cause: "a control character", cure: "Delete it."))
      }
      switch byte {
      case UInt8(ascii: "#") where index == 0 || isBlank(bytes[index - 1]):
        while index < bytes.count, bytes[index] != .lineFeed { index += 1 }
        mayBeginValue = true
      case UInt8(ascii: "'") where mayBeginValue, UInt8(ascii: "\"") where mayBeginValue:
        index = endOfQuotes(in: bytes, at: index)
        mayBeginValue = false
      case UInt8(ascii: "&") where mayBeginValue && !isBlank(next),
        UInt8(ascii: "*") where mayBeginValue && !isBlank(next):
        return (index, anchor)
      case UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "?"): mayBeginValue = isBlank(next)
      case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "{"), .lineFeed, .carriageReturn:
        mayBeginValue = true
      case _ where isBlank(byte): break
      default: mayBeginValue = false
      }
      index += 1
    }
    return nil
  }

  /// The closing quote of the quotes that open at `start`; the last byte where there is none.
  private static func endOfQuotes(in bytes: [UInt8], at start: Int) -> Int {
    let quote = bytes[start]
    var index = start + 1
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        index += 1
      } else if bytes[index] == quote {
        guard quote == UInt8(ascii: "'"), index + 1 < bytes.count, bytes[index + 1] == quote else {
          return index
        }
        index += 1
      }
      index += 1
    }
    return bytes.count - 1
  }

  private static func isControl(_ byte: UInt8) -> Bool {
    (byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D) || byte == 0x7F
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == 0x09 || byte == .lineFeed || byte == .carriageReturn
  }
}

extension UInt8 {
  fileprivate static let lineFeed = UInt8(ascii: "\n")
  fileprivate static let carriageReturn = UInt8(ascii: "\r")
}
