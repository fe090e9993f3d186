/// How far a point is from satisfying a program.
public struct PointViolation: Sendable, Equatable {
  /// The greatest amount by which a bound of a row or column is missed, relative to the greatest of
  /// 1, the bound, and the largest term of the row.
  public var relative: Double
  /// The greatest distance of a whole column from a whole number.
  public var fraction: Double
  /// The row or column with the greatest relative miss, in words; `nil` if none is missed.
  public var place: String?
}

extension LinearProgram {
  /// How far `point` is from satisfying the rows, the bounds and the wholeness of columns.
  ///
  /// - Complexity: linear in the nonzeros.
  public func violation(at point: [Double]) -> PointViolation {
    precondition(point.count == columns.count, "a point has a number for each column")
    var violation = PointViolation(relative: 0, fraction: 0, place: nil)
    for (column, value) in zip(columns, point) {
      let miss = Self.miss(of: value, from: column.lower, to: column.upper, scale: 1)
      if !(miss <= violation.relative) {
        violation.relative = miss
        violation.place = "column '\(column.name)'"
      }
      if column.isInteger {
        violation.fraction = max(violation.fraction, abs(value - value.rounded()))
      }
    }
    for row in rows {
      var activity = 0.0
      var largest = 1.0
      for term in row.terms {
        let part = term.coefficient * point[term.column.index]
        activity += part
        largest = max(largest, abs(part))
      }
      let miss = Self.miss(of: activity, from: row.lower, to: row.upper, scale: largest)
      if !(miss <= violation.relative) {
        violation.relative = miss
        violation.place = "row '\(row.name)'"
      }
    }
    return violation
  }

  /// Not a number stays so, and counts as missed.
  private static func miss(
    of value: Double, from lower: Double, to upper: Double, scale: Double
  ) -> Double {
    if value.isNaN { return .infinity }
    if value < lower { return (lower - value) / max(scale, abs(lower)) }
    if value > upper { return (value - upper) / max(scale, abs(upper)) }
    return 0
  }
}
