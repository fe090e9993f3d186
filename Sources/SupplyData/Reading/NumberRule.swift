import TextFiles

/// What numbers a column takes.
struct NumberRule: Sendable {
  /// The least, and the greatest, value.
  var range: ClosedRange<Double>
  /// The rule in words, after "must be".
  var words: String
  /// Whether the column holds shares, so that `5%` is 0.05.
  var takesPercent = false

  /// Whether the column takes `number`.
  func allows(_ number: Double) -> Bool { range.contains(number) }

  /// What to write instead of `number`, which is not allowed.
  func cure(for number: Double) -> String {
    let standard =
      words.hasPrefix("at least") ? "Write a number of \(words)." : "Write a number \(words)."
    guard takesPercent, number > 1, allows(number / 100) else { return standard }
    return "For \(plain(number)) % write \(plain(number / 100)) or \(plain(number))%."
  }

  /// The least number that counts as above 0: what is divided by one stays finite.
  static let leastPositive = 1e-12

  /// Any number.
  static let any = NumberRule(range: -NumberText.limit...NumberText.limit, words: "a number")
  /// 0 or above.
  static let nonnegative = NumberRule(range: 0...NumberText.limit, words: "at least 0")
  /// Above 0.
  static let positive = NumberRule(
    range: leastPositive...NumberText.limit, words: "above 0 (1e-12 or more)")
  /// 0 to 1.
  static let share = NumberRule(range: 0...1, words: "between 0 and 1", takesPercent: true)
  /// 0 or above, of something.
  static let rate = NumberRule(
    range: 0...NumberText.limit, words: "at least 0", takesPercent: true)
  /// Any number, added to a rate.
  static let rateChange = NumberRule(
    range: -NumberText.limit...NumberText.limit, words: "a number", takesPercent: true)
  /// −1 or above.
  static let relativeChange = NumberRule(
    range: -1...NumberText.limit, words: "at least -1", takesPercent: true)
  /// Above −1.
  static let rateAboveMinusOne = NumberRule(
    range: (-1 + leastPositive)...NumberText.limit, words: "above -1", takesPercent: true)
  /// 0 or above, below 1.
  static let shareBelowOne = NumberRule(
    range: 0...(1.0).nextDown, words: "at least 0 and below 1", takesPercent: true)
  /// The share of weeks that a stock is to cover.
  static let serviceLevel = NumberRule(
    range: 0.5...(1.0).nextDown, words: "at least 0.5 and below 1", takesPercent: true)
  /// Degrees north.
  static let latitude = NumberRule(range: -90...90, words: "between -90 and 90 degrees")
  /// Degrees east.
  static let longitude = NumberRule(range: -180...180, words: "between -180 and 180 degrees")
  /// Weeks until what failed works again.
  static let recoveryWeeks = NumberRule(range: 0.01...520, words: "between 0.01 and 520 weeks")
  /// Weeks of an event.
  static let weeks = NumberRule(
    range: leastPositive...52, words: "above 0 and at most 52 weeks")
}
