import TextFiles

/// Reads the first row of a table: which columns it has, and in which order.
struct HeaderReader {
  let schema: TableSchema
  let log: FaultLog
  /// Behind the header once it has been read.
  private(set) var scanner: RecordScanner
  private var text: TableSource

  init(schema: TableSchema, bytes: [UInt8], log: FaultLog) {
    self.schema = schema
    self.log = log
    scanner = RecordScanner(bytes: bytes)
    text = TableSource(schema: schema, bytes: bytes)
  }

  /// The table with its columns; `nil`, and a fault, where they cannot be told.
  mutating func read() -> TableSource? {
    guard scanner.next() else {
      log.add(
        schema.file, "the table is empty",
        cure: "Write a header row: \(schema.columns.joined(separator: ",")).")
      return nil
    }
    if let problem = scanner.problem {
      log.add(schema.file, at: position(ofByte: problem.offset), problem.cause, cure: problem.cure)
      return nil
    }
    text.width = scanner.cells.count
    if let separator = otherSeparator() {
      log.add(
        schema.file, at: position(ofByte: scanner.recordOffset),
        "the columns are separated by \(separator)", cure: "Save the table with commas.")
      return nil
    }
    for (index, cell) in scanner.cells.enumerated() { take(cell, at: index) }
    reportMissing()
    return text
  }

  private func position(ofByte offset: Int) -> TextPosition {
    let place = RowPlace(offset: scanner.recordOffset, line: scanner.recordLine, isSound: true)
    return text.position(ofByte: offset, at: place)
  }

  private func name(of cell: Cell) -> String {
    String(decoding: text.bytes[cell.content], as: UTF8.self)
  }

  /// What separates the columns of a header that is one cell, by the look of it.
  private func otherSeparator() -> String? {
    guard scanner.cells.count == 1, let cell = scanner.cells.first else { return nil }
    let name = name(of: cell)
    if name.contains(";") { return "semicolons" }
    return name.contains("\t") ? "tabs" : nil
  }

  private mutating func take(_ cell: Cell, at index: Int) {
    let name = name(of: cell)
    if schema.columns.contains(name) {
      if text.index(of: name) == nil {
        text.columns.append((name, index))
      } else {
        report(cell, "the column \(quoted(name)) appears twice", "Delete one of them.")
      }
    } else if name.isEmpty {
      report(cell, "a column has no name", "Name it, or delete the column.")
    } else {
      report(
        cell, "there is no column \(quoted(name)) in this table",
        Suggestion.cure(
          for: name, among: schema.columns,
          otherwise: "The columns are \(enumeration(schema.columns, "and"))."))
    }
  }

  private func report(_ cell: Cell, _ cause: String, _ cure: String) {
    log.add(schema.file, at: position(ofByte: cell.place), cause, cure: cure)
  }

  private func reportMissing() {
    for column in schema.columns
    where !schema.optionalColumns.contains(column) && text.index(of: column) == nil {
      log.add(
        schema.file, at: position(ofByte: scanner.recordOffset),
        "the column '\(column)' is missing", cure: "Add it: it has no default.")
    }
  }
}
