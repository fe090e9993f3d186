import Modeling

extension LinearProgram {
  /// The greatest value that the rows leave a column, given the bounds of all others; infinite where they leave it free.
  ///
  /// Weak duality needs a finite bound of each column: this one cuts off no point.
  func impliedUpper(of column: ColumnID, rowsOfColumn rows: [Int]) -> Double {
    var least = Double.infinity
    for place in rows {
      let row = self.rows[place]
      var coefficient = 0.0
      var (fewest, most) = (0.0, 0.0)
      for term in row.terms {
        if term.column == column {
          coefficient += term.coefficient
          continue
        }
        let other = columns[term.column.index]
        let ends = [term.coefficient * other.lower, term.coefficient * other.upper]
        fewest += min(ends[0], ends[1])
        most += max(ends[0], ends[1])
      }
      if coefficient > 0 { least = min(least, (row.upper - fewest) / coefficient) }
      if coefficient < 0 { least = min(least, (row.lower - most) / coefficient) }
    }
    return least.isNaN ? .infinity : max(0, least)
  }

  /// The rows that each column stands in.
  var rowsOfColumns: [[Int]] {
    var places = [[Int]](repeating: [], count: columns.count)
    for (place, row) in rows.enumerated() {
      for term in row.terms where term.coefficient != 0 { places[term.column.index].append(place) }
    }
    return places
  }
}
