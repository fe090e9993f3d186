import FigureDrawing
import RunStore
import SupplyPlan

/// A run as a row for a reader.
enum RunRow {
  /// The columns.
  static let columns =
    ["Cost", "Bound", "Gap", "Resilience"]
    + PlacementClass.allCases.map { $0.word.capitalizedFirst } + ["Footprint", "Status"]

  /// Which of ``columns`` are words.
  static var texts: [Int] { [columns.count - 2, columns.count - 1] }

  /// The cells.
  static func cells(_ facts: RunFacts, footprints: Footprints, money: MoneyFormat) -> [String] {
    let mix = facts.plan == nil ? nil : facts.lastMix
    return [
      facts.plan.map { money($0.cost, digits: 5) } ?? "–",
      facts.plan?.bound.map { money($0, digits: 5, rounding: .down) } ?? "–",
      facts.plan?.gap.map { NumberFormat.percent($0, places: 2, rounding: .up) } ?? "–",
      facts.resilience.map { NumberFormat.percent($0, places: 2) } ?? "–",
    ]
      + PlacementClass.allCases.map { placement in
        mix.map { NumberFormat.percent($0[placement], places: 0) } ?? "–"
      } + [
        facts.footprint.flatMap { footprints.letter(of: $0) } ?? "–", facts.standing,
      ]
  }
}
