/// Money of one currency, rounded as people read it: `$1.24 bn`, `CHF 35.0 m`.
package struct MoneyFormat {
  /// The currency's label, as the dataset gives it.
  package let currency: String

  package init(currency: String) { self.currency = currency }

  /// The currency in words, for the note that names it.
  package var name: String {
    let words: String? =
      switch currency {
      case "USD": "US dollars"
      case "EUR": "euros"
      case "GBP": "pounds sterling"
      case "JPY": "yen"
      case "INR": "rupees"
      case "KRW": "won"
      default: nil
      }
    return words.map { "\($0) (\(currency))" } ?? currency
  }

  /// An amount to three significant digits, or to as many as asked.
  package func callAsFunction(
    _ amount: Double, digits: Int = 3, rounding: NumberFormat.Rounding = .nearest
  ) -> String {
    let rounded = NumberFormat.significant(amount, digits: digits, rounding: rounding)
    return NumberFormat.sign(rounded)
      + withSymbol(NumberFormat.magnitude(abs(rounded), digits: digits))
  }

  /// Labels for amounts a `step` apart.
  package func axisLabels(_ amounts: [Double]) -> [String] {
    let step = zip(amounts, amounts.dropFirst()).map { $1 - $0 }.min() ?? amounts.first ?? 1
    return zip(amounts, NumberFormat.axisMagnitudes(amounts, step: step)).map {
      NumberFormat.sign($0) + withSymbol($1)
    }
  }

  /// An amount with its sign, for differences: `+$3.10 m`.
  package func signed(
    _ amount: Double, digits: Int = 3, rounding: NumberFormat.Rounding = .nearest
  ) -> String {
    let text = self(amount, digits: digits, rounding: rounding)
    return amount > 0 ? "+" + text : text
  }

  private func withSymbol(_ size: String) -> String {
    if let symbol = Self.symbols[currency] { return "\(symbol)\(size)" }
    // A label as long as a sentence is named in full below each figure, not before each number.
    let label = currency.count > 8 ? currency.prefix(7) + "…" : currency[...]
    return label.isEmpty ? size : "\(label)\u{A0}\(size)"
  }

  private static let symbols = [
    "USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹", "KRW": "₩",
  ]
}
