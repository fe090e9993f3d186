import TextFiles

/// A table as text, row by row, to be patched and written again.
///
/// What is not changed is written byte for byte as it was, so that a patch shows in nothing but the
/// rows it is about, and a fault in another row keeps its column.
struct EditableTable {
  /// A row.
  struct Row {
    /// The cells, one for each column of the table.
    var cells: [String]
    /// What the cells were; `nil` in a new row.
    let original: [String]?
    /// The bytes it was read from, without the line's end.
    let raw: Range<Int>
    /// The line in the file; 0 for a new row.
    let line: Int
    /// The last patch that changed it.
    var place: Patch.Place?
    /// Whether it has been deleted.
    var isDeleted = false

    /// Whether it is no longer what it was.
    var isChanged: Bool {
      guard let original else { return !isDeleted }
      return isDeleted || Array(cells.prefix(original.count)) != original
        || cells.dropFirst(original.count).contains { !$0.isEmpty }
    }
  }

  /// The file's name.
  let file: String
  /// The columns that the table may have.
  let known: [String]
  /// The columns that it has.
  private(set) var columns: [String]
  /// The rows, deleted ones included.
  var rows: [Row]
  /// The patch that brought the last new column.
  private(set) var headerPlace: Patch.Place?

  private let bytes: [UInt8]
  private let header: Range<Int>
  private let headerLine: Int
  private let originalWidth: Int

  /// A table that is not there, or is made up.
  init(file: String, known: [String], columns: [String] = [], cells: [String]? = nil) {
    self.file = file
    self.known = known
    self.columns = columns
    rows = cells.map { [Row(cells: $0, original: $0, raw: 0..<0, line: 1)] } ?? []
    bytes = []
    header = 0..<0
    headerLine = 1
    originalWidth = columns.count
  }

  /// The rows of a file; `nil` where its form is broken, which the reading of the dataset reports.
  init?(schema: TableSchema, bytes: [UInt8]) {
    var scanner = RecordScanner(bytes: bytes)
    guard scanner.next(), scanner.problem == nil else { return nil }
    func cells() -> [String] { scanner.cells.map { $0.text(in: bytes) } }
    func raw() -> Range<Int> {
      var end = scanner.offset
      while end > scanner.recordOffset, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D {
        end -= 1
      }
      return scanner.recordOffset..<end
    }
    file = schema.file
    known = schema.columns
    self.bytes = bytes
    header = raw()
    headerLine = scanner.recordLine
    let names = cells()
    guard Set(names).count == names.count else { return nil }
    columns = names
    originalWidth = names.count
    rows = []
    while scanner.next() {
      guard scanner.problem == nil, scanner.cells.count == columns.count else { return nil }
      let cells = cells()
      rows.append(Row(cells: cells, original: cells, raw: raw(), line: scanner.recordLine))
    }
    if scanner.problem != nil { return nil }
  }

  // MARK: Cells

  /// The text of a cell; empty where the table has no such column.
  func text(_ column: String, ofRow row: Int) -> String {
    columns.firstIndex(of: column).map { rows[row].cells[$0] } ?? ""
  }

  /// Sets a cell, and adds its column where the table has none of the name.
  mutating func set(_ column: String, ofRow row: Int, to text: String, by place: Patch.Place) {
    let index = index(of: column, addedBy: place)
    guard rows[row].cells[index] != text else { return }
    rows[row].cells[index] = text
    rows[row].place = place
  }

  /// Appends a row.
  mutating func insert(_ fields: [Patch.Field], by place: Patch.Place) {
    let indices = known.filter { column in fields.contains { $0.column == column } }
      .map { (column: $0, index: index(of: $0, addedBy: place)) }
    var cells = [String](repeating: "", count: columns.count)
    for (column, index) in indices {
      cells[index] = fields.last { $0.column == column }?.value ?? ""
    }
    rows.append(Row(cells: cells, original: nil, raw: 0..<0, line: 0, place: place))
  }

  private mutating func index(of column: String, addedBy place: Patch.Place) -> Int {
    if let index = columns.firstIndex(of: column) { return index }
    columns.append(column)
    headerPlace = place
    for row in rows.indices { rows[row].cells.append("") }
    return columns.count - 1
  }

  // MARK: Writing

  /// Whether anything is different from the file.
  var isChanged: Bool { columns.count > originalWidth || rows.contains(where: \.isChanged) }

  /// The table as bytes, and which row each line of it begins; `nil` for the header.
  func written() -> (bytes: [UInt8], rowOfLine: [Int: Int]) {
    guard isChanged else { return (bytes, [:]) }
    var output: [UInt8] = []
    var rowOfLine: [Int: Int] = [:]
    var line = 1
    let added = columns.dropFirst(originalWidth)
    let tail = [UInt8](repeating: UInt8(ascii: ","), count: originalWidth > 0 ? added.count : 0)
    func write(_ record: some Collection<UInt8>) {
      output += record
      output.append(0x0A)
      line += 1 + record.count { $0 == 0x0A }
    }
    if originalWidth == 0 || !added.isEmpty {
      write(Self.record(columns))
    } else {
      write(bytes[header])
    }
    for (index, row) in rows.enumerated() where !row.isDeleted {
      rowOfLine[line] = index
      if row.isChanged {
        write(Self.record(row.cells))
      } else {
        write(bytes[row.raw] + tail)
      }
    }
    return (output, rowOfLine)
  }

  /// A record by RFC 4180.
  private static func record(_ cells: [String]) -> [UInt8] { Array(csvRecord(cells).utf8) }
}

/// The cells as a record by RFC 4180.
func csvRecord(_ cells: [String]) -> String {
  cells.map { cell in
    let isPlain =
      !cell.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) } && cell.utf8.first != 0x20
      && cell.utf8.last != 0x20
    return isPlain ? cell : "\"\(cell.replacing(scalar: "\"", with: "\"\""))\""
  }.joined(separator: ",")
}
