/// Reads a table (RFC 4180) whose columns are known, in whatever order they stand.
package struct TableReader {
  /// A row: its line and its fields in the order of the columns that were asked for.
  package struct Row {
    /// The line the row begins in, from 1 for the header.
    package var line: Int
    fileprivate var fields: [String]
    fileprivate var columns: [String]
    fileprivate var log: FileFaults

    /// The text in a column.
    package func text(_ column: Int) -> String {
      if fields[column].isEmpty {
        log.note(
          line: line, "The column '\(columns[column])' is empty",
          cure: "Fill in an id, or write the file again.")
      }
      return fields[column]
    }

    /// The text in a column, or `nil` where it is empty.
    package func optionalText(_ column: Int) -> String? {
      fields[column].isEmpty ? nil : fields[column]
    }

    /// The number in a column, or `nil` where it is empty.
    package func optionalNumber(_ column: Int) -> Double? {
      fields[column].isEmpty ? nil : number(column)
    }

    /// The number in a column.
    package func number(_ column: Int) -> Double {
      if let number = NumberText.number(fields[column].utf8) { return number }
      log.note(
        line: line,
        "\(quoted(fields[column])) in the column '\(columns[column])' is not a finite number",
        cure: "Write a number with a decimal point and no thousands separators.")
      return 0
    }
  }

  private var scanner: RecordScanner
  private let columns: [String]
  /// How many of the columns must be there.
  private let required: Int
  private let log: FileFaults

  /// A reader of a file's bytes.
  ///
  /// - Parameter optional: columns that may be missing, and then are empty; rows have them after the others.
  package init(
    _ bytes: [UInt8], columns: [String], optional: [String] = [], log: FileFaults
  ) {
    scanner = RecordScanner(bytes: bytes)
    self.columns = columns + optional
    required = columns.count
    self.log = log
  }

  /// The rows as `read` makes them; what is wrong with any of them is in the log.
  package mutating func rows<Value>(_ read: (Row) -> Value) -> [Value] {
    guard let order = header() else { return [] }
    let width = order.count { $0 != nil }
    var values: [Value] = []
    while scanner.next() {
      guard isSound() else { continue }
      guard scanner.cells.count == width else {
        log.note(
          line: scanner.recordLine,
          "The row has \(scanner.cells.count) fields, but the header has \(width)",
          cure: "Give the row as many fields as the header; the file may be truncated.")
        continue
      }
      let fields = order.map { $0.map { scanner.cells[$0].text(in: scanner.bytes) } ?? "" }
      values.append(
        read(Row(line: scanner.recordLine, fields: fields, columns: columns, log: log)))
    }
    return values
  }

  /// For each column asked for where it stands in the file, if it does; `nil` where the header is wrong.
  private mutating func header() -> [Int?]? {
    guard scanner.next() else {
      log.note(
        line: 1, "The file is empty",
        cure: "Begin it with \(columns.prefix(required).joined(separator: ",")).")
      return nil
    }
    guard isSound() else { return nil }
    let found = scanner.cells.map { $0.text(in: scanner.bytes) }
    let unknown = found.filter { !columns.contains($0) }
    for column in unknown {
      log.note(
        line: 1, "The column \(quoted(column)) is unknown",
        cure: "Remove it; the columns are \(columns.joined(separator: ", ")).")
    }
    let missing = columns.prefix(required).filter { !found.contains($0) }
    for column in missing {
      log.note(line: 1, "The column '\(column)' is missing", cure: "Add it to the header.")
    }
    for column in columns where found.filter({ $0 == column }).count > 1 {
      log.note(
        line: 1, "The column '\(column)' appears twice", cure: "Remove one of the two.")
    }
    let order = columns.map { found.firstIndex(of: $0) }
    return missing.isEmpty && found.count == order.count { $0 != nil } ? order : nil
  }

  /// Whether the form of the scanner's record is sound; what is wrong with it is noted.
  private func isSound() -> Bool {
    guard let problem = scanner.problem else { return true }
    let position = UTF8Text.position(
      of: problem.offset, in: scanner.bytes, lineStart: scanner.recordOffset,
      line: scanner.recordLine)
    log.note(
      line: position.line, column: position.column, problem.cause.capitalizedFirst,
      cure: problem.cure)
    return false
  }
}
