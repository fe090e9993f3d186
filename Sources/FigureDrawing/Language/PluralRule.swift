/// Which form of a word goes with a number.
///
/// The rules of the Unicode Common Locale Data Repository for whole numbers, https://cldr.unicode.org/index/cldr-spec/plural-rules,
/// as far as they are common.
package enum PluralRule: String, CaseIterable, Sendable {
  /// No difference: Japanese, Chinese.
  case other
  /// 1, then others: English, German, Spanish.
  case oneOther = "one-other"
  /// 0 and 1, then others: French.
  case zeroOneOther = "zero-one-other"
  /// 1, 21, 31, but 11; 2 to 4, 22 to 24, but 12 to 14; others: Ukrainian, Russian.
  case oneFewMany = "one-few-many"

  /// How many forms there are.
  package var forms: Int {
    switch self {
    case .other: 1
    case .oneOther, .zeroOneOther: 2
    case .oneFewMany: 3
    }
  }

  /// The place of the form for a number.
  package func form(of number: Int) -> Int {
    let size = number.magnitude
    switch self {
    case .other: return 0
    case .oneOther: return size == 1 ? 0 : 1
    case .zeroOneOther: return size <= 1 ? 0 : 1
    case .oneFewMany:
      if (11...14).contains(size % 100) { return 2 }
      return size % 10 == 1 ? 0 : (2...4).contains(size % 10) ? 1 : 2
    }
  }
}
