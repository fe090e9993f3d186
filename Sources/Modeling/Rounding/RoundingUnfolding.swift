/// A rounded row told over the columns of its program: distances from bounds are put back, slacks become their rows.
struct RoundingUnfolding {
  private let program: LinearProgram
  private var coefficients: [Double]
  private var errors: [Double]
  /// The columns that may have a coefficient.
  private var columns: [Int] = []
  private var isTouched: [Bool]
  private var upper = 0.0
  private var upperError = 0.0

  /// - Parameter program: whose rows and bounds the rounding was made of.
  init(program: LinearProgram) {
    self.program = program
    coefficients = Array(repeating: 0, count: program.columns.count)
    errors = coefficients
    isTouched = Array(repeating: false, count: program.columns.count)
  }

  /// Begins anew.
  private mutating func clear() {
    for column in columns {
      coefficients[column] = 0
      errors[column] = 0
      isTouched[column] = false
    }
    columns.removeAll(keepingCapacity: true)
    upperError = 0
  }

  /// - Returns: whether there is a cut.
  mutating func unfold(_ rounding: MixedIntegerRounding, _ divisor: Double) -> Bool {
    clear()
    let ratio = MixedIntegerRounding.ratio(rounding.rightHandSide, divisor)
    let fraction = ratio - ratio.rounded(.down)
    guard fraction > 0, fraction < 1, ratio.isFinite else { return false }
    upper = ratio.rounded(.down)
    for variable in rounding.variables {
      let share = variable.signed / divisor
      let coefficient =
        variable.isWhole
        ? MixedIntegerRounding.rounded(share, fraction)
        : MixedIntegerRounding.continuous(share, fraction)
      if coefficient == 0 { continue }
      // t = x − lower, or upper − x.
      let own = variable.isFromUpper ? -coefficient : coefficient
      add(own * (variable.isFromUpper ? variable.upper : variable.lower))
      switch variable.name {
      case .column(let column): add(own, to: column)
      case .slack(let row):
        for term in program.rows[row].terms { add(own * term.coefficient, to: term.column.index) }
      }
    }
    return true
  }

  private mutating func add(_ constant: Double) {
    upper += constant
    upperError += SafeArithmetic.error(ofSum: upper, adding: constant)
  }

  private mutating func add(_ part: Double, to column: Int) {
    if !isTouched[column] {
      isTouched[column] = true
      columns.append(column)
    }
    coefficients[column] += part
    errors[column] += SafeArithmetic.error(ofSum: coefficients[column], adding: part)
  }

  /// The cut; `nil` where its numbers are unfit for a solver, or the point does not miss it by enough.
  ///
  /// What rounding may have done to coefficients is given to the right-hand side, and so are coefficients too small to keep.
  func cut(at point: [Double], _ derivation: RoundingDerivation) -> RoundingSeparator.Cut? {
    let greatest = columns.reduce(0) { max($0, abs(coefficients[$1])) }
    guard greatest > 0, greatest.isFinite else { return nil }
    var derivation = derivation
    var slack = upperError
    var indices: [Int] = []
    var kept: [Double] = []
    var activity = 0.0
    var norm = 0.0
    for column in columns.sorted() {
      let (bounds, coefficient) = (program.columns[column], coefficients[column])
      let reach = max(abs(bounds.lower), abs(bounds.upper))
      slack += errors[column] * reach
      if abs(coefficient) < Self.leastShare * greatest {
        // `coefficient · x` is at least this; without it the rest may be that much more.
        slack += max(0, -min(coefficient * bounds.lower, coefficient * bounds.upper))
        derivation.dropped.append(column)
        continue
      }
      indices.append(column)
      kept.append(coefficient)
      activity += coefficient * point[column]
      norm += coefficient * coefficient
    }
    let side = (upper + slack * SafeArithmetic.slack).nextUp
    guard side.isFinite, norm > 0, indices.count <= Self.mostTerms else { return nil }
    let efficacy = (activity - side) / norm.squareRoot()
    guard efficacy > Self.leastEfficacy else { return nil }
    return RoundingSeparator.Cut(
      columns: indices, coefficients: kept, upper: side, efficacy: efficacy,
      derivation: derivation)
  }

  private static let leastShare = 1e-6
  private static let leastEfficacy = 1e-4
  private static let mostTerms = 1_000
}
