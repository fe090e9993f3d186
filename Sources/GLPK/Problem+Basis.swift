import CGLPK
import GLPKGuard

/// Bases, and rows of the tableau.
extension Problem {
  /// Whether a column is basic, or at which bound it is, as GLPK says it.
  func status(ofColumn index: Int) -> Int32 { glp_get_col_stat(pointer, Int32(index + 1)) }

  /// The same of the rows from one on.
  func rowStatuses(from first: Int) -> [UInt8] {
    (first..<rowCount).map {
      UInt8(truncatingIfNeeded: glp_get_row_stat(pointer, Int32($0 + 1)))
    }
  }

  /// The basis of now.
  func basis() -> WarmProgram.Basis {
    WarmProgram.Basis(
      rows: rowStatuses(from: 0),
      columns: (0..<columnCount).map {
        UInt8(truncatingIfNeeded: glp_get_col_stat(pointer, Int32($0 + 1)))
      })
  }

  /// Puts a basis back.
  func restore(_ basis: WarmProgram.Basis) {
    for (index, status) in basis.rows.enumerated() {
      glp_set_row_stat(pointer, Int32(index + 1), Int32(status))
    }
    for (index, status) in basis.columns.enumerated() {
      glp_set_col_stat(pointer, Int32(index + 1), Int32(status))
    }
  }

  /// Multipliers of the rows whose sum is the tableau's row of a column, up to rounding; `nil` where the column is not basic.
  func tableauMultipliers(ofColumn index: Int) throws(Interruption) -> [Double]? {
    guard isThere else { return nil }
    var multipliers = [Double](repeating: 0, count: rowCount + 1)
    var found: Int32 = 0
    try call { guard_tableau_row($0, $1, Int32(index + 1), &multipliers, &found) }
    return found != 0 ? Array(multipliers.dropFirst()) : nil
  }

  /// Multipliers of the rows that contradict the bounds, after the dual method has found no feasible point; `nil` where it
  /// left none. Either they or their negatives are meant.
  func infeasibilityMultipliers() throws(Interruption) -> [Double]? {
    guard isThere else { return nil }
    var multipliers = [Double](repeating: 0, count: rowCount + 1)
    var found: Int32 = 0
    try call { guard_infeasibility_row($0, $1, &multipliers, &found) }
    return found != 0 ? Array(multipliers.dropFirst()) : nil
  }
}
