/// Reads numbers as the tables write them: plain decimals such as `12`, `-0.5` and `1.5e3`, in
/// ASCII.
///
/// What Swift would also take (`nan`, `inf`, hexadecimal, overflow to infinity) is refused, and so
/// is what people write for people (`1,000`): guessing would turn a slip of the pen into another
/// plan. `5%` is a number where a share is asked for, and nowhere else.
package enum NumberText {
  /// The greatest magnitude accepted. Products of four such numbers stay finite, so nothing
  /// computed from a dataset can overflow.
  package static let limit = 1e15

  /// The number that `text` writes.
  ///
  /// - Parameter percent: whether `5%` and `5 %` are 0.05.
  package static func number(_ text: String, percent: Bool = false) throws(Refusal) -> Double {
    guard let number = percentage(text, percent) ?? (isPlain(text.utf8) ? Double(text) : nil)
    else { throw refusal(of: text) }
    guard number.magnitude <= limit else {
      throw Refusal(
        cause: "\(quoted(text)) is larger than 1e15, the limit for numbers",
        cure: "Choose a larger unit for the quantity.")
    }
    // A negative zero would show up as "-0" in results.
    return number == 0 ? 0 : number
  }

  /// The number that bytes state in JSON's grammar, or `nil`; so neither `nan`, `inf`, `0x10` nor `1_000`.
  @inlinable package static func number(_ text: some Sequence<UInt8>) -> Double? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(24)
    for byte in text {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
        UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
        bytes.append(byte)
      default: return nil
      }
    }
    guard let number = Double(String(decoding: bytes, as: UTF8.self)), number.isFinite else {
      return nil
    }
    return number
  }

  /// The share that a percentage writes; `nil` where it is none, or none is asked for.
  private static func percentage(_ text: String, _ isAsked: Bool) -> Double? {
    guard isAsked, let number = beforePercent(text) else { return nil }
    // Put behind the point in decimal, for 0.1 divided by 100 is not the number nearest to 0.001.
    return Double(number + "e-2") ?? Double(number).map { $0 / 100 }
  }

  /// The number before a percent sign; `nil` where there is none.
  private static func beforePercent(_ text: String) -> String? {
    guard text.utf8.last == UInt8(ascii: "%") else { return nil }
    var number = text.dropLast()
    while let last = number.last, " \u{A0}\u{202F}\u{2009}".contains(last) { number.removeLast() }
    return isPlain(number.utf8) ? String(number) : nil
  }

  /// Whether `text` is a sign (optional), digits with at most one point, and an exponent
  /// (optional).
  private static func isPlain(_ text: String.UTF8View) -> Bool { isPlain(text[...]) }

  private static func isPlain(_ text: Substring.UTF8View) -> Bool {
    var rest = text
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
    let kept = String(unsigned.filter { !" ,_'’%\u{A0}\u{202F}".contains($0) })
    let cause = "\(quoted(text)) is not a number"
    if ["nan", "inf", "infinity", ".nan", ".inf"].contains(String(unsigned)) {
      return Refusal(
        cause: "\(quoted(text)) is not a finite number",
        cure:
          "Write a finite number; if there is no limit, the cell may be left empty."
      )
    }
    if unsigned.hasPrefix("0x") {
      return Refusal(cause: "\(cause): hexadecimal", cure: "Write it in decimal.")
    }
    if let share = percentage(text, true) {
      return Refusal(
        cause: "\(cause): a percent sign", cure: "Write it as a share, here \(share).")
    }
    if unsigned.first == "−" {
      return Refusal(cause: "\(cause): its minus sign is not the ASCII one", cure: "Write `-`.")
    }
    if !kept.isEmpty, kept.count < unsigned.filter({ $0 != "%" }).count, isPlain(kept.utf8) {
      return Refusal(
        cause: "\(cause): separators",
        cure: "Use a decimal point and no thousands separators.")
    }
    return Refusal(cause: cause, cure: "Write a decimal number such as 12, 0.5 or 1.5e3.")
  }
}

/// The number that `text` writes, for readers of other files than tables: plain decimals, as in tables.
///
/// - Throws: why it is no number, and what to write.
package func plainNumber(_ text: String) throws(Refusal) -> Double {
  try NumberText.number(text)
}

/// The share that `text` writes, for readers of other files than tables: a plain decimal, or a percentage such as `5%`.
///
/// - Throws: why it is no number, and what to write.
package func plainShare(_ text: String) throws(Refusal) -> Double {
  try NumberText.number(trimmed(text[...]), percent: true)
}
