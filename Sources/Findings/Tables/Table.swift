/// A table: one row for each thing, one column for each of its properties, numbers unrounded.
///
/// It is made once and written in many forms. Programs get the numbers as they were computed, under the columns' names: ``csv``, and
/// JSON through `Encodable`. Readers get them as the columns format them, under the columns' titles: ``shown``, of which text,
/// HTML and Markdown are made.
public struct Table: Sendable {
  /// The file's name without `.csv`; empty where it is no file of its own.
  public let name: String
  /// What a row is.
  public let meaning: String
  /// The properties.
  public let columns: [Column]
  /// A cell for each column.
  public private(set) var rows: [[Cell]]

  /// - Precondition: every row has a cell for each column.
  public init(_ name: String, _ meaning: String, _ columns: [Column], rows: [[Cell]] = []) {
    precondition(
      rows.allSatisfy { $0.count == columns.count }, "\(name) has \(columns.count) columns")
    self.name = name
    self.meaning = meaning
    self.columns = columns
    self.rows = rows
  }

  /// A table for programs, whose columns have names alone.
  public init(_ name: String, columns: [String], rows: [[Cell]]) {
    self.init(name, "", columns.map { Column($0) }, rows: rows)
  }

  /// Appends a row, a cell for each column.
  public mutating func add(_ cells: [Cell]) {
    precondition(cells.count == columns.count, "\(name) has \(columns.count) columns")
    rows.append(cells)
  }

  /// What readers see: a text for each of the columns that are for them.
  public var shown: (columns: [Column], rows: [[String]]) {
    let indices = columns.indices.filter { columns[$0].audience != .programs }
    return (
      indices.map { columns[$0] },
      rows.map { row in indices.map { columns[$0].text(of: row[$0]) } }
    )
  }
}
