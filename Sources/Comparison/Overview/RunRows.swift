import FigureDrawing
import Findings
import RunStore
import SupplyPlan
import TextFiles
import Wording

/// Runs as rows for a reader.
struct RunRows {
  private let footprints: Footprints
  private let numbers: SweepNumbers
  /// Whether the mix is among the columns: not where bars show it besides.
  private let hasMix: Bool

  /// Rows of these runs, whose costs are all told in one unit.
  init(_ runs: [RunFacts], footprints: Footprints, money: MoneyFormat, hasMix: Bool = false) {
    self.hasMix = hasMix
    self.footprints = footprints
    numbers = SweepNumbers(
      .cost, values: runs.compactMap { $0.plan?.cost }, money: money, significant: 5)
  }

  /// The columns.
  var columns: [Table.Column] {
    [
      numbers.column("Cost (\(numbers.unit))"), numbers.column(CostParts.spend),
      numbers.column(CostParts.salesNotMade), numbers.column("Bound", rounding: .down),
      .share("Gap", places: 2, rounding: .up), .share("Resilience", places: 2),
    ]
      + (hasMix ? PlacementClass.allCases : []).map { .share($0.word.capitalizedFirst, places: 0) }
      + [.text("Footprint"), .text("Status")]
  }

  /// The cells.
  func cells(_ facts: RunFacts) -> [Table.Cell] {
    let mix = facts.plan == nil ? nil : facts.lastMix
    return [
      .init(facts.plan?.cost), .init(facts.plan?.spend), .init(facts.plan?.salesNotMade),
      .init(facts.plan?.bound), .init(facts.plan?.gap),
      .init(facts.resilience),
    ]
      + (hasMix ? PlacementClass.allCases : []).map { .init(mix?[$0]) } + [
        .init(footprints.mark(facts)), .text(facts.standing),
      ]
  }
}
