extension Text {
  /// A table of texts, in as many parts as it takes to be no wider than a terminal.
  ///
  /// - Parameters:
  ///   - first: columns that stand in each part, the head of each first; aligned at the left, but for the last of several.
  ///   - others: columns of which each part has as many as there is room for, aligned at the right.
  ///   - indent: spaces before each line.
  package static func table(
    first: [[String]], others: [[String]], indent: Int = 0, width: Int = width
  ) -> [String] {
    func span(_ column: [String]) -> Int { column.map(\.count).max() ?? 0 }
    let own = indent + first.reduce(0) { $0 + span($1) + 2 }
    var parts: [[[String]]] = []
    var room = 0
    for column in others {
      let needed = span(column) + 2
      if parts.isEmpty || needed > room {
        parts.append([])
        room = width + 2 - own
      }
      parts[parts.count - 1].append(column)
      room -= needed
    }
    return parts.enumerated().flatMap { number, part -> [String] in
      let rows = first.first?.indices ?? 0..<0
      let lines = rows.map { row in
        let names = first.enumerated().map { place, column in
          place > 0 && place == first.count - 1
            ? column[row].leftPadded(to: span(column)) : column[row].padded(to: span(column))
        }
        let cells = part.map { $0[row].leftPadded(to: span($0)) }
        return String(repeating: " ", count: indent)
          + (names + cells).joined(separator: "  ").trimmedEnd
      }
      return (number == 0 ? [] : [""]) + lines
    }
  }

  /// How wide a table would be in one part.
  package static func tableWidth(_ columns: [[String]], indent: Int = 0) -> Int {
    indent - 2 + columns.reduce(0) { $0 + ($1.map(\.count).max() ?? 0) + 2 }
  }
}
