import SupplyData
import TextFiles

/// The words of a file between white space, with their places.
///
/// The benchmarks' files are free in where they break lines, so a line means nothing but a place.
struct NumberFile {
  /// A word and its place.
  struct Word {
    /// The word.
    var text: String
    /// The line, from 1.
    var line: Int
    /// The column in characters, from 1.
    var column: Int
  }

  /// The name of the file, for faults.
  let name: String
  /// The words, in their order.
  let words: [Word]
  /// The last line.
  let lines: Int

  /// Splits the bytes of a file; what is not UTF-8 becomes a word that is no number.
  init(name: String, bytes: [UInt8]) {
    self.name = name
    let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    var start = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
    var words: [Word] = []
    var (line, lineStart) = (1, start)
    for end in start...max(start, bytes.count) {
      let byte = end < bytes.count ? bytes[end] : UInt8(ascii: "\n")
      guard byte == 0x20 || (0x09...0x0D).contains(byte) else { continue }
      if end > start {
        let before = String(decoding: bytes[lineStart..<start], as: UTF8.self)
        words.append(
          Word(
            text: String(decoding: bytes[start..<end], as: UTF8.self), line: line,
            column: before.count + 1))
      }
      start = end + 1
      // A carriage return before a line feed ends no line of its own.
      let isLast = end >= bytes.count
      let isPair = byte == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A
      if !isLast, byte == 0x0A || (byte == 0x0D && !isPair) {
        line += 1
        lineStart = start
      }
    }
    self.words = words
    lines = line
  }
}
