/// What multipliers of a program's rows prove, whatever numbers they are: weak duality in arithmetic that errs on the safe side.
///
/// For any π, with π_r = 0 where a row has no bound on the side that its sign asks for, and d = c − πA,
///
///     c·x ≥ Σ_r π_r h_r + Σ_j min over [l_j, u_j] of d_j x_j        for every x that the program allows.
///
/// Each d_j, and the sum, is computed with a running bound of its rounding errors (Higham 2002, Accuracy and Stability of
/// Numerical Algorithms, section 3.3), and the bound takes the worst of what that leaves open (Neumaier and Shcherbina 2004,
/// doi:10.1007/s10107-003-0433-3). Coefficients are rounded themselves when a program is assembled; `2⁻⁴⁸` of each is
/// added for that, about thirty roundings.
public struct DualProof: Sendable {
  /// A lower bound of the objective; `-.infinity` where a column without a bound would be needed.
  public let bound: Double
  /// Lower ends of the reduced costs, by column.
  public let reducedLower: [Double]
  /// Upper ends of the reduced costs, by column.
  public let reducedUpper: [Double]

  /// Share of itself that a result of one operation may be wrong by.
  static let rounding = 0x1p-53
  /// Errors are added up with roundings too.
  static let slack = 1 + 0x1p-20
  /// Share of itself that a coefficient of a program may be wrong by.
  static let assembly = 0x1p-48

  /// - Parameters:
  ///   - multipliers: π, one a row; not-a-numbers and infinite ones count as 0.
  ///   - program: the program.
  ///   - countsCosts: whether its objective counts; without, a bound above 0 proves that the program has no point (Farkas 1902).
  ///
  /// - Complexity: linear in the nonzeros.
  public init(_ multipliers: [Double], of program: LinearProgram, countsCosts: Bool = true) {
    precondition(multipliers.count == program.rows.count, "a multiplier for each row")
    let count = program.columns.count
    var reduced = [Double](repeating: 0, count: count)
    var error = [Double](repeating: 0, count: count)
    var sum = SafeSum()
    reduced.withUnsafeMutableBufferPointer { reduced in
      error.withUnsafeMutableBufferPointer { error in
        if countsCosts {
          for (index, column) in program.columns.enumerated() {
            reduced[index] = column.cost
            error[index] = abs(column.cost) * (4 * Self.rounding + Self.assembly)
          }
        }
        for (row, multiplier) in zip(program.rows, multipliers) where multiplier != 0 {
          let side = multiplier > 0 ? row.lower : row.upper
          guard multiplier.isFinite, side.isFinite else { continue }
          sum.add(multiplier * side)
          for term in row.terms {
            let index = term.column.index
            let part = multiplier * term.coefficient
            reduced[index] -= part
            error[index] +=
              abs(part) * (4 * Self.rounding + Self.assembly)
              + abs(reduced[index]) * Self.rounding
          }
        }
        for index in 0..<count {
          error[index] *= Self.slack
          let (lower, upper) = (program.columns[index].lower, program.columns[index].upper)
          let least = Self.least(
            (reduced[index] - error[index]).nextDown, (reduced[index] + error[index]).nextUp,
            lower, upper)
          sum.add(least)
        }
      }
    }
    bound = sum.atLeast
    reducedLower = zip(reduced, error).map { ($0 - $1).nextDown }
    reducedUpper = zip(reduced, error).map { ($0 + $1).nextUp }
  }

  /// The least of d·x for d and x in their intervals.
  private static func least(
    _ least: Double, _ greatest: Double, _ lower: Double, _ upper: Double
  ) -> Double {
    func product(_ reduced: Double, _ value: Double) -> Double {
      // An end that is not there is needed only where the reduced cost may point to it.
      reduced == 0 ? 0 : reduced * value
    }
    if least >= 0 { return lower >= 0 ? product(least, lower) : product(greatest, lower) }
    if greatest <= 0 { return upper >= 0 ? product(least, upper) : product(greatest, upper) }
    return min(product(least, upper), product(greatest, lower), product(least, lower))
  }
}

/// A sum that knows how far rounding may have carried it.
struct SafeSum {
  private var value = 0.0
  private var error = 0.0

  /// Adds a number that is itself rounded once, such as a product.
  mutating func add(_ number: Double) {
    value += number
    error +=
      (abs(number) * (2 * DualProof.rounding + DualProof.assembly)
        + abs(value) * DualProof.rounding)
  }

  /// No more than the true sum.
  var atLeast: Double {
    if value == -.infinity || error.isNaN || !error.isFinite { return -.infinity }
    return error == 0 ? value : (value - error * DualProof.slack).nextDown
  }
}
