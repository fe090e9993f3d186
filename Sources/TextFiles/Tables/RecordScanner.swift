/// One cell of a record, as the bytes of its content: without quotes and without blanks around
/// them.
package struct Cell {
  /// Where the cell is shown to begin: its opening quote or its first character.
  package var place: Int
  /// The bytes of the content.
  package var content: Range<Int>
  /// Whether the content holds doubled quotes that stand for one.
  var hasDoubledQuotes = false

  /// The text of the content, from the bytes of its table.
  package func text(in bytes: [UInt8]) -> String {
    let written = String(decoding: bytes[content], as: UTF8.self)
    guard hasDoubledQuotes else { return written }
    // By scalars: a quote with a combining accent is one character that equals no quote.
    var result = ""
    var afterQuote = false
    for scalar in written.unicodeScalars {
      if scalar == "\"", afterQuote {
        afterQuote = false
        continue
      }
      afterQuote = scalar == "\""
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}

/// Cuts the bytes of a table into records and cells, by RFC 4180.
///
/// The libraries for CSV in Swift hand over cells without saying where they stood; a fault that
/// names no line and column helps nobody with a table of thousands of rows, so this is our own.
/// Beyond RFC 4180 it takes a byte order mark, line feeds or carriage returns alone as line ends,
/// blank lines, and blanks around cells.
package struct RecordScanner {
  /// Something wrong with the form of a record.
  package struct Problem {
    /// The byte at which it is.
    package var offset: Int
    package var cause: String
    package var cure: String
    /// Whether the rest of the file cannot be told from here on.
    package var isFatal = false
  }

  /// The most bytes a record may have: an unclosed quote is found before it has swallowed the file.
  static let longestRecord = 1 << 20

  package let bytes: [UInt8]
  /// The next byte.
  package private(set) var offset: Int
  /// The line of the next byte.
  package private(set) var line: Int
  /// The byte at which the last record began, and its line.
  package private(set) var recordOffset = 0
  package private(set) var recordLine = 1
  /// The cells of the last record.
  package private(set) var cells: [Cell] = []
  /// The first thing wrong with the last record.
  package private(set) var problem: Problem?

  /// Starts at the first byte behind a byte order mark.
  package init(bytes: [UInt8]) {
    self.init(bytes: bytes, offset: bytes.starts(with: byteOrderMark) ? 3 : 0, line: 1)
  }

  /// Starts at a record that is known to begin at `offset`.
  package init(bytes: [UInt8], offset: Int, line: Int) {
    self.bytes = bytes
    self.offset = offset
    self.line = line
  }

  /// Reads the next record into ``cells``; `false` at the end of the file.
  package mutating func next() -> Bool {
    while skipBlankLine() {}
    guard offset < bytes.count, problem?.isFatal != true else { return false }
    problem = nil
    cells.removeAll(keepingCapacity: true)
    recordOffset = offset
    recordLine = line
    repeat { readCell() } while takeSeparator()
    return true
  }

  /// Passes a line of nothing but blanks.
  private mutating func skipBlankLine() -> Bool {
    var index = offset
    while index < bytes.count, isBlank(bytes[index]) { index += 1 }
    guard index < bytes.count else {
      offset = index
      return false
    }
    guard bytes[index] == .lineFeed || bytes[index] == .carriageReturn else { return false }
    offset = index
    takeLineEnd()
    return true
  }

  /// Takes a comma; else the line's end, and says that the record is complete.
  private mutating func takeSeparator() -> Bool {
    guard offset < bytes.count, problem?.isFatal != true else { return false }
    if isTooLong {
      fail(at: recordOffset, "a row of more than 1 MiB", "Write one row per line.")
      return false
    }
    if bytes[offset] == .comma {
      offset += 1
      return true
    }
    takeLineEnd()
    return false
  }

  private mutating func takeLineEnd() {
    if bytes[offset] == .carriageReturn, offset + 1 < bytes.count, bytes[offset + 1] == .lineFeed {
      offset += 1
    }
    offset += 1
    line += 1
  }

  private mutating func readCell() {
    while offset < bytes.count, isBlank(bytes[offset]) { offset += 1 }
    if offset < bytes.count, bytes[offset] == .quote {
      readQuotedCell()
    } else {
      readPlainCell()
    }
  }

  private mutating func readPlainCell() {
    let start = offset
    var end = offset
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == .comma || byte == .lineFeed || byte == .carriageReturn { break }
      guard !isTooLong else { return }
      if byte == .quote {
        note(
          at: offset, "a quote inside a cell that is not in quotes",
          "Quote the whole cell, and double any quote inside it.")
      }
      guard takeCharacter(byte) else { return }
      if !isBlank(byte) { end = offset }
    }
    cells.append(Cell(place: start, content: start..<end))
  }

  private mutating func readQuotedCell() {
    let opening = offset
    offset += 1
    var cell = Cell(place: opening, content: offset..<offset)
    while true {
      guard offset < bytes.count, !isTooLong else {
        fail(
          at: opening, "a quote is opened here but never closed",
          "Close the quote; double any quote inside a quoted cell.")
        return
      }
      let byte = bytes[offset]
      if byte == .quote {
        guard offset + 1 < bytes.count, bytes[offset + 1] == .quote else { break }
        cell.hasDoubledQuotes = true
        offset += 2
      } else if byte == .lineFeed || byte == .carriageReturn {
        takeLineEnd()
      } else if !takeCharacter(byte) {
        return
      }
    }
    cell.content = (opening + 1)..<offset
    cells.append(cell)
    offset += 1
    skipToSeparator()
  }

  /// Passes the blanks behind a closing quote; anything else there is a problem.
  private mutating func skipToSeparator() {
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == .comma || byte == .lineFeed || byte == .carriageReturn || isTooLong { return }
      if !isBlank(byte) {
        note(
          at: offset, "text after a closing quote",
          "Quote the whole cell, and double any quote inside it.")
      }
      guard takeCharacter(byte) else { return }
    }
  }

  /// Passes one character, which must be UTF-8 and not NUL; `false` where reading cannot go on.
  private mutating func takeCharacter(_ byte: UInt8) -> Bool {
    if byte >= 0x80 {
      guard let length = UTF8Text.length(of: bytes, at: offset) else {
        fail(
          at: offset, "byte 0x\(String(byte, radix: 16, uppercase: true)) is not UTF-8",
          "Save the file as UTF-8.")
        return false
      }
      offset += length
    } else {
      if byte == 0 {
        note(at: offset, "a NUL byte", "Save the table as plain text in UTF-8.")
      }
      offset += 1
    }
    return true
  }

  /// Whether the record has grown beyond what a row may be.
  private var isTooLong: Bool { offset - recordOffset > Self.longestRecord }

  private mutating func note(at offset: Int, _ cause: String, _ cure: String) {
    if problem == nil { problem = Problem(offset: offset, cause: cause, cure: cure) }
  }

  private mutating func fail(at offset: Int, _ cause: String, _ cure: String) {
    problem = Problem(offset: offset, cause: cause, cure: cure, isFatal: true)
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == .space || byte == .tab }
}

extension UInt8 {
  fileprivate static let comma = UInt8(ascii: ",")
  fileprivate static let quote = UInt8(ascii: "\"")
  fileprivate static let lineFeed = UInt8(ascii: "\n")
  fileprivate static let carriageReturn = UInt8(ascii: "\r")
  fileprivate static let space = UInt8(ascii: " ")
  fileprivate static let tab = UInt8(ascii: "\t")
}
