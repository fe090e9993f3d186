/// A place in a text: line and column in characters, both from 1.
package struct TextPosition: Equatable {
  package var line: Int
  package var column: Int

  /// Creates a place.
  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// The three bytes that some programs put before UTF-8.
package let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

/// UTF-8 by the byte.
package enum UTF8Text {
  /// The number of bytes of the well-formed character at `start`; `nil` where there is none
  /// (Unicode, table 3-7).
  package static func length(of bytes: [UInt8], at start: Int) -> Int? {
    let first = bytes[start]
    let rules: (count: Int, second: ClosedRange<UInt8>)
    switch first {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: rules = (2, 0x80...0xBF)
    case 0xE0: rules = (3, 0xA0...0xBF)
    case 0xED: rules = (3, 0x80...0x9F)
    case 0xE1...0xEF: rules = (3, 0x80...0xBF)
    case 0xF0: rules = (4, 0x90...0xBF)
    case 0xF1...0xF3: rules = (4, 0x80...0xBF)
    case 0xF4: rules = (4, 0x80...0x8F)
    default: return nil
    }
    guard start + rules.count <= bytes.count, rules.second.contains(bytes[start + 1]) else {
      return nil
    }
    for index in (start + 2)..<(start + max(rules.count, 2))
    where !(0x80...0xBF).contains(bytes[index]) {
      return nil
    }
    return rules.count
  }

  /// The place of byte `offset`, counted from byte `lineStart` at which line `line` begins.
  package static func position(of offset: Int, in bytes: [UInt8], lineStart: Int, line: Int)
    -> TextPosition
  {
    var start = lineStart
    var line = line
    var index = lineStart
    while index < offset {
      if bytes[index] == UInt8(ascii: "\n") {
        line += 1
        start = index + 1
      } else if bytes[index] == UInt8(ascii: "\r") {
        if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\n") { index += 1 }
        line += 1
        start = index + 1
      }
      index += 1
    }
    let before = String(decoding: bytes[min(start, offset)..<offset], as: UTF8.self)
    return TextPosition(line: line, column: before.count + 1)
  }

  /// The place of the first byte that is not UTF-8.
  package static func firstFault(in bytes: [UInt8], from start: Int) -> TextPosition? {
    var index = start
    while index < bytes.count {
      guard let length = length(of: bytes, at: index) else {
        return position(of: index, in: bytes, lineStart: start, line: 1)
      }
      index += length
    }
    return nil
  }
}
