import SupplyPlan
import TextFiles

extension Table {
  /// The columns for programs, by their indices, each with a name of its own.
  private var exported: [(index: Int, name: String)] {
    var counts: [String: Int] = [:]
    return columns.enumerated().filter { $0.element.audience != .readers }.map { index, column in
      let name = column.name.isEmpty ? "name" : column.name
      counts[name, default: 0] += 1
      let count = counts[name] ?? 1
      return (index, count > 1 ? "\(name)_\(count)" : name)
    }
  }

  /// The table by RFC 4180: UTF-8, commas, a line feed behind each row, the names of columns first; no text in it is a
  /// formula.
  public var csv: String {
    let exported = exported
    var text = TableText(
      columns: exported.map { InertTable.cell($0.name) }, rows: rows.count)
    for row in rows {
      for (index, _) in exported { text.add(row[index].text) }
      text.endRow()
    }
    return text.text
  }
}

extension Table: Encodable {
  /// A list of objects, a member for each column; what is missing is `null`.
  public func encode(to encoder: any Encoder) throws {
    let exported = exported
    var list = encoder.unkeyedContainer()
    for row in rows {
      var object = list.nestedContainer(keyedBy: Key.self)
      for (index, name) in exported {
        try Self.encode(row[index], to: &object, Key(stringValue: name))
      }
    }
  }

  private static func encode(
    _ cell: Cell, to object: inout KeyedEncodingContainer<Key>, _ key: Key
  ) throws {
    switch cell {
    case .text(let text): try object.encode(text, forKey: key)
    case .number(let number): try object.encode(number, forKey: key)
    case .whole(let number): try object.encode(number, forKey: key)
    case .flag(let flag): try object.encode(flag, forKey: key)
    case .missing: try object.encodeNil(forKey: key)
    case .shown(let cell, _): try encode(cell, to: &object, key)
    }
  }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}
