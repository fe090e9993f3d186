/// A number that is known to lie between two bounds.
///
/// Every operation rounds outward: what it would give in exact arithmetic for any numbers of its operands lies in the
/// result. IEEE 754 rounds to nearest, so the exact result lies between the neighbours of the rounded one.
struct Interval: Sendable, Equatable {
  var lower: Double
  var upper: Double

  init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }

  /// Just this number.
  init(_ number: Double) {
    lower = number
    upper = number
  }

  static let zero = Interval(0)
  static let one = Interval(1)

  /// A number of the assembly with all that its own rounding may have changed.
  ///
  /// Coefficients are made of a dataset's numbers by a handful of products, quotients and sums of positive numbers. Each rounds
  /// by at most 2⁻⁵³ of its result, so thirty of them stay within 2⁻⁴⁸. A zero is a zero.
  init(widening number: Double) {
    let radius = abs(number) * 0x1p-48
    lower = number == 0 || number.isInfinite ? number : (number - radius).nextDown
    upper = number == 0 || number.isInfinite ? number : (number + radius).nextUp
  }

  var isZero: Bool { lower == 0 && upper == 0 }

  /// Whether a number lies in it.
  func contains(_ number: Double) -> Bool { lower <= number && number <= upper }

  static prefix func - (operand: Interval) -> Interval {
    Interval(lower: -operand.upper, upper: -operand.lower)
  }

  static func + (left: Interval, right: Interval) -> Interval {
    if left.isZero { return right }
    if right.isZero { return left }
    return Interval(
      lower: (left.lower + right.lower).nextDown, upper: (left.upper + right.upper).nextUp)
  }

  static func - (left: Interval, right: Interval) -> Interval { left + -right }

  static func += (left: inout Interval, right: Interval) { left = left + right }

  static func -= (left: inout Interval, right: Interval) { left = left - right }

  static func * (factor: Double, operand: Interval) -> Interval {
    if factor == 0 || operand.isZero { return .zero }
    return factor > 0
      ? Interval(lower: (factor * operand.lower).nextDown, upper: (factor * operand.upper).nextUp)
      : Interval(lower: (factor * operand.upper).nextDown, upper: (factor * operand.lower).nextUp)
  }

  static func * (left: Interval, right: Interval) -> Interval {
    if left.isZero || right.isZero { return .zero }
    let (first, second) = (left.lower * right, left.upper * right)
    return Interval(
      lower: min(first.lower, second.lower), upper: max(first.upper, second.upper))
  }

  /// The quotient; the divisor must be positive.
  static func / (left: Interval, right: Interval) -> Interval {
    if left.isZero { return .zero }
    return Interval(
      lower: (left.lower / (left.lower < 0 ? right.lower : right.upper)).nextDown,
      upper: (left.upper / (left.upper < 0 ? right.upper : right.lower)).nextUp)
  }

  /// The less of two numbers.
  static func least(_ left: Interval, _ right: Interval) -> Interval {
    Interval(lower: min(left.lower, right.lower), upper: min(left.upper, right.upper))
  }

  /// What is negative of it, else 0.
  var negativePart: Interval { Interval(lower: min(0, lower), upper: min(0, upper)) }
}
