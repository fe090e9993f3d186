import SupplyPlan
import TextFiles

/// A table of a finding: one row for each thing, one column for each of its properties, numbers unrounded.
public struct FindingTable: Sendable, Equatable {
  /// A cell; empty where there is no such figure.
  public enum Cell: Sendable, Equatable {
    case text(String)
    case number(Double)
    case flag(Bool)
    case empty

    /// A number, or nothing.
    public init(_ number: Double?) { self = number.map(Cell.number) ?? .empty }
    /// A text, or nothing.
    public init(_ text: String?) { self = text.map(Cell.text) ?? .empty }

    var text: String {
      switch self {
      case .text(let text): InertTable.cell(text)
      case .number(let number): NumberText.text(number)
      case .flag(let flag): flag ? "true" : "false"
      case .empty: ""
      }
    }
  }

  /// The file's name without `.csv`.
  public let name: String
  /// Names of columns, in lower case with underscores.
  public let columns: [String]
  /// A cell for each column.
  public let rows: [[Cell]]

  /// - Precondition: every row has a cell for each column.
  public init(_ name: String, columns: [String], rows: [[Cell]]) {
    precondition(rows.allSatisfy { $0.count == columns.count })
    self.name = name
    self.columns = columns
    self.rows = rows
  }

  /// The table by RFC 4180: UTF-8, commas, a line feed behind each row, the names of columns first; no text in it is a
  /// formula.
  public var csv: String {
    var text = TableText(columns: columns, rows: rows.count)
    for row in rows {
      for cell in row { text.add(cell.text) }
      text.endRow()
    }
    return text.text
  }
}
