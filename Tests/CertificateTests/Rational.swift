import BigInt

@testable import Certificate

/// An exact fraction.
struct Rational: Comparable, Hashable {
  let numerator: BigInt
  /// Above 0.
  let denominator: BigInt

  init(_ numerator: BigInt, over denominator: BigInt = 1) {
    precondition(!denominator.isZero)
    let divisor = numerator.greatestCommonDivisor(with: denominator)
    let sign: BigInt = denominator < 0 ? -1 : 1
    self.numerator = divisor.isZero ? 0 : sign * numerator / divisor
    self.denominator = divisor.isZero ? 1 : sign * denominator / divisor
  }

  /// The number that a double is: a whole number times a power of two.
  init(_ number: Double) {
    precondition(number.isFinite)
    if number == 0 {
      self.init(BigInt(0))
      return
    }
    let shift = Int(number.exponent) - 52
    // The significand is between 1 and 2, also of a number too small for one.
    let size = BigInt(Int64(number.significand * 0x1p52))
    let whole = number < 0 ? -size : size
    self.init(
      shift > 0 ? whole << shift : whole, over: shift < 0 ? BigInt(1) << -shift : 1)
  }

  static let zero = Rational(BigInt(0))
  static let one = Rational(BigInt(1))

  /// The greatest whole number that is not above it.
  var floor: Rational {
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    return Rational(remainder < 0 ? quotient - 1 : quotient)
  }

  static prefix func - (operand: Rational) -> Rational {
    Rational(-operand.numerator, over: operand.denominator)
  }
  static func + (left: Rational, right: Rational) -> Rational {
    Rational(
      left.numerator * right.denominator + right.numerator * left.denominator,
      over: left.denominator * right.denominator)
  }
  static func - (left: Rational, right: Rational) -> Rational { left + -right }
  static func * (left: Rational, right: Rational) -> Rational {
    Rational(left.numerator * right.numerator, over: left.denominator * right.denominator)
  }
  static func / (left: Rational, right: Rational) -> Rational {
    Rational(left.numerator * right.denominator, over: left.denominator * right.numerator)
  }
  static func += (left: inout Rational, right: Rational) { left = left + right }
  static func -= (left: inout Rational, right: Rational) { left = left - right }
  static func < (left: Rational, right: Rational) -> Bool {
    left.numerator * right.denominator < right.numerator * left.denominator
  }
}

extension Interval {
  /// Whether an exact number lies in it.
  func contains(_ exact: Rational) -> Bool {
    (lower == -.infinity || Rational(lower) <= exact)
      && (upper == .infinity || exact <= Rational(upper))
  }
}
