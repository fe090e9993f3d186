import FigureDrawing
import Findings
import Foundation
import Wording

/// Texts of the values of a quantity, all in one unit and with as many digits as tell them apart.
struct SweepNumbers {
  /// What all of them are in: `m EUR`, `%`.
  let unit: String
  private let kind: Table.Column.Kind
  private let factor: Double
  private let places: Int

  /// - Parameters:
  ///   - quantity: what the values are of.
  ///   - values: all values that are shown.
  ///   - money: the currency.
  ///   - significant: how many digits the greatest value has at least.
  init(
    _ quantity: SweepQuantity, values: [Double], money: MoneyFormat, significant: Int = 0
  ) {
    let isMoney = quantity == .cost || quantity == .salesNotMade
    kind = isMoney ? .money(currency: money.currency) : .share
    let factor: Double
    if isMoney {
      let greatest = values.map(abs).max() ?? 0
      let units = NumberFormat.unitWords.map { ($0.size, $0.word) }
      let (size, name) = units.first { greatest >= $0.0 } ?? (1, "")
      factor = 1 / size
      unit = [name, money.currency].filter { !$0.isEmpty }.joined(separator: " ")
    } else {
      factor = 100
      unit = "%"
    }
    self.factor = factor
    let scaled = values.map { $0 * factor }
    let span = (scaled.max() ?? 0) - (scaled.min() ?? 0)
    let digits = (scaled.map(abs).max() ?? 0) < 1 ? 0 : 1 + Int(log10(scaled.map(abs).max() ?? 1))
    // A hundredth of the span is seen, yet no number has more than six digits.
    let wanted = span > 0 ? Int((-log10(span / 100)).rounded(.up)) : 1
    places =
      isMoney
      ? max(0, min(max(wanted, significant - digits), 6 - digits, 4)) : max(0, min(wanted, 2))
  }

  /// A column of such values.
  func column(_ title: String, rounding: NumberFormat.Rounding = .nearest) -> Table.Column {
    Table.Column(title: title, kind: kind) { [self] in self($0, rounding: rounding) }
  }

  /// The text of a value, without its unit.
  func callAsFunction(_ value: Double, rounding: NumberFormat.Rounding = .nearest) -> String {
    NumberFormat.decimal(value * factor, places: places, rounding: rounding)
  }
}
