/// A table behind a figure: what the figure shows, in figures.
package struct FigureTable {
  /// A column.
  package struct Column {
    package let title: String
    /// Numbers stand flush right.
    package var isNumber = true
  }

  package let columns: [Column]
  package let rows: [[String]]

  /// A table whose first `names` columns hold names and the others numbers, but for `texts`.
  package init(
    _ titles: [String], names: Int = 1, rows: [[String]], texts: Set<Int> = []
  ) {
    columns = titles.enumerated().map {
      Column(title: $1, isNumber: $0 >= names && !texts.contains($0))
    }
    self.rows = rows
  }

  /// The table as aligned text.
  package var text: String {
    let lines = [columns.map(\.title)] + rows
    let widths = columns.indices.map { column in
      lines.map { $0[column].count }.max() ?? 0
    }
    return lines.map { line in
      let cells = line.enumerated().map { position, cell in
        let pad = String(repeating: " ", count: widths[position] - cell.count)
        return columns[position].isNumber ? pad + cell : cell + pad
      }
      var text = cells.joined(separator: "  ")
      while text.last == " " { text.removeLast() }
      return text
    }.joined(separator: "\n")
  }

  /// The table as HTML.
  package var html: String {
    func cell(_ element: String, _ text: String, _ column: Column) -> String {
      "<\(element)\(column.isNumber ? " class=\"n\"" : "")>\(text.escaped)</\(element)>"
    }
    let head = columns.map {
      "<th scope=\"col\"\($0.isNumber ? " class=\"n\"" : "")>\($0.title.escaped)</th>"
    }
    let body = rows.map { row in
      "<tr>" + zip(row, columns).map { cell("td", $0, $1) }.joined() + "</tr>"
    }
    return "<table><thead><tr>\(head.joined())</tr></thead><tbody>\(body.joined())</tbody></table>"
  }
}
