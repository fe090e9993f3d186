import Foundation

/// Numbers with fewer digits: multipliers prove something whatever they are, and short ones make short files.
enum Digits {
  /// The number nearest to another with so many significant decimal digits.
  static func rounded(_ number: Double, to digits: Int) -> Double {
    if number == 0 || !number.isFinite || digits >= 17 { return number }
    let exponent = digits - 1 - Int(log10(abs(number)).rounded(.down))
    // Powers of ten up to 10²² are exact, so that the quotient is the number that the decimal text stands for.
    switch exponent {
    case 0...22:
      let power = pow(10, Double(exponent))
      return (number * power).rounded() / power
    case -22..<0:
      let power = pow(10, Double(-exponent))
      return (number / power).rounded() * power
    default: return number
    }
  }
}
