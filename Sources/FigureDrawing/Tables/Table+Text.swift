package import Findings

extension Table {
  /// The table as aligned text, each cell as `inert` makes it.
  package func text(inert: (String) -> String = { $0 }) -> String {
    let (columns, rows) = shown
    let lines = [columns.map(\.title)] + rows
    let cells = lines.map { $0.map(inert) }
    let widths = columns.indices.map { column in
      cells.map { $0[column].count }.max() ?? 0
    }
    return cells.map { line in
      let padded = line.enumerated().map { position, cell in
        let pad = String(repeating: " ", count: widths[position] - cell.count)
        return columns[position].isFlushRight ? pad + cell : cell + pad
      }
      var text = padded.joined(separator: "  ")
      while text.last == " " { text.removeLast() }
      return text
    }.joined(separator: "\n")
  }
}
