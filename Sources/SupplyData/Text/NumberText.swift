import Foundation

/// Reads numbers as the tables write them: plain decimals such as `12`, `-0.5` and `1.5e3`, in
/// ASCII.
///
/// What Swift would also take (`nan`, `inf`, hexadecimal, overflow to infinity) is refused, and so
/// is what people write for people (`1,000`, `12 %`): guessing would turn a slip of the pen into
/// another plan.
enum NumberText {
  /// The greatest magnitude accepted. Products of four such numbers stay finite, so nothing
  /// computed from a dataset can overflow.
  static let limit = 1e15

  /// The number that `text` writes.
  static func number(_ text: String) throws(Refusal) -> Double {
    guard isPlain(text.utf8), let number = Double(text) else { throw refusal(of: text) }
    guard number.magnitude <= limit else {
      throw Refusal(
        cause: "\(quoted(text)) is beyond the magnitude of 1e15 that a number may have",
        cure: "Choose a larger unit for the quantity.")
    }
    // A negative zero would show up as "-0" in results.
    return number == 0 ? 0 : number
  }

  /// Whether `text` is a sign (optional), digits with at most one point, and an exponent
  /// (optional).
  private static func isPlain(_ text: String.UTF8View) -> Bool {
    var rest = text[...]
    dropSign(&rest)
    var digits = dropDigits(&rest)
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      digits += dropDigits(&rest)
    }
    guard digits > 0 else { return false }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest = rest.dropFirst()
      dropSign(&rest)
      guard dropDigits(&rest) > 0 else { return false }
    }
    return rest.isEmpty
  }

  private static func dropSign(_ rest: inout Substring.UTF8View) {
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") {
      rest = rest.dropFirst()
    }
  }

  private static func dropDigits(_ rest: inout Substring.UTF8View) -> Int {
    var count = 0
    while let byte = rest.first, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
      rest = rest.dropFirst()
      count += 1
    }
    return count
  }

  /// Names the slip behind a text that is no number.
  private static func refusal(of text: String) -> Refusal {
    let lower = text.lowercased()
    let unsigned = lower.drop { $0 == "-" || $0 == "+" }
    let kept = String(unsigned.filter { !" ,_'’\u{A0}\u{202F}".contains($0) })
    let cause = "\(quoted(text)) is not a number"
    if ["nan", "inf", "infinity", ".nan", ".inf"].contains(String(unsigned)) {
      return Refusal(
        cause: "\(quoted(text)) is not a finite number",
        cure:
          "Write a finite number; where no limit is meant, an empty cell may say so."
      )
    }
    if unsigned.hasPrefix("0x") {
      return Refusal(cause: "\(cause): hexadecimal", cure: "Write it in decimal.")
    }
    if unsigned.hasSuffix("%"), isPlain(String(kept.dropLast()).utf8),
      let share = Double(kept.dropLast())
    {
      return Refusal(
        cause: "\(cause): a percent sign", cure: "Write it as a share, here \(share / 100).")
    }
    if unsigned.first == "−" {
      return Refusal(cause: "\(cause): its minus is not the one of ASCII", cure: "Write `-`.")
    }
    if !kept.isEmpty, kept.count < unsigned.count, isPlain(kept.utf8) {
      return Refusal(
        cause: "\(cause): separators",
        cure: "Write no thousands separators, and a point before decimals.")
    }
    return Refusal(cause: cause, cure: "Write a decimal number such as 12, 0.5 or 1.5e3.")
  }

  /// The shortest text of a number rounded to so many significant digits: what 0.1 × 1.5 is to a
  /// person, not to a binary fraction.
  static func text(of number: Double, digits: Int) -> String {
    let rounded = Double(String(format: "%.\(digits)g", number)) ?? number
    guard rounded == rounded.rounded(), rounded.magnitude < 1e15 else { return "\(rounded)" }
    return String(Int64(rounded))
  }
}

/// The number that `text` writes, for readers of other files than tables: plain decimals, as in tables.
///
/// - Throws: why it is no number, and what to write.
package func plainNumber(_ text: String) throws(Refusal) -> Double {
  try NumberText.number(text)
}
