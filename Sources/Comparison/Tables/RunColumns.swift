import FigureDrawing
import Findings
import RunStore
import SupplyPlan

/// The columns that tell a run and what it found, in all tables alike.
enum RunColumns {
  /// The columns that name a run.
  static let names: [Table.Column] = [
    .init("run", "the run's number in the store"), .init("dataset", "the dataset's folder"),
    .init("command", "the command"),
    .init("options", "its options, as they are typed"),
    .init("variant", "the variant, or the member of a sweep"), .init("sweep", "the sweep"),
  ]

  /// The cells of ``names``.
  static func names(_ facts: RunFacts) -> [Table.Cell] {
    let key = RunGroup.Key(facts.run)
    return [
      .whole(Int(facts.run.id)), .text(key.dataset), .text(key.command), .text(key.optionsText),
      .text(facts.name), .init(facts.run.request.sweep),
    ]
  }

  /// The columns of a run with what it found.
  static let columns =
    names + [
      .init(
        "status",
        "`solved`, `stopped`, `infeasible`, `invalid`, `failed`, `running`, or `pending`: not run"),
      .init("reason", "why it is not solved"), .init("currency", "what money is counted in"),
      .init("cost", "total discounted cost, money; of a frontier that of its cheapest point"),
      .init("spend", "the part of it that is spent, money"),
      .init("sales_not_made", "the rest: the value of sales not made, money"),
      .init("bound", "what no plan costs less than, money"),
      .init("gap", "(cost − bound) / cost"), .init("sales_at_risk", "share of a year's sales"),
      .init("resilience", "1 − sales_at_risk"),
    ]
    + PlacementClass.allCases.map {
      .init($0.rawValue, "share of what is delivered in the last period, by customs value")
    } + [
      .init("microfactory", "share of it that micro-factories make"),
      .init("footprint", "letter of the facilities open in the last period; see `footprints.csv`"),
      .init(
        "footprint_verdict",
        "`proved`: no plan is cheaper; `ahead`: every other footprint tried costs more by more than the gap; `too close`: another one is within the gap; `untested`"
      ),
      .init("nearest_footprint", "letter of the cheapest other footprint within the gap"),
      .init("nearest_cost", "what that is known to cost, money"),
    ]

  /// The cells of ``columns``.
  static func cells(_ facts: RunFacts, footprints: Footprints) -> [Table.Cell] {
    let mix = facts.plan == nil ? nil : facts.lastMix
    return names(facts) + [
      .text(facts.run.status.rawValue), .init(facts.run.reason), .text(facts.run.currency),
      .init(facts.plan?.cost), .init(facts.plan?.spend), .init(facts.plan?.salesNotMade),
      .init(facts.plan?.bound), .init(facts.plan?.gap),
      .init(facts.plan?.salesAtRisk), .init(facts.resilience),
    ] + PlacementMix.cells(mix) + [
      .init(facts.footprint.flatMap { footprints.letter(of: $0) }), .init(facts.verdict?.name),
      .init(facts.verdict?.nearest.flatMap { footprints.letter(of: $0.facilities) }),
      .init(facts.verdict?.nearest?.cost),
    ]
  }
}
