/// A day of the Gregorian calendar, counted.
struct CalendarDay: Comparable {
  /// Days since the first of March of the year 0.
  var number: Int

  static func < (left: CalendarDay, right: CalendarDay) -> Bool { left.number < right.number }

  /// The day that a text begins with: `2026-03-31`, or `3/31/2026` as American exports write it;
  /// what follows after a blank or a `T` is the time of day and does not count.
  init?(_ text: String) {
    let date = text.prefix { $0 != " " && $0 != "T" }
    let separator: Character = date.contains("/") ? "/" : "-"
    let parts = date.split(separator: separator, omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 3, let first = parts[0], let second = parts[1], let third = parts[2] else {
      return nil
    }
    let isYearFirst = first > 31
    guard separator == "/" || isYearFirst else { return nil }
    self.init(
      year: isYearFirst ? first : third, month: isYearFirst ? second : first,
      day: isYearFirst ? third : second)
  }

  init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard day <= lengths[month - 1] else { return nil }
    // Counted from March, the leap day is a year's last and needs no care.
    let shifted = (year: month > 2 ? year : year - 1, month: (month + 9) % 12)
    number =
      365 * shifted.year + shifted.year / 4 - shifted.year / 100 + shifted.year / 400
      + (153 * shifted.month + 2) / 5 + day - 1
  }
}
