import FigureDrawing
import Findings
import SupplyData
import SupplyPlan
import Wording

/// How much of its capacity each site uses, in a normal year and in the scenario that asks most of it.
struct CapacityFigure {
  let context: PlanContext
  private let facts: [CapacityFact]

  /// More sites than this make no figure; the table has them all.
  private static let mostRows = 28
  /// From this share on a site is called full.
  private static let fullShare = 0.95

  /// `nil` where no site has capacity.
  init?(_ context: PlanContext) {
    self.context = context
    facts = CapacityFacts.facts(
      context.index, context.plan, period: context.index.lastPeriod)
    if facts.isEmpty { return nil }
  }

  /// The figure with its table.
  func figure() -> Figure {
    let left = facts.count - Self.mostRows
    let rest =
      left > 0
      ? " "
        + plural(
          left, one: "The least used site is in the table only.",
          many: "The \(left) least used sites are in the table only.") : ""
    return Figure(
      kind: "capacity", title: title,
      subtitle: """
        Share of installed capacity used in a normal year of \(context.index.lastPeriod), and what that capacity is a year. The \
        line extends to the event that uses most of it.\(rest)
        """,
      wide: bars.draw(.wide), narrow: bars.draw(.narrow), table: table(),
      note: """
        Shares are of normal capacity, even where an event takes part of it away. \(FlowFacts.choice)
        """ + " "
          + context.index.source(
            context.file("production.csv"), context.file("plan.json", what: "modules"),
            .table("capacity.csv")))
  }

  private var title: String {
    if facts.count == 1, let only = facts.first {
      return
        "The only site runs at \(NumberFormat.percent(only.share, places: 0)) of capacity in a normal year"
    }
    let full = facts.filter { $0.share >= Self.fullShare }.count
    let reserve = facts.filter { $0.share < Self.fullShare && $0.peak != nil }.count
    let all = NumberFormat.count(facts.count, "site", "sites")
    let share = NumberFormat.percent(Self.fullShare, places: 0)
    let head =
      full == 0
      ? "None of the \(all) runs at \(share) of its capacity or more"
      : plural(
        full, one: "\(full) of the \(all) runs at \(share) of capacity or more in a normal year",
        many: "\(full) of the \(all) run at \(share) of capacity or more in a normal year"
      )
    return reserve == 0
      ? head
      : "\(head); \(plural(reserve, one: "\(reserve) keeps spare capacity that a crisis uses", many: "\(reserve) keep spare capacity that a crisis uses"))"
  }

  private var bars: ComparedBars {
    ComparedBars(
      groups: [
        ComparedBars.Group(
          heading: nil,
          rows: facts.prefix(Self.mostRows).map { fact in
            let capacity = Product.amount(
              fact.capacity, CapacityFacts.unit(context.index, fact.facility.id))
            let peak = fact.peak.map {
              "; \(NumberFormat.percent(fact.peakShare ?? 0, places: 0)) in “\(context.index.name(ofScenario: $0.scenario))”"
            }
            return ComparedBars.Row(
              name: fact.facility.name, before: nil, after: fact.share,
              text: "\(NumberFormat.percent(fact.share, places: 0)) of \(capacity)",
              style: fact.facility.kind == .microfactory ? "fill-microfactory" : "after",
              mark: fact.peakShare,
              title: """
                \(fact.facility.name): \(NumberFormat.percent(fact.share, places: 0)) of \(capacity) a year\(peak ?? "")
                """)
          })
      ], label: "Capacity used by site under \(context.name). The table below has the figures.",
      most: max(1, facts.flatMap { [$0.share, $0.peakShare ?? 0] }.max() ?? 1))
  }

  /// Every site with capacity, in every period.
  func table() -> Table {
    let index = context.index
    return Table(
      [
        .text("Period"), .text("Site"), .text("Country"), .quantity("Capacity a year"),
        .quantity("Used a year"), .text("Unit"), .share("Share"),
        .share("Highest share in an event"),
        .text("Event"),
      ],
      rows: index.periods.flatMap { period in
        CapacityFacts.facts(index, context.plan, period: period.id).map { fact in
          [
            .text(period.id), .text(fact.facility.name),
            .text(index.name(ofCountry: fact.facility.country)), .number(fact.capacity),
            .number(fact.normal), .text(CapacityFacts.unit(index, fact.facility.id)),
            .number(fact.share), .init(fact.peakShare),
            .init(fact.peak.map { index.name(ofScenario: $0.scenario) }),
          ]
        }
      })
  }
}
