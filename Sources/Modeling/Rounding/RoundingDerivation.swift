/// How a rounding cut follows from rows: whoever repeats it gets the same cut.
///
/// The weighted sum of rows with their slacks is an equation, told as `≤`. Each variable in it is replaced by its distance from a
/// bound, and the whole is divided by δ and rounded.
package struct RoundingDerivation: Sendable {
  /// λ, by row of the relaxation it was made in.
  package var multipliers: [(row: Int, value: Double)]
  /// Columns that are counted from their upper bound; all others are from the lower one.
  package var columnsFromUpper: [Int]
  /// Rows whose slack is counted from the upper bound; all others are from the lower one.
  package var rowsFromUpper: [Int]
  /// δ, above 0; the sum is multiplied by −1 before where `isNegated`.
  package var divisor: Double
  package var isNegated: Bool
  /// Columns whose coefficients were too small to keep.
  package var dropped: [Int] = []
}
