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
      return "<\(decimal(least, places: places))\(space)%"
    }
    if value < 0, value > -least / 2 { return "0\(space)%" }
    if abs(value) < 1e-9 || value == 100 { return "\(Int(value))\(space)%" }
    return "\(decimal(value, places: places, rounding: rounding))\(space)%"
  }

  /// A share that the user gave, with no more decimals than it has: `8 %`, `2.5 %`.
  package static func given(_ share: Double) -> String {
    let value = share * 100
    let places = (0...3).first { places in
      let scaled = value * pow(10, Double(places))
      return abs(scaled - scaled.rounded()) < 1e-6
    }
    return "\(decimal(value, places: places ?? 3))\(space)%"
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
    let words = [
      "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ]
    let figure =
      inWords && words.indices.contains(number) ? words[number] : whole(Double(number))
    return "\(figure)\(space)\(number == 1 ? one : many)"
  }

  /// So many significant digits, with `m`, `bn`, `tn` from a million on.
  package static func compact(
    _ value: Double, digits: Int = 3, long: Bool = false, rounding: Rounding = .nearest
  ) -> String {
    let rounded = significant(value, digits: digits, rounding: rounding)
    let size = abs(rounded)
    for (unit, name) in units where size >= unit {
      let suffix = long && name == "m" ? "million" : name
      let number = decimal(rounded / unit, places: places(size / unit, digits: digits))
      return "\(number)\(space)\(suffix)"
    }
    if size == size.rounded() { return decimal(rounded, places: 0) }
    return decimal(rounded, places: places(size, digits: digits))
  }

  /// Labels for numbers a `step` apart, all in the unit that fits the greatest of them.
  package static func axisLabels(_ values: [Double], step: Double) -> [String] {
    let greatest = values.map(abs).max() ?? 0
    let (unit, name) = units.first { greatest >= $0.0 } ?? (1, "")
    var places = 0
    while places < 6,
      abs(
        (step / unit * pow(10, Double(places))).rounded()
          - step / unit * pow(10, Double(places))) > 1e-6
    { places += 1 }
    return values.map {
      let number = decimal($0 / unit, places: places)
      return name.isEmpty || $0 == 0 ? number : "\(number)\(space)\(name)"
    }
  }

  private static let units: [(Double, String)] = [(1e12, "tn"), (1e9, "bn"), (1e6, "m")]

  /// `value` with `places` decimals and thousands set apart by commas; a minus is `−`.
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
      whole.insert(",", at: whole.index(whole.startIndex, offsetBy: index))
      index -= 3
    }
    let sign = digits < 0 ? "−" : ""
    guard places > 0 else { return sign + whole }
    return sign + whole + "." + String(repeating: "0", count: places - fraction.count) + fraction
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
