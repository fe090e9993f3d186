import Modeling

extension LinearProgram {
  /// What keeps the program from being given to GLPK, each with place, cause and cure; empty for a
  /// sound program. At most `limit` are listed.
  ///
  /// - Complexity: linear in the nonzeros.
  func faults(limit: Int = 20) -> [String] {
    var faults: [String] = []
    if max(rows.count, columns.count, nonzeroCount) >= Int(Int32.max) {
      return ["It has more rows, columns or coefficients than GLPK can count. Make it smaller."]
    }
    for column in columns where faults.count < limit {
      let place = "Column '\(column.name)'"
      faults += Self.boundFaults(place, column.lower, column.upper)
      if !column.cost.isFinite {
        faults.append("\(place): cost \(column.cost) is no number. Give a finite cost.")
      }
    }
    for row in rows where faults.count < limit {
      let place = "Row '\(row.name)'"
      faults += Self.boundFaults(place, row.lower, row.upper)
      var last = -1
      for term in row.terms where faults.count < limit {
        let index = term.column.index
        if !columns.indices.contains(index) {
          faults.append("\(place): column \(index) does not exist. Add it before the row.")
          continue
        }
        if !term.coefficient.isFinite {
          faults.append(
            "\(place): the coefficient of '\(columns[index].name)' is \(term.coefficient). "
              + "Give a finite one.")
        }
        if index <= last {
          faults.append(
            "\(place): column '\(columns[index].name)' stands twice or out of order. "
              + "Add rows through addRow.")
        }
        last = index
      }
    }
    return faults
  }

  private static func boundFaults(_ place: String, _ lower: Double, _ upper: Double) -> [String] {
    if lower.isNaN || upper.isNaN {
      return ["\(place): a bound is not a number. Give a number or an infinity."]
    }
    if lower == .infinity || upper == -.infinity {
      return ["\(place): no value lies between \(lower) and \(upper). Give a finite bound."]
    }
    if lower.isFinite && upper.isFinite && BoundKind.isCrossed(lower, upper) {
      return ["\(place): the lower bound \(lower) is above the upper \(upper). Move one of them."]
    }
    return []
  }
}
