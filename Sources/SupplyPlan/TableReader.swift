import SupplyData

/// Reads a table (RFC 4180) whose columns are known, in whatever order they stand.
struct TableReader {
  /// A row: its line and its fields in the order of the columns that were asked for.
  struct Row {
    /// The line the row begins in, from 1 for the header.
    var line: Int
    fileprivate var fields: [String]
    fileprivate var columns: [String]
    fileprivate var log: PlanFileFaults

    /// The text in a column.
    func text(_ column: Int) -> String {
      if fields[column].isEmpty {
        log.note(
          line: line, "The column '\(columns[column])' is empty",
          cure: "Put an id there, or write the file again.")
      }
      return fields[column]
    }

    /// The text in a column, or `nil` where it is empty.
    func optionalText(_ column: Int) -> String? {
      fields[column].isEmpty ? nil : fields[column]
    }

    /// The number in a column.
    func number(_ column: Int) -> Double {
      if let number = NumberText.number(fields[column].utf8) { return number }
      log.note(
        line: line,
        "'\(fields[column])' in the column '\(columns[column])' is not a finite number",
        cure: "Put a number there, with a point and without separators.")
      return 0
    }
  }

  private let bytes: [UInt8]
  private let columns: [String]
  private let log: PlanFileFaults
  private var position = 0
  private var line = 1

  /// A reader of a file's bytes.
  init(_ bytes: [UInt8], columns: [String], log: PlanFileFaults) {
    self.bytes = bytes
    self.columns = columns
    self.log = log
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// The rows as `read` makes them; what is wrong with any of them is in the log.
  mutating func rows<Value>(_ read: (Row) -> Value) -> [Value] {
    guard let order = header() else { return [] }
    var values: [Value] = []
    while let (start, fields) = record() {
      // An empty line, such as at the end of the file, is no row.
      if fields.count == 1, fields[0].isEmpty { continue }
      guard fields.count == order.count else {
        log.note(
          line: start, "The row has \(fields.count) fields, the header \(order.count)",
          cure: "Give the row as many fields as the header; the file may be cut short.")
        continue
      }
      values.append(
        read(Row(line: start, fields: order.map { fields[$0] }, columns: columns, log: log)))
    }
    return values
  }

  /// For each column asked for where it stands in the file; `nil` where the header is wrong.
  private mutating func header() -> [Int]? {
    guard let (_, found) = record() else {
      log.note(
        line: 1, "The file is empty", cure: "Begin it with \(columns.joined(separator: ",")).")
      return nil
    }
    let unknown = found.filter { !columns.contains($0) }
    for column in unknown {
      log.note(
        line: 1, "The column '\(column)' is unknown",
        cure: "Remove it; the columns are \(columns.joined(separator: ", ")).")
    }
    let missing = columns.filter { !found.contains($0) }
    for column in missing {
      log.note(line: 1, "The column '\(column)' is missing", cure: "Add it to the header.")
    }
    for column in columns where found.filter({ $0 == column }).count > 1 {
      log.note(
        line: 1, "The column '\(column)' stands here twice", cure: "Remove one of the two.")
    }
    let order = columns.compactMap { found.firstIndex(of: $0) }
    return found.count == columns.count && order.count == columns.count ? order : nil
  }

  /// The next row's line and fields, or `nil` at the end.
  private mutating func record() -> (line: Int, fields: [String])? {
    guard position < bytes.count else { return nil }
    let start = line
    var fields: [String] = []
    while true {
      fields.append(field())
      guard position < bytes.count else { return (start, fields) }
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: ",") { continue }
      if byte == UInt8(ascii: "\r"), position < bytes.count, bytes[position] == UInt8(ascii: "\n") {
        position += 1
      }
      line += 1
      return (start, fields)
    }
  }

  private mutating func field() -> String {
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
      let start = position
      while position < bytes.count, !Self.endsField(bytes[position]) { position += 1 }
      return text(bytes[start..<position])
    }
    let start = line
    position += 1
    var collected: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\"") {
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
          skipToEndOfField()
          return text(collected[...])
        }
        position += 1
      }
      if byte == UInt8(ascii: "\n") { line += 1 }
      collected.append(byte)
    }
    log.note(
      line: start, "A quotation mark is not closed",
      cure: "Close it; the file may be cut short.")
    return ""
  }

  private mutating func skipToEndOfField() {
    guard position < bytes.count, !Self.endsField(bytes[position]) else { return }
    log.note(
      line: line, "There is text after a closing quotation mark",
      cure: "Double the quotation marks inside a field.")
    while position < bytes.count, !Self.endsField(bytes[position]) { position += 1 }
  }

  private func text(_ part: ArraySlice<UInt8>) -> String {
    if let text = String(validating: part, as: UTF8.self) { return text }
    log.note(line: line, "The text is not UTF-8", cure: "Save the file as UTF-8.")
    return ""
  }

  private static func endsField(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }
}
