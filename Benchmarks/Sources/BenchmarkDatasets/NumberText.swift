/// Numbers as people write them: rounded to a few digits.
enum NumberText {
  /// `value` rounded to `digits` significant digits, the nearest double of that decimal.
  static func rounded(_ value: Double, _ digits: Int = 3) -> Double {
    guard value != 0, value.isFinite else { return value }
    var mantissa = value.magnitude
    var exponent = 0
    let most = (0..<digits).reduce(1.0) { power, _ in power * 10 }
    while mantissa >= most { (mantissa, exponent) = (mantissa / 10, exponent + 1) }
    while mantissa < most / 10 { (mantissa, exponent) = (mantissa * 10, exponent - 1) }
    let nearest = Double("\(Int(mantissa.rounded()))e\(exponent)") ?? value
    return value < 0 ? -nearest : nearest
  }

  /// The shortest text that reads back as `value`, without the `.0` of whole numbers.
  static func text(_ value: Double) -> String {
    if value == value.rounded(), value.magnitude < 1e15 { return "\(Int(value))" }
    return "\(value)"
  }
}
