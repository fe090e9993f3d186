import FigureDrawing
import Findings
import SupplyPlan
import Wording

/// The duties of a normal year: by layer of the tariff, and by where goods were made and where they enter.
struct DutyFigure {
  let context: PlanContext
  private let after: DutyFacts
  private let before: DutyFacts?

  /// More ways than this make no figure; the table has them all.
  private static let mostWays = 12

  /// `nil` where neither the plan nor the current network pays any.
  init?(_ context: PlanContext) {
    self.context = context
    let period = context.index.lastPeriod
    after = DutyFacts(context.index, context.resolved, context.plan, period: period)
    before = context.current?.duties
    if after.total <= 0, (before?.total ?? 0) <= 0 { return nil }
  }

  private var money: MoneyFormat { context.index.money }

  /// The figure with its table.
  func figure() -> Figure {
    let left = ways.count - Self.mostWays
    let rest =
      left > 0
      ? " "
        + plural(
          left, one: "The other route is in the table.",
          many: "The other \(left) routes are in the table.") : ""
    return Figure(
      kind: "duties", title: title,
      subtitle: """
        Duty paid in a normal year of \(context.index.lastPeriod), in \(money.name), by tariff layer and by country of origin and \
        destination\(thin).\(rest)
        """,
      wide: bars.draw(.wide), narrow: bars.draw(.narrow), table: table(),
      note: """
        Goods keep their country of origin through any warehouse. Duty under several layers is split in proportion to their \
        rates. \(FlowFacts.choice)
        """ + " " + context.index.source(context.file("flows.csv"), .table("tariffs.csv")))
  }

  private var thin: String { before == nil ? "" : "; the thin bar is today" }

  private var title: String {
    let now = money(after.total)
    let layer = after.byLayer.max { ($0.value, $1.key) < ($1.value, $0.key) }
    let part = [layer].compactMap(\.self).compactMap { layer -> String? in
      guard after.total > 0 else { return nil }
      let share = NumberFormat.percent(layer.value / after.total, places: 0)
      return layer.value > 0.995 * after.total
        ? "all of it “\(layer.key)”" : "\(share) of it “\(layer.key)”"
    }
    guard let before else {
      return (["Duties come to \(now) a year"] + part).joined(separator: ", ")
    }
    let was = money(before.total)
    if was == now { return (["Duties stay at \(now) a year"] + part).joined(separator: ", ") }
    let head =
      after.total < before.total
      ? "Duties fall from \(was) to \(now) a year"
      : "Duties rise from \(was) to \(now) a year"
    return ([head] + part).joined(separator: "; ")
  }

  private var layers: [String] {
    Set(after.byLayer.keys).union(before?.byLayer.keys ?? [:].keys).sorted {
      (-(after.byLayer[$0] ?? 0), -(before?.byLayer[$0] ?? 0), $0)
        < (-(after.byLayer[$1] ?? 0), -(before?.byLayer[$1] ?? 0), $1)
    }
  }

  private var ways: [DutyFacts.Way] {
    func order(_ way: DutyFacts.Way) -> (Double, Double, String, String) {
      (
        -max(after.byWay[way] ?? 0, before?.byWay[way] ?? 0), -(after.byWay[way] ?? 0),
        way.madeIn, way.destination
      )
    }
    return Set(after.byWay.keys).union(before?.byWay.keys ?? [:].keys).sorted {
      order($0) < order($1)
    }
  }

  private func name(_ way: DutyFacts.Way) -> String {
    """
    \(context.index.name(ofCountry: way.madeIn)) → \(context.index.name(ofCountry: way.destination))
    """
  }

  private var bars: ComparedBars {
    ComparedBars(
      groups: [
        ComparedBars.Group(
          heading: "By tariff layer",
          rows: layers.map { layer in
            row(
              layer, before: before.map { $0.byLayer[layer] ?? 0 },
              after: after.byLayer[layer] ?? 0)
          }),
        ComparedBars.Group(
          heading: "By origin and destination",
          rows: ways.prefix(Self.mostWays).map { way in
            row(
              name(way), before: before.map { $0.byWay[way] ?? 0 }, after: after.byWay[way] ?? 0,
              style: "fill-\(placement(way).rawValue)")
          }),
      ], label: "Duties under \(context.name). The table below has the figures.")
  }

  private func placement(_ way: DutyFacts.Way) -> PlacementClass {
    context.index.placement(madeIn: way.madeIn, usedIn: way.destination)
  }

  private func row(_ name: String, before: Double?, after: Double, style: String = "after")
    -> ComparedBars.Row
  {
    let change =
      before.map { "today \(money($0)), \(context.name) \(money(after)) a year" }
      ?? "\(money(after)) a year"
    return ComparedBars.Row(
      name: name, before: before, after: after, text: money(after), style: style,
      title: "\(name): \(change)")
  }

  /// Duties by layer, then by way and product.
  func table() -> Table {
    let index = context.index
    func cells(_ now: Double, _ was: Double?) -> [Table.Cell] {
      (before == nil ? [] : [.number(was ?? 0)]) + [.number(now)]
    }
    let byLayer = layers.map { layer in
      [.text(layer), .text("all"), .text("all"), .text("all")]
        + cells(after.byLayer[layer] ?? 0, before?.byLayer[layer])
    }
    let byProduct = ways.flatMap { way -> [[Table.Cell]] in
      let now = after.byProduct[way] ?? [:]
      let was = before?.byProduct[way] ?? [:]
      return Set(now.keys).union(was.keys).sorted().map { product in
        [
          .text("all"), .text(index.name(ofCountry: way.madeIn)),
          .text(index.name(ofCountry: way.destination)), .text(index.name(ofProduct: product)),
        ] + cells(now[product] ?? 0, was[product])
      }
    }
    return Table(
      ["Layer", "Made in", "Imported into", "Product"].map { .text($0) }
        + (before == nil ? [] : [.money("Today, a year", index.money)])
        + [.money("\(context.name), a year", index.money)],
      rows: byLayer + byProduct)
  }
}
