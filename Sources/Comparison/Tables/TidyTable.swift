import SupplyPlan
import TextFiles

/// A table for other programs: one row for each thing, one column for each of its properties, numbers unrounded.
struct TidyTable {
  /// A property.
  struct Column {
    /// Its name, in lower case with underscores.
    let name: String
    /// What a cell says, with its unit.
    let meaning: String

    init(_ name: String, _ meaning: String) {
      self.name = name
      self.meaning = meaning
    }
  }

  /// What a cell holds.
  enum Cell: Equatable {
    case text(String)
    case number(Double)
    case whole(Int)
    case flag(Bool)
    case missing

    /// A text, or nothing.
    init(_ text: String?) { self = text.map(Cell.text) ?? .missing }
    /// A number, or nothing.
    init(_ number: Double?) { self = number.map(Cell.number) ?? .missing }

    /// As a table has it: empty where there is nothing, numbers as the shortest text that reads back the same.
    var text: String {
      switch self {
      case .text(let text): InertTable.cell(text)
      case .number(let number): NumberText.text(number)
      case .whole(let number): String(number)
      case .flag(let flag): flag ? "true" : "false"
      case .missing: ""
      }
    }
  }

  /// The file's name without `.csv`.
  let name: String
  /// What a row is.
  let meaning: String
  let columns: [Column]
  private(set) var rows: [[Cell]] = []

  init(_ name: String, _ meaning: String, _ columns: [Column]) {
    self.name = name
    self.meaning = meaning
    self.columns = columns
  }

  /// Appends a row, a cell for each column.
  mutating func add(_ cells: [Cell]) {
    precondition(cells.count == columns.count, "\(name) has \(columns.count) columns")
    rows.append(cells)
  }

  /// The table by RFC 4180: UTF-8, commas, a line feed behind each row, the names of columns first; no text in it is a
  /// formula.
  var csv: String {
    var text = TableText(columns: columns.map(\.name), rows: rows.count)
    for row in rows {
      for cell in row { text.add(cell.text) }
      text.endRow()
    }
    return text.text
  }
}

extension TidyTable: Encodable {
  /// A list of objects, a member for each column; what is missing is `null`.
  func encode(to encoder: any Encoder) throws {
    var list = encoder.unkeyedContainer()
    for row in rows {
      var object = list.nestedContainer(keyedBy: Key.self)
      for (column, cell) in zip(columns, row) {
        let key = Key(stringValue: column.name)
        switch cell {
        case .text(let text): try object.encode(text, forKey: key)
        case .number(let number): try object.encode(number, forKey: key)
        case .whole(let number): try object.encode(number, forKey: key)
        case .flag(let flag): try object.encode(flag, forKey: key)
        case .missing: try object.encodeNil(forKey: key)
        }
      }
    }
  }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}
