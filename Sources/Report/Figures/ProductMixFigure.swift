import FigureDrawing
import Findings
import SupplyPlan
import TextFiles
import Wording

/// How near to its users each product is made, finished goods and every tier of components, before and after.
struct ProductMixFigure {
  let context: PlanContext
  private let after: [UseFact]
  private let before: [String: UseFact]

  /// `nil` where nothing is used.
  init?(_ context: PlanContext) {
    self.context = context
    let period = context.index.lastPeriod
    after = UseFacts.uses(context.index, context.plan, period: period)
    before = Dictionary(
      (context.current?.uses ?? []).map { ($0.product, $0) },
      uniquingKeysWith: { first, _ in first })
    if after.isEmpty { return nil }
  }

  /// The figure with its table.
  func figure() -> Figure {
    Figure(
      kind: "products", title: title,
      subtitle: """
        Share of each product used by customers and plants in a normal year of \(context.index.lastPeriod), by how near to its \
        user it was made\(thin).
        """,
      wide: draw(.wide), narrow: draw(.narrow), table: table(),
      note: """
        \(PlacementClass.definition) A component’s user is the site that builds it into something else; each tier is one step \
        down the bill of materials.
        """ + " "
          + context.index.source(context.file("flows.csv"), context.file("production.csv")))
  }

  private var thin: String { before.isEmpty ? "" : "; the thin bar is today" }

  private var title: String {
    guard let farthest = after.min(by: { $0.near < $1.near }),
      let nearest = after.max(by: { $0.near < $1.near })
    else { return "" }
    let name = context.index.name(ofProduct:)
    let share = NumberFormat.percent(farthest.near, places: 0)
    if NumberFormat.percent(nearest.near, places: 0) == share {
      return "\(share) of every product is made in its user’s region"
    }
    return """
      \(NumberFormat.percent(nearest.near, places: 0)) of “\(name(nearest.product))” is made in its user’s region, but \(share) of \
      “\(name(farthest.product))”
      """
  }

  /// What a tier is called.
  private func tierName(_ tier: Int) -> String {
    tier == 0 ? "Finished goods" : "Components, tier\u{A0}\(tier)"
  }

  /// Shares by product, before and after.
  func table() -> Table {
    Table(
      [.text("Tier"), .text("Product"), .text("Plan")]
        + PlacementClass.allCases.map { .share($0.word.capitalizedFirst) }
        + [.money("Value a year", context.index.money)],
      rows: after.flatMap { fact in
        [cells(fact, of: context.name)]
          + (before[fact.product].map { [cells($0, of: "Current network")] } ?? [])
      })
  }

  private func cells(_ fact: UseFact, of plan: String) -> [Table.Cell] {
    [
      .text(tierName(fact.tier)), .text(context.index.name(ofProduct: fact.product)),
      .text(plan),
    ]
      + PlacementClass.allCases.map { .number(fact.shares[$0] ?? 0) }
      + [.number(fact.value)]
  }

  /// Draws the figure.
  func draw(_ size: FigureWidth) -> Drawing {
    let isWide = size == .wide
    let font = isWide ? 13.0 : 11.0
    let names = after.map { context.index.name(ofProduct: $0.product) }
    let left = isWide ? min(max(TextWidth.widest(names, size: font) + 16, 150), 330) : 0
    let head = isWide ? 0.0 : 17
    let bar = 22.0
    let thin = before.isEmpty ? 0.0 : 8
    let legend = Legend(
      items: PlacementBar.legend(hasMicrofactories: false), size: font - 1)
    let x = LinearScale(domain: 0...1, start: left, end: size.points - 2)
    var drawing = Drawing(
      width: size.points, height: 0,
      label: "Placement of each product under \(context.name). The table below has the figures.")
    legend.draw(&drawing, top: 0)
    var y = legend.height(size.points) + 6
    var tier: Int?
    for fact in after {
      if fact.tier != tier {
        tier = fact.tier
        drawing.text(tierName(fact.tier), 0, y + 14, class: "label strong")
        y += 22
      }
      let name = context.index.name(ofProduct: fact.product)
      if isWide {
        drawing.text(
          TextWidth.fit(name, size: font, width: left - 14), left - 10, y + bar * 0.68,
          class: "label", anchor: .end)
      } else {
        drawing.text(
          TextWidth.fit(name, size: font, width: size.points), 0, y + 12, class: "label")
      }
      y += head
      PlacementBar(shares: fact.shares)
        .draw(&drawing, x: x, y: y, height: bar, font: font, name: name)
      y += bar + 2
      if let was = before[fact.product] {
        PlacementBar(shares: was.shares)
          .draw(&drawing, x: x, y: y, height: thin - 2, font: nil, name: "\(name), today")
      }
      y += thin + 8
    }
    drawing.height = y
    return drawing
  }
}
