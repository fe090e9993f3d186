/// `Σ c_j t_j ≤ β` over distances from bounds, t ≥ 0: what is rounded.
///
/// For δ > 0, `f = β/δ − ⌊β/δ⌋` and `F(z) = ⌊z⌋ + max(0, z − ⌊z⌋ − f)/(1 − f)`,
///
///     Σ_whole F(c_j/δ) t_j + Σ_other min(0, c_j/δ)/(1 − f) t_j ≤ ⌊β/δ⌋
///
/// holds for whole t (mixed-integer rounding: Nemhauser and Wolsey 1990, doi:10.1007/BF01585752; the search over δ and bounds is
/// that of Marchand and Wolsey 2001, doi:10.1287/opre.49.3.363.11211).
struct MixedIntegerRounding {
  /// A variable of the base row.
  struct Variable {
    /// A column, or a row that stands for its slack.
    enum Name: Equatable { case column(Int), slack(Int) }
    var name: Name
    var coefficient: Double
    var isWhole: Bool
    var lower: Double
    var upper: Double
    /// Its value where the cut is to be violated.
    var value: Double
    var isFromUpper: Bool

    /// The coefficient of t.
    var signed: Double { isFromUpper ? -coefficient : coefficient }
    /// The value of t.
    var distance: Double { max(0, isFromUpper ? upper - value : value - lower) }
    /// What the bound contributes to the left-hand side.
    var constant: Double { coefficient * (isFromUpper ? upper : lower) }
  }

  var variables: [Variable]
  /// What the errors of the coefficients may add to the right-hand side.
  let allowance: Double
  /// Whether the equation was multiplied by −1.
  let isNegated: Bool

  /// β: no less than the true one.
  var rightHandSide: Double {
    var sum = 0.0
    var error = allowance
    for variable in variables {
      sum -= variable.constant
      error += SafeArithmetic.error(ofSum: sum, adding: variable.constant)
    }
    return (sum + error * SafeArithmetic.slack).nextUp
  }

  /// β/δ, no less than it is.
  static func ratio(_ side: Double, _ divisor: Double) -> Double { (side / divisor).nextUp }

  /// F, no more than it is; an error of c/δ moves it by at most the error over 1 − f.
  static func rounded(_ ratio: Double, _ fraction: Double) -> Double {
    let whole = ratio.rounded(.down)
    let value = whole + max(0, ratio - whole - fraction) / (1 - fraction)
    return value - (abs(ratio) + abs(value) + 1) * 0x1p-50 / (1 - fraction)
  }

  /// The coefficient of a continuous t, no more than it is.
  static func continuous(_ ratio: Double, _ fraction: Double) -> Double {
    ratio >= 0 ? 0 : ratio / (1 - fraction) * (1 + 0x1p-49)
  }

  /// How far the point misses the cut for a divisor, over the cut's norm; 0 where there is no cut to speak of.
  func efficacy(_ divisor: Double, _ side: Double) -> Double {
    let ratio = Self.ratio(side, divisor)
    let fraction = ratio - ratio.rounded(.down)
    guard fraction >= Self.leastFraction, fraction <= 1 - Self.leastFraction,
      abs(ratio) < Self.mostRatio, allowance <= Self.mostAllowance * divisor
    else { return 0 }
    var activity = -ratio.rounded(.down)
    var norm = 0.0
    for variable in variables {
      let share = variable.signed / divisor
      if variable.isWhole, abs(share) > Self.mostRatio { return 0 }
      let coefficient =
        variable.isWhole ? Self.rounded(share, fraction) : Self.continuous(share, fraction)
      activity += coefficient * variable.distance
      norm += coefficient * coefficient
    }
    return norm > 0 ? activity / norm.squareRoot() : 0
  }

  /// The best divisor, with the bounds it is best with; `nil` where none gives a violated cut.
  mutating func bestDivisor() -> Double? {
    var side = rightHandSide
    var sizes: [Double] = []
    for variable in variables where variable.isWhole {
      let size = abs(variable.coefficient)
      let isInside =
        variable.value > variable.lower + 1e-6 && variable.value < variable.upper - 1e-6
      if isInside, size > 1e-9, !sizes.contains(where: { abs($0 - size) <= 1e-9 * size }) {
        sizes.append(size)
      }
    }
    var best: (divisor: Double, efficacy: Double)?
    func consider(_ divisor: Double, _ efficacy: Double) {
      if efficacy > Self.leastEfficacy, efficacy > best?.efficacy ?? 0 {
        best = (divisor, efficacy)
      }
    }
    for size in sizes.prefix(Self.mostDivisors) { consider(size, efficacy(size, side)) }
    guard let first = best else { return nil }
    for part in [2.0, 4, 8] { consider(first.divisor / part, efficacy(first.divisor / part, side)) }
    // The other bound of a whole column, those nearest to the middle first.
    let inside = variables.indices.filter {
      variables[$0].isWhole && variables[$0].upper.isFinite && variables[$0].distance > 1e-6
        && variables[$0].value < variables[$0].upper - 1e-6
    }.sorted {
      abs(variables[$0].value - (variables[$0].lower + variables[$0].upper) / 2)
        < abs(variables[$1].value - (variables[$1].lower + variables[$1].upper) / 2)
    }
    for index in inside.prefix(Self.mostFlips) {
      guard let known = best else { break }
      variables[index].isFromUpper.toggle()
      let other = rightHandSide
      let gained = efficacy(known.divisor, other)
      if gained > known.efficacy {
        best = (known.divisor, gained)
        side = other
      } else {
        variables[index].isFromUpper.toggle()
      }
    }
    return best?.divisor
  }

  private static let leastFraction = 0.01
  private static let mostRatio = 1e5
  /// What is known less well than to this share of a step cannot be rounded.
  private static let mostAllowance = 1e-6
  private static let leastEfficacy = 1e-4
  private static let mostDivisors = 10
  private static let mostFlips = 8
}
