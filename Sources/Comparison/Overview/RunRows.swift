import FigureDrawing
import RunStore
import SupplyPlan
import TextFiles

/// Runs as rows for a reader.
struct RunRows {
  private let footprints: Footprints
  private let numbers: SweepNumbers

  /// Rows of these runs, whose costs are all told in one unit.
  init(_ runs: [RunFacts], footprints: Footprints, money: MoneyFormat) {
    self.footprints = footprints
    numbers = SweepNumbers(
      .cost, values: runs.compactMap { $0.plan?.cost }, money: money, significant: 5)
  }

  /// The columns.
  var columns: [String] {
    ["Cost (\(numbers.unit))", "Bound", "Gap", "Resilience"]
      + PlacementClass.allCases.map { $0.word.capitalizedFirst } + ["Footprint", "Status"]
  }

  /// Which of ``columns`` are words, where the table begins with so many others.
  func texts(after others: Int) -> Set<Int> {
    [others + columns.count - 2, others + columns.count - 1]
  }

  /// The cells.
  func cells(_ facts: RunFacts) -> [String] {
    let mix = facts.plan == nil ? nil : facts.lastMix
    return [
      facts.plan.map { numbers($0.cost) } ?? "–",
      facts.plan?.bound.map { numbers($0, rounding: .down) } ?? "–",
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
