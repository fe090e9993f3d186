import FigureDrawing
import Findings
import SupplyData
import SupplyPlan
import Wording

/// The network on the map: sites by kind and by what becomes of them, flows by value.
struct MapFigure {
  let context: PlanContext
  /// The windows on the world, the same for all plans so that they compare.
  let views: [FigureWidth: MapView]
  let sites: [SiteFact]
  let flows: [FlowFact]

  /// More arcs than this hide one another; the table has them all.
  static let mostArcs = 300

  init(_ context: PlanContext, views: [FigureWidth: MapView]) {
    self.context = context
    self.views = views
    sites = SiteFacts.sites(context.index, context.plan)
    flows = FlowFacts.flows(context.index, context.plan, period: context.index.lastPeriod)
  }

  /// The window for each width: all facilities and customers.
  static func views(_ index: ReportIndex) -> [FigureWidth: MapView] {
    let places = index.dataset.facilities.map(\.location) + index.dataset.customers.map(\.location)
    return Dictionary(
      uniqueKeysWithValues: FigureWidth.allCases.map {
        ($0, MapView(places: places, width: $0.points))
      })
  }

  /// The figure with its table.
  func figure() -> Figure {
    let period = context.index.lastPeriod
    let left = flows.count - Self.mostArcs
    let rest =
      left > 0 ? " The \(left) smallest flows are in the table alone." : ""
    return Figure(
      kind: "map", title: title,
      subtitle: """
        Sites and flows in a normal year of \(period). A line’s width is the customs value that goes over it a \
        year, its colour how near to its destination the goods were made.\(rest)
        """,
      wide: draw(.wide), narrow: draw(.narrow), table: table(),
      controls: MapControls(figure: self).html,
      note: """
        \(PlacementClass.definition) Lines bend to the right of their way. Outlines: Natural Earth, public \
        domain.
        """ + " "
          + context.index.source(
            context.file("flows.csv"), context.file("plan.json", what: "facilities")))
  }

  private var title: String {
    let open = sites.filter { [.kept, .opened, .idle].contains($0.state) }
    let countries = Set(open.map(\.facility.country)).count
    let opened = sites.filter { $0.state == .opened }.count
    let closed = sites.filter { $0.state == .closed }.count
    let size = """
      \(NumberFormat.count(open.count, "site", "sites")) in \
      \(NumberFormat.count(countries, "country", "countries"))
      """
    if opened == 0, closed == 0 { return "\(context.name) keeps the \(size) of today" }
    var parts: [String] = []
    if opened > 0 { parts.append("\(opened) new") }
    if closed > 0 { parts.append("\(closed) closed") }
    return "\(context.name) ends with \(size): \(parts.joined(separator: ", "))"
  }

  /// The flows, the greatest value first.
  func table() -> Table {
    let index = context.index
    return Table(
      [
        .text("From"), .text("To"), .text("Made"), .text("Goods a year"),
        .money("Value a year", index.money),
      ],
      rows: flows.map { flow in
        [
          .text(index.name(ofNode: flow.origin)), .text(index.name(ofNode: flow.destination)),
          .text(flow.placement.word), .text(goods(flow)), .number(flow.value),
        ]
      })
  }

  /// The products that go over some lane, in the dataset's order.
  var products: [Product] {
    let moved = Set(flows.flatMap(\.quantities.keys))
    return context.index.dataset.products.filter { moved.contains($0.id) }
  }

  /// The goods of a flow in words.
  func goods(_ flow: FlowFact) -> String {
    context.index.dataset.products.compactMap { product in
      flow.quantities[product.id].map { goods($0, product) }
    }.joined(separator: ", ")
  }

  /// A quantity of a product in words.
  func goods(_ quantity: Double, _ product: Product) -> String {
    "\(NumberFormat.quantity(quantity))\u{A0}\(product.unit) \(product.name)"
  }
}
