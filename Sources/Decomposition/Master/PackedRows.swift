import GLPK

/// Rows in plain arrays, one after another: a scan of thousands of them takes no more than their nonzeros do.
struct PackedRows {
  private var starts = [0]
  private var columns: [Int32] = []
  private var coefficients: [Double] = []
  private var lower: [Double] = []
  private var upper: [Double] = []

  mutating func append(_ row: WarmProgram.SparseRow) {
    columns += row.columns
    coefficients += row.coefficients
    starts.append(columns.count)
    lower.append(row.lower)
    upper.append(row.upper)
  }

  /// How far `point` misses each row, less than 0 where it does not; 0 for rows that are passed over.
  ///
  /// - Complexity: linear in the nonzeros.
  func violations(at point: [Double], except isPassed: [Bool]) -> [Double] {
    precondition(isPassed.count == lower.count, "a mark for each row")
    return columns.withUnsafeBufferPointer { columns in
      coefficients.withUnsafeBufferPointer { coefficients in
        point.withUnsafeBufferPointer { point in
          lower.indices.map { row in
            if isPassed[row] { return 0 }
            var activity = 0.0
            for index in starts[row]..<starts[row + 1] {
              activity += coefficients[index] * point[Int(columns[index])]
            }
            return max(lower[row] - activity, activity - upper[row])
          }
        }
      }
    }
  }
}
