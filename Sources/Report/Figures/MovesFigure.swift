import FigureDrawing
import Findings
import SupplyData
import SupplyPlan
import Wording

/// What opens, closes and grows, period by period, and what is invested.
struct MovesFigure {
  let context: PlanContext
  let facts: MoveFacts

  /// More sites than this make no figure; the table has them all.
  static let mostRows = 24

  init(_ context: PlanContext) {
    self.context = context
    facts = MoveFacts(context.index, context.plan)
  }

  private func words(onOthers left: Int) -> String {
    plural(
      left, one: "One more site changes: see the table.",
      many: "\(left) more sites change: see the table.")
  }

  /// The figure with its table.
  func figure() -> Figure {
    let left = facts.moves.count - Self.mostRows
    let rest = left > 0 ? " " + words(onOthers: left) : ""
    return Figure(
      kind: "moves", title: title,
      subtitle: """
        Sites that open, close, add or retire modules at the start of a period, and the investment: opening and building costs \
        less incentives, undiscounted, in \(context.index.money.name).\(rest)
        """,
      wide: draw(.wide), narrow: draw(.narrow), table: table(),
      note: """
        Changes take effect at the start of a period.
        """ + " "
          + context.index.source(
            context.file("plan.json", what: "facilities, modules and incentives"),
            .table("facilities.csv", what: "costs"), .table("capacity.csv", what: "costs")))
  }

  private var title: String {
    let money = context.index.money
    let opened = facts.opened.count
    let closed = facts.closed.count
    guard !facts.moves.isEmpty else { return "No site changes under \(context.name)" }
    var parts: [String] = []
    if opened > 0 { parts.append(NumberFormat.count(opened, "site open", "sites open")) }
    if closed > 0 {
      parts.append(
        opened > 0
          ? "\(closed) close" : NumberFormat.count(closed, "site close", "sites close"))
    }
    if parts.isEmpty {
      parts.append(
        NumberFormat.count(facts.moves.count, "site change capacity", "sites change capacity"))
    }
    var text = parts.listed()
    if facts.total > 0 {
      text = "\(text) for \(money(facts.total)) of investment"
      if context.index.periods.count > 1,
        let most = facts.investment.indices.max(by: { facts.investment[$0] < facts.investment[$1] }
        ),
        facts.investment[most] > facts.total / 2
      {
        let part = facts.investment[most] / facts.total
        let share = part > 0.9995 ? "all" : NumberFormat.percent(min(part, 0.99), places: 0)
        text = "\(text), \(share) of it in \(context.index.periods[most].id)"
      }
    }
    return text
  }

  /// Every change, and the sums of each period.
  func table() -> Table {
    let index = context.index
    let steps = facts.moves.flatMap { move in
      move.steps.map { step -> [Table.Cell] in
        [
          .text(index.periods[step.period].id), .text(move.facility.name),
          .text(index.name(ofCountry: move.facility.country)),
          .text(SiteMark.word(move.facility.kind)), .text(words(step)), .whole(step.built),
          .whole(step.retired), .missing, .missing, .number(step.investment),
        ]
      }
    }
    let sums = index.periods.enumerated().map { position, period -> [Table.Cell] in
      let closing = facts.closing[position]
      let granted = facts.granted[position]
      let parts = [
        closing > 0 ? "closing costs \(index.money(closing))" : nil,
        granted > 0 ? "incentives grant \(index.money(granted))" : nil,
      ].compactMap { $0 }
      return [
        .text(period.id), .text("All sites"), .text(""), .text(""),
        .shown(.missing, as: parts.joined(separator: ", ")), .missing, .missing,
        .number(closing), .number(granted), .number(facts.investment[position]),
      ]
    }
    return Table(
      ["Period", "Site", "Country", "Kind", "Change"].map { .text($0) } + [
        .whole("Modules built").only(for: .programs),
        .whole("Modules retired").only(for: .programs),
        .money("Closing cost", index.money).only(for: .programs),
        .money("Incentives", index.money).only(for: .programs),
        .money("Investment", index.money),
      ], rows: steps + sums)
  }

  /// A step in words.
  func words(_ step: SiteMove.Step) -> String {
    [
      step.opens ? "opens" : nil, step.closes ? "closes" : nil,
      step.built > 0 ? "builds \(NumberFormat.count(step.built, "module", "modules"))" : nil,
      step.retired > 0
        ? "retires \(NumberFormat.count(step.retired, "module", "modules"))" : nil,
    ].compactMap { $0 }.joined(separator: ", ")
  }
}
