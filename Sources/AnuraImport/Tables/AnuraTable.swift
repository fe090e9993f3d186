import TextFiles

/// A table of the folder, and what has become of each of its cells.
///
/// A cell counts as used once its meaning stands in the dataset. Whatever holds a value and was not
/// used is told at the end, so that nothing can be dropped silently: not by a column that nobody
/// thought of, nor by a branch that forgets one.
final class AnuraTable {
  /// What has become of a row.
  enum Fate: Equatable {
    /// It is read.
    case included
    /// Its `Status` says so, or it names something whose status says so.
    case excluded
    /// It is not taken over, and that has been told.
    case leftOut
  }

  /// The table's name in Anura, compared by ``AnuraKey``.
  let key: String
  /// The file's name.
  var file: String { text.file }
  /// The file's name without its ending.
  let name: String
  /// The columns as the file has them.
  var columns: [String] { text.columns }
  /// The columns' keys.
  let keys: [String]
  /// What has become of each row.
  private(set) var fates: [Fate]
  private var isUsed: [[Bool]]
  private let text: PlacedTable
  let account: ImportAccount

  init(_ text: PlacedTable, _ account: ImportAccount) {
    self.text = text
    self.account = account
    name = String(text.file.dropLast(4))
    key = AnuraKey.of(name)
    keys = text.columns.map(AnuraKey.of)
    fates = text.rows.map { _ in .included }
    isUsed = text.rows.map { _ in text.columns.map { _ in false } }
    var seen: Set<String> = []
    for (index, key) in keys.enumerated() where !seen.insert(key).inserted || key.isEmpty {
      account.log.add(
        Fault(
          file: text.file, line: 1, column: 1,
          cause: key.isEmpty
            ? "column \(index + 1) has no name"
            : "the column \(quoted(text.columns[index])) appears twice",
          cure: "Name each column once."))
    }
    excludeByStatus()
  }

  /// How many rows there are.
  var count: Int { fates.count }

  /// The rows that are read.
  var includedRows: [AnuraRow] {
    fates.indices.filter { fates[$0] == .included }.map { AnuraRow(self, $0) }
  }

  private func excludeByStatus() {
    guard let status = index(of: "Status") else { return }
    for row in fates.indices {
      switch AnuraKey.of(text.rows[row].cells[status]) {
      case "", "include": isUsed[row][status] = true
      case "exclude": fates[row] = .excluded
      default:
        refuse(
          row: row, column: "Status",
          "'Status' is \(quoted(text.rows[row].cells[status]))", "Write Include or Exclude.")
      }
    }
  }

  // MARK: Cells

  func index(of column: String) -> Int? {
    let key = AnuraKey.of(column)
    return keys.firstIndex(of: key)
  }

  func line(ofRow row: Int) -> Int { text.rows[row].line }

  /// The text of a cell; `nil` where it is empty or there is no such column.
  func cell(_ column: Int?, row: Int) -> String? {
    guard let column, !text.rows[row].cells[column].isEmpty else { return nil }
    return text.rows[row].cells[column]
  }

  func use(_ column: Int?, row: Int) {
    if let column { isUsed[row][column] = true }
  }

  func isUnused(_ column: Int, row: Int) -> Bool {
    fates[row] == .included && !isUsed[row][column] && !text.rows[row].cells[column].isEmpty
  }

  func end(row: Int, as fate: Fate) { fates[row] = fate }

  func refuse(row: Int, column: String?, _ cause: String, _ cure: String) {
    account.log.add(
      text.fault(row: row, cell: column.flatMap(index(of:)), cause: cause, cure: cure))
  }
}
