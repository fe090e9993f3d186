/// Rounds sums of rows that somebody has chosen, in arithmetic that errs on the safe side.
///
/// Where ``RoundingSeparator`` looks for rows that go together, here a reason outside of the program says which do. The cut holds
/// whatever the reason is worth: it follows from the rows, the bounds and the whole columns alone.
package struct SumRounding {
  private let program: LinearProgram
  private var sum: RowAggregation
  private var unfolding: RoundingUnfolding

  /// - Parameter program: the rows, with the bounds for which cuts are to hold.
  package init(_ program: LinearProgram) {
    self.program = program
    sum = RowAggregation(columnCount: program.columns.count)
    unfolding = RoundingUnfolding(program: program)
  }

  /// The rounded sum.
  ///
  /// - Parameters:
  ///   - rows: what is summed up; a positive multiplier takes a row as at most its upper side, a negative one as at least its lower
  ///     one, and where it has only the other, its slack stays in the sum.
  ///   - complemented: whole columns that are counted from their upper bound; all other columns are from the lower one.
  ///   - divisor: δ, above 0.
  ///   - point: what the cut is to cut off.
  /// - Returns: `nil` where there is no such cut, or the point keeps it.
  package mutating func cut(
    _ rows: [(row: Int, multiplier: Double)], complemented: Set<Int>, divisor: Double,
    at point: [Double]
  ) -> RoundingSeparator.Cut? {
    sum.clear()
    for (row, multiplier) in rows {
      sum.add(program.rows[row].terms, row: row, times: multiplier)
    }
    var variables: [MixedIntegerRounding.Variable] = []
    var allowance = 0.0
    for column in sum.columns {
      let values = program.columns[column]
      if !values.isInteger, abs(sum.coefficient(column)) <= Self.nothing { sum.drop(column) }
      let reach = max(abs(values.lower), abs(values.upper))
      guard reach.isFinite else { return nil }
      allowance += sum.error(column) * reach * (1 + 0x1p-50)
      if sum.coefficient(column) == 0 { continue }
      variables.append(
        MixedIntegerRounding.Variable(
          name: .column(column), coefficient: sum.coefficient(column),
          isWhole: values.isInteger, lower: values.lower, upper: values.upper,
          value: min(max(point[column], values.lower), values.upper),
          isFromUpper: complemented.contains(column)))
    }
    for (row, multiplier) in sum.multipliers {
      let values = program.rows[row]
      // Of an equation the side whose slack may be left out.
      let isFromUpper = values.upper.isFinite && (multiplier > 0 || !values.lower.isFinite)
      guard (isFromUpper ? values.upper : values.lower).isFinite else { return nil }
      variables.append(
        MixedIntegerRounding.Variable(
          name: .slack(row), coefficient: -multiplier, isWhole: false, lower: values.lower,
          upper: values.upper, value: 0, isFromUpper: isFromUpper))
    }
    let rounding = MixedIntegerRounding(
      variables: variables, allowance: allowance * SafeArithmetic.slack, isNegated: false)
    let ratio = MixedIntegerRounding.ratio(rounding.rightHandSide, divisor)
    let fraction = ratio - ratio.rounded(.down)
    guard fraction > Self.leastFraction, fraction < Self.mostFraction, abs(ratio) < Self.mostRatio
    else { return nil }
    guard unfolding.unfold(rounding, divisor) else { return nil }
    return unfolding.cut(
      at: point,
      RoundingDerivation(
        multipliers: sum.multipliers, columnsFromUpper: complemented.sorted(),
        rowsFromUpper: variables.compactMap {
          if case .slack(let row) = $0.name, $0.isFromUpper { row } else { nil }
        }, divisor: divisor, isNegated: false))
  }

  private static let nothing = 1e-9
  private static let leastFraction = 1e-6
  private static let mostFraction = 1 - 1e-3
  private static let mostRatio = 1e5
}
