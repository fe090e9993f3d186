import TextFiles

/// Reads the cells of one row after another, by column name, and reports what is wrong with them.
///
/// Every method answers with a value even where the cell is wrong, so that one reading finds all
/// faults; ``isSound`` then says that the row may not be used.
final class RowReader {
  let text: TableSource
  let log: FaultLog
  private var scanner: RecordScanner

  /// Whether no cell has been found wrong yet.
  private(set) var isSound = true
  /// Whether the row's form is broken. Its fault has been told, and its cells may have slipped into
  /// other columns.
  private(set) var isBroken = false

  init(_ text: TableSource, from scanner: RecordScanner, _ log: FaultLog) {
    self.text = text
    self.scanner = scanner
    self.log = log
  }

  /// The row's line in the file.
  var line: Int { scanner.recordLine }
  /// Where the row stands.
  var place: RowPlace {
    RowPlace(offset: scanner.recordOffset, line: scanner.recordLine, isSound: isSound)
  }
  /// Whether the file could not be read to its end.
  var hasFailed: Bool { scanner.problem?.isFatal ?? false }

  /// Goes to the next row; `false` where there is none.
  func next() -> Bool {
    guard scanner.next() else { return false }
    isSound = true
    isBroken = false
    if let problem = scanner.problem {
      refuseRow(atByte: problem.offset, problem.cause, problem.cure)
    } else if scanner.cells.count != text.width {
      refuseWidth()
    } else if text.width > 1, scanner.cells.allSatisfy(\.content.isEmpty) {
      refuseRow(
        atByte: scanner.recordOffset, "all cells of the row are empty",
        "Delete the row, or fill it in.")
    }
    return true
  }

  private func refuseWidth() {
    let count = scanner.cells.count
    let byte =
      count > text.width ? scanner.cells[text.width].place : scanner.cells.last?.place ?? 0
    refuseRow(
      atByte: byte,
      "the row has \(count) cell\(count == 1 ? "" : "s") but the header has \(text.width)",
      count > text.width
        ? "Quote cells that contain commas, or delete the surplus cells."
        : "Write a comma for each empty cell as well.")
  }

  private func refuseRow(atByte byte: Int, _ cause: String, _ cure: String) {
    log.add(text.file, at: text.position(ofByte: byte, at: place), cause, cure: cure)
    isSound = false
    isBroken = true
  }

  // MARK: Cells

  /// The text of a cell; `nil` where the column is absent or the cell empty.
  func text(_ column: String) -> String? {
    guard let index = text.index(of: column), index < scanner.cells.count else { return nil }
    let cell = scanner.cells[index]
    guard !cell.content.isEmpty else { return nil }
    return cell.text(in: text.bytes)
  }

  /// Whether the table has the column.
  func has(_ column: String) -> Bool { text.index(of: column) != nil }

  /// The text of a cell that may not be empty; `nil`, and a fault, where it is.
  func required(_ column: String) -> String? {
    if let text = text(column) { return text }
    isSound = false
    // A column that is absent has been reported with the header.
    if !isBroken, text.index(of: column) != nil {
      refuse(column, "'\(column)' is empty", "Fill it in: it has no default.")
    }
    return nil
  }

  /// Sets the row aside without a report, where what it depends on has one.
  func setAside() { isSound = false }

  /// Reports that a cell is wrong. In a broken row nothing is reported.
  func refuse(
    _ column: String, _ cause: @autoclosure () -> String, _ cure: @autoclosure () -> String
  ) {
    isSound = false
    guard !isBroken else { return }
    guard !log.isFull(text.file) else {
      log.count(text.file, .error)
      return
    }
    log.add(text.file, at: text.position(of: column, at: place), cause(), cure: cure())
  }
}
