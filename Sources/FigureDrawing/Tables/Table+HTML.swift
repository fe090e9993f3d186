package import Findings

extension Table {
  /// The table as HTML.
  package var html: String {
    let (columns, rows) = shown
    func cell(_ element: String, _ text: String, _ column: Column) -> String {
      "<\(element)\(column.isFlushRight ? " class=\"n\"" : "")>\(text.escaped)</\(element)>"
    }
    let head = columns.map {
      "<th scope=\"col\"\($0.isFlushRight ? " class=\"n\"" : "")>\($0.title.escaped)</th>"
    }
    let body = rows.map { row in
      "<tr>" + zip(row, columns).map { cell("td", $0, $1) }.joined() + "</tr>"
    }
    return "<table><thead><tr>\(head.joined())</tr></thead><tbody>\(body.joined())</tbody></table>"
  }
}
