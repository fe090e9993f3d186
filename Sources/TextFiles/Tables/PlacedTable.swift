/// A table of any columns as text, which knows where every cell stands: for tables that are no
/// dataset's.
package struct PlacedTable: Sendable {
  /// A row.
  package struct Row: Sendable {
    /// The cells, one for each column; empty where nothing is written.
    package let cells: [String]
    /// The line in the file, from 1 for the header.
    package let line: Int
    /// The byte at which it begins.
    fileprivate let offset: Int
  }

  /// The file's name.
  package let file: String
  /// The columns, as the header has them.
  package private(set) var columns: [String] = []
  /// The rows; those without any content are left out.
  package private(set) var rows: [Row] = []
  private let bytes: [UInt8]

  /// Cuts the bytes of a file; what is wrong with their form goes to `log`.
  package init(file: String, bytes: [UInt8], log: FaultLog) {
    self.file = file
    self.bytes = bytes
    var scanner = RecordScanner(bytes: bytes)
    guard scanner.next() else { return }
    if refuse(scanner, log) { return }
    columns = scanner.cells.map { $0.text(in: bytes) }
    while scanner.next() {
      if refuse(scanner, log) { continue }
      guard scanner.cells.count == columns.count else {
        let count = scanner.cells.count
        log.add(
          Fault(
            file: file, line: scanner.recordLine, column: 1,
            cause: "the row has \(count) cell\(count == 1 ? "" : "s") but the header has "
              + "\(columns.count)",
            cure: "Write a comma for each empty cell, and quote cells that contain commas."))
        continue
      }
      let cells = scanner.cells.map { trimmed($0.text(in: bytes)) }
      guard cells.contains(where: { !$0.isEmpty }) else { continue }
      rows.append(Row(cells: cells, line: scanner.recordLine, offset: scanner.recordOffset))
    }
  }

  /// Tells what is wrong with the form of the scanner's record; `false` where nothing is.
  private func refuse(_ scanner: RecordScanner, _ log: FaultLog) -> Bool {
    guard let problem = scanner.problem else { return false }
    let place = UTF8Text.position(
      of: problem.offset, in: bytes, lineStart: scanner.recordOffset, line: scanner.recordLine)
    log.add(file, at: place, problem.cause, cure: problem.cure)
    return true
  }

  /// A fault at a cell; at the row's beginning where there is no cell of that number.
  package func fault(row: Int, cell: Int?, cause: String, cure: String) -> Fault {
    var scanner = RecordScanner(bytes: bytes, offset: rows[row].offset, line: rows[row].line)
    var place = TextPosition(line: rows[row].line, column: 1)
    if let cell, scanner.next(), cell < scanner.cells.count {
      place = UTF8Text.position(
        of: scanner.cells[cell].place, in: bytes, lineStart: rows[row].offset,
        line: rows[row].line)
    }
    return Fault(
      file: file, line: place.line, column: place.column, cause: cause, cure: cure)
  }
}
