import TextFiles

/// The account of an import: what could not be read, what was not taken over, what was chosen.
final class ImportAccount {
  /// The faults.
  let log = FaultLog()
  private var rows: [Key: Set<Int>] = [:]
  private var order: [Key] = []

  private struct Key: Hashable {
    var kind: ImportRecord.Entry.Kind
    var table: String
    var column: String
    var reason: String
  }

  /// Counts a row under its table, column and reason; an empty column stands for whole rows, and
  /// line 0 for what no single row says.
  func add(
    _ kind: ImportRecord.Entry.Kind, _ table: String, _ column: String, _ reason: String,
    row line: Int
  ) {
    let key = Key(kind: kind, table: table, column: column, reason: reason)
    if rows[key] == nil { order.append(key) }
    if line > 0 {
      rows[key, default: []].insert(line)
    } else {
      rows[key] = rows[key] ?? []
    }
  }

  /// Counts the cells of a table that hold a value and were not used.
  func addUnused(of table: AnuraTable) {
    for (index, column) in table.columns.enumerated() {
      for row in 0..<table.count where table.isUnused(index, row: row) {
        add(
          .leftOut, table.name, column, Counterparts.reason(table: table, column: index, row: row),
          row: table.line(ofRow: row))
      }
    }
  }

  /// The entries by kind, in the order of tables and columns.
  var entries: [ImportRecord.Entry] {
    order.map { key in
      ImportRecord.Entry(
        kind: key.kind, table: key.table, column: key.column.isEmpty ? nil : key.column,
        rows: rows[key]?.count ?? 0, reason: key.reason)
    }
    .enumerated().sorted { left, right in
      let l = (left.element.kind.rank, left.element.table, left.element.column ?? "", left.offset)
      let r = (
        right.element.kind.rank, right.element.table, right.element.column ?? "", right.offset
      )
      return l < r
    }
    .map(\.element)
  }
}
