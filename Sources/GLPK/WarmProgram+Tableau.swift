extension WarmProgram {
  /// Rows of the simplex tableau of whole columns that are not whole at the last solve's basic solution: multipliers of the rows of
  /// ``scaledProgram``, those nearest to the middle first.
  ///
  /// They are right up to rounding, and so are sums of rows like any others.
  ///
  /// - Parameter point: the basic solution, see ``scaledPoint()``.
  package func tableauRows(at point: [Double]) -> [[(row: Int, value: Double)]] {
    let distances = point.indices.map { column in
      loaded.columns[column].isInteger ? abs(point[column] - point[column].rounded()) : 0
    }
    return distances.indices.filter { distances[$0] >= Self.leastDistance }
      .sorted { (distances[$0], $1) > (distances[$1], $0) }.prefix(Self.mostTableauRows)
      .compactMap { column in
        guard let row = (try? problem?.tableauMultipliers(ofColumn: column)) ?? nil else {
          return nil
        }
        let least = Self.leastShare * row.reduce(0) { max($0, abs($1)) }
        return row.indices.filter { abs(row[$0]) > least }.map { ($0, row[$0]) }
      }
  }

  /// How far a whole column is from a whole number at least.
  private static let leastDistance = 0.01
  private static let mostTableauRows = 100
  private static let leastShare = 1e-10
}
