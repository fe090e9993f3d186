/// Money of one currency, rounded as people read it: `$1.24 bn`, `CHF 35.0 m`.
package struct MoneyFormat {
  /// The currency's label, as the dataset gives it.
  package let currency: String

  package init(currency: String) { self.currency = currency }

  /// The currency in words, for the note that names it.
  package var name: String {
    Self.known.first { $0.code == currency }.map { "\($0.name) (\(currency))" } ?? currency
  }

  /// An amount to three significant digits, or to as many as asked.
  package func callAsFunction(
    _ amount: Double, digits: Int = 3, rounding: NumberFormat.Rounding = .nearest
  ) -> String {
    withSymbol(NumberFormat.compact(amount, digits: digits, rounding: rounding))
  }

  /// Labels for amounts a `step` apart.
  package func axisLabels(_ amounts: [Double]) -> [String] {
    let step = zip(amounts, amounts.dropFirst()).map { $1 - $0 }.min() ?? amounts.first ?? 1
    return NumberFormat.axisLabels(amounts, step: step).map(withSymbol)
  }

  /// An amount with its sign, for differences: `+$3.10 m`.
  package func signed(
    _ amount: Double, digits: Int = 3, rounding: NumberFormat.Rounding = .nearest
  ) -> String {
    let text = self(amount, digits: digits, rounding: rounding)
    return amount > 0 ? "+" + text : text
  }

  private func withSymbol(_ text: String) -> String {
    text.hasPrefix("−") ? "−" + prefix + text.dropFirst() : prefix + text
  }

  private var prefix: String {
    if let symbol = Self.known.first(where: { $0.code == currency })?.symbol { return symbol }
    // A label as long as a sentence is named in full below each figure, not before each number.
    let label = currency.count > 8 ? currency.prefix(7) + "…" : currency[...]
    return label.isEmpty ? "" : label + NumberFormat.space
  }

  private static let known: [(code: String, symbol: String, name: String)] = [
    ("USD", "$", "US dollars"), ("EUR", "€", "euros"), ("GBP", "£", "pounds sterling"),
    ("JPY", "¥", "yen"), ("INR", "₹", "rupees"), ("KRW", "₩", "won"),
  ]
}
