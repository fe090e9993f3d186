import TextFiles

/// Where a row stands in its file, in few bytes: column positions are found again when a fault
/// needs them.
struct RowPlace: Sendable {
  /// The byte at which the row begins.
  var offset: Int
  /// The row's line, from 1 for the header.
  var line: Int
  /// Whether every cell was read without a fault; rules between cells are asked of such rows only.
  var isSound: Bool
}

/// The rows of one table with the places they stand at.
struct Table<Row> {
  /// The bytes and columns; `nil` where the dataset has no such table.
  var text: TableSource?
  /// The rows, in the order of the file.
  var rows: [Row] = []
  /// The place of each row.
  var places: [RowPlace] = []
  /// Whether all rows have been read. Where not, nobody may conclude that something is missing.
  var isComplete = true

  /// The places and rows that were read without a fault.
  var soundRows: some Sequence<(RowPlace, Row)> {
    zip(places, rows).lazy.filter { place, _ in place.isSound }
  }
}

/// The bytes of a table, and where its columns are.
struct TableSource {
  let schema: TableSchema
  let bytes: [UInt8]
  /// The known columns and which cell of a row each of them is.
  var columns: [(name: String, index: Int)] = []
  /// How many cells a row has.
  var width = 0

  /// The file's name.
  var file: String { schema.file }

  /// Which cell of a row `column` is; `nil` where the table does not have it.
  func index(of column: String) -> Int? {
    for candidate in columns where candidate.name == column { return candidate.index }
    return nil
  }

  /// Where `column` of the row at `place` is; the row's beginning where it has no such cell.
  func position(of column: String, at place: RowPlace) -> TextPosition {
    var scanner = RecordScanner(bytes: bytes, offset: place.offset, line: place.line)
    guard scanner.next(), let index = index(of: column), index < scanner.cells.count else {
      return TextPosition(line: place.line, column: 1)
    }
    return position(ofByte: scanner.cells[index].place, at: place)
  }

  /// Where the byte `offset` of the row at `place` is.
  func position(ofByte offset: Int, at place: RowPlace) -> TextPosition {
    UTF8Text.position(of: offset, in: bytes, lineStart: place.offset, line: place.line)
  }
}
