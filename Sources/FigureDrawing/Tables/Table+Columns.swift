package import Findings
package import Wording

extension Table {
  /// A table behind a figure.
  package init(_ columns: [Column], rows: [[Cell]]) { self.init("", "", columns, rows: rows) }

  /// A table of words for readers: its first `names` columns hold names, and the others what stands flush right as numbers do, but for
  /// `texts`.
  package init(_ titles: [String], names: Int = 1, words: [[String]], texts: Set<Int> = []) {
    self.init(
      titles.enumerated().map { index, title in
        let column = Column.text(title)
        return index >= names && !texts.contains(index) ? column.flushRight : column
      }, rows: words.map { $0.map { .text($0) } })
  }
}

extension Table.Column {
  /// Words.
  package static func text(_ title: String, name: String? = nil, missing: String = "–") -> Self {
    Self(name: name, title: title, kind: .text, missing: missing) { "\($0)" }
  }

  /// Money.
  package static func money(
    _ title: String, _ money: MoneyFormat, digits: Int = 3, isSigned: Bool = false,
    rounding: NumberFormat.Rounding = .nearest, name: String? = nil, missing: String = "–"
  ) -> Self {
    Self(name: name, title: title, kind: .money(currency: money.currency), missing: missing) {
      isSigned
        ? money.signed($0, digits: digits, rounding: rounding)
        : money($0, digits: digits, rounding: rounding)
    }
  }

  /// Shares, in per cent.
  package static func share(
    _ title: String, places: Int = 1, rounding: NumberFormat.Rounding = .nearest,
    name: String? = nil
  ) -> Self {
    Self(name: name, title: title, kind: .share) {
      NumberFormat.percent($0, places: places, rounding: rounding)
    }
  }

  /// Shares that the user gave, with no more decimals than they have.
  package static func givenShare(_ title: String) -> Self {
    Self(title: title, kind: .share) { NumberFormat.given($0) }
  }

  /// Quantities to three significant digits.
  package static func quantity(_ title: String, unit: String = "") -> Self {
    Self(title: title, kind: .number(unit: unit)) { NumberFormat.quantity($0) }
  }

  /// Numbers with so many decimals.
  package static func decimal(
    _ title: String, places: Int, unit: String = "", missing: String = "–"
  ) -> Self {
    Self(title: title, kind: .number(unit: unit), missing: missing) {
      NumberFormat.decimal($0, places: places)
    }
  }

  /// Whole numbers with thousands set apart.
  package static func whole(_ title: String, missing: String = "–") -> Self {
    Self(title: title, kind: .whole, missing: missing) { NumberFormat.whole($0) }
  }

  /// The column, flush right.
  package var flushRight: Self {
    var column = self
    column.isFlushRight = true
    return column
  }
}
