import Foundation

/// Numbers rounded as people read them.
package enum NumberFormat {
  /// Which way a number that does not fit its digits goes.
  ///
  /// A lower bound is told rounded down and a gap rounded up: told to the nearest, either could claim more
  /// than was proved.
  package enum Rounding {
    case nearest, down, up
  }

  /// No-break space: a number never parts from its unit.
  package static let space = "\u{A0}"

  /// A share as `12.3 %`; a small one that is not 0 as `<0.1 %`.
  package static func percent(_ share: Double, places: Int = 1, rounding: Rounding = .nearest)
    -> String
  {
    let value = share * 100
    let least = pow(10, -Double(places))
    if value > 0, value < least / 2, rounding == .nearest {
      return "<" + perCent(decimal(least, places: places))
    }
    if value < 0, value > -least / 2 { return perCent("0") }
    if abs(value) < 1e-9 || value == 100 { return perCent("\(Int(value))") }
    return perCent(decimal(value, places: places, rounding: rounding))
  }

  /// A share that the user gave, with no more decimals than it has: `8 %`, `2.5 %`.
  package static func given(_ share: Double) -> String {
    perCent(shortest(share * 100, most: 3))
  }

  /// A number in per cent that is written already.
  package static func perCent(_ number: String) -> String { "\(number)\u{A0}%" }

  /// A number with no more decimals than it has once it is rounded to at most so many.
  package static func shortest(_ value: Double, most: Int) -> String {
    let factor = pow(10, Double(most))
    let rounded = (value * factor).rounded() / factor
    let places = (0...most).first { places in
      let scaled = rounded * pow(10, Double(places))
      return abs(scaled - scaled.rounded()) < 1e-6
    }
    return decimal(rounded, places: places ?? most)
  }

  /// A quantity to three significant digits, with thousands set apart.
  package static func quantity(_ value: Double) -> String {
    compact(value, long: true)
  }

  /// A whole number with thousands set apart.
  package static func whole(_ value: Double) -> String { decimal(value, places: 0) }

  /// `one` or `many` behind the number: `1 site`, `4 sites`; small numbers as words where `inWords`.
  package static func count(_ number: Int, _ one: String, _ many: String, inWords: Bool = false)
    -> String
  {
    (inWords ? word(number) : whole(Double(number))) + space
      + plural(number, one: one, many: many)
  }

  /// A whole number, in words up to ten.
  package static func word(_ number: Int) -> String {
    switch number {
    case 0: "no"
    case 1: "one"
    case 2: "two"
    case 3: "three"
    case 4: "four"
    case 5: "five"
    case 6: "six"
    case 7: "seven"
    case 8: "eight"
    case 9: "nine"
    case 10: "ten"
    default: whole(Double(number))
    }
  }

  /// So many significant digits, with `m`, `bn`, `tn` from a million on.
  package static func compact(
    _ value: Double, digits: Int = 3, long: Bool = false, rounding: Rounding = .nearest
  ) -> String {
    let rounded = significant(value, digits: digits, rounding: rounding)
    return sign(rounded) + magnitude(abs(rounded), digits: digits, long: long)
  }

  /// What stands before a number: a minus before those below 0.
  static func sign(_ value: Double) -> String { value < 0 ? "−" : "" }

  /// A number from 0 on, already rounded to so many digits.
  static func magnitude(_ size: Double, digits: Int, long: Bool = false) -> String {
    if let unit = units.first(where: { size >= $0.size }) {
      let number = decimal(size / unit.size, places: places(size / unit.size, digits: digits))
      return number + space + (long && unit.size == 1e6 ? "million" : unit.word)
    }
    return decimal(size, places: size == size.rounded() ? 0 : places(size, digits: digits))
  }

  /// Labels for numbers a `step` apart, all in the unit that fits the greatest of them.
  package static func axisLabels(_ values: [Double], step: Double) -> [String] {
    zip(values, axisMagnitudes(values, step: step)).map { sign($0) + $1 }
  }

  /// Labels for shares, in per cent, with as many decimals as their step asks for.
  package static func shareLabels(_ shares: [Double]) -> [String] {
    let step = shares.count > 1 ? (shares[1] - shares[0]) * 100 : 1
    return axisLabels(shares.map { $0 * 100 }, step: step).map(perCent)
  }

  /// Those labels without their signs.
  static func axisMagnitudes(_ values: [Double], step: Double) -> [String] {
    let greatest = values.map(abs).max() ?? 0
    let unit = units.first { greatest >= $0.size }
    let size = unit?.size ?? 1
    var places = 0
    while places < 6,
      abs(
        (step / size * pow(10, Double(places))).rounded()
          - step / size * pow(10, Double(places))) > 1e-6
    { places += 1 }
    return values.map {
      let number = decimal(abs($0) / size, places: places)
      return $0 == 0 ? number : unit.map { number + space + $0.word } ?? number
    }
  }

  /// The words behind great numbers, with the powers of ten that they stand for.
  package static let unitWords: [(word: String, size: Double)] =
    units.map { ($0.word, $0.size) } + [("million", 1e6)]

  private static let units: [(word: String, size: Double)] = [
    ("tn", 1e12), ("bn", 1e9), ("m", 1e6),
  ]

  /// Between a number and its decimals.
  package static let decimalSeparator = "."
  /// Between thousands.
  package static let groupSeparator = ","

  /// `value` with `places` decimals and thousands set apart; a minus is `−`.
  package static func decimal(_ value: Double, places: Int, rounding: Rounding = .nearest) -> String
  {
    guard value.isFinite else { return "–" }
    let factor = pow(10, Double(places))
    let scaled = round(value * factor, rounding)
    guard abs(scaled) < 9e17 else { return "\(value)" }
    let digits = Int64(scaled)
    var whole = String(digits.magnitude / UInt64(factor))
    let fraction = String(digits.magnitude % UInt64(factor))
    var index = whole.count - 3
    while index > 0 {
      whole.insert(
        contentsOf: groupSeparator, at: whole.index(whole.startIndex, offsetBy: index))
      index -= 3
    }
    let sign = digits < 0 ? "−" : ""
    guard places > 0 else { return sign + whole }
    return sign + whole + decimalSeparator
      + String(repeating: "0", count: places - fraction.count) + fraction
  }

  /// `value` with so many significant digits.
  package static func significant(_ value: Double, digits: Int, rounding: Rounding = .nearest)
    -> Double
  {
    guard value != 0, value.isFinite else { return 0 }
    let exponent = Double(digits) - 1 - floor(log10(abs(value)))
    // Powers of ten below 1 are not exact: divide by their inverse instead.
    if exponent >= 0 {
      let factor = pow(10, exponent)
      return round(value * factor, rounding) / factor
    }
    let factor = pow(10, -exponent)
    return round(value / factor, rounding) * factor
  }

  private static func places(_ size: Double, digits: Int) -> Int {
    // Small amounts are told to the cent, those below it to their first digits.
    if size < 0.1 { return size > 0 ? min(12, Int(-floor(log10(size))) + digits - 1) : 0 }
    let before = size < 10 ? 1 : size < 100 ? 2 : size < 1000 ? 3 : 4
    return max(0, digits - before)
  }

  private static func round(_ value: Double, _ rounding: Rounding) -> Double {
    // What floating point leaves on either side of a whole number is no reason for another digit.
    let nearest = value.rounded()
    if abs(value - nearest) <= 1e-9 * max(1, abs(value)) { return nearest }
    return switch rounding {
    case .nearest: nearest
    case .down: value.rounded(.down)
    case .up: value.rounded(.up)
    }
  }
}
