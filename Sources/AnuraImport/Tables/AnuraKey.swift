/// How Anura's tables, columns and keywords are compared: by letters and digits alone.
///
/// Exports write `CustomerDemand`, `customer_demand` or `Customer Demand` for the same thing.
enum AnuraKey {
  /// The text in lower case without blanks, underscores, hyphens and brackets.
  static func of(_ text: String) -> String {
    String(text.lowercased().filter { $0.isLetter || $0.isNumber })
  }
}
