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

  /// The window for each width: all facilities and customers, and the widest flows of the plans in one piece.
  static func views(_ index: ReportIndex, plans: [Plan] = []) -> [FigureWidth: MapView] {
    let places = index.dataset.facilities.map(\.location) + index.dataset.customers.map(\.location)
    let flows = plans.flatMap { plan in
      FlowFacts.flows(index, plan, period: index.lastPeriod).compactMap { flow -> MapView.Flow? in
        guard let from = index.location(ofNode: flow.origin),
          let to = index.location(ofNode: flow.destination)
        else { return nil }
        return MapView.Flow(from: from, to: to, value: flow.value, bend: bend(flow.placement))
      }
    }
    return Dictionary(
      uniqueKeysWithValues: FigureWidth.allCases.map {
        ($0, MapView(places: places, flows: flows, width: $0.points))
      })
  }

  /// How far a flow's first line bends; goods of different placements on one lane run beside one another.
  static func bend(_ placement: PlacementClass) -> Double {
    0.14 + 0.05 * Double(PlacementClass.allCases.firstIndex(of: placement) ?? 0)
  }

  /// The figure with its table.
  func figure() -> Figure {
    let period = context.index.lastPeriod
    let left = flows.count - Self.mostArcs
    let rest =
      left > 0
      ? " "
        + plural(
          left, one: "The smallest flow is in the table only.",
          many: "The \(left) smallest flows are in the table only.") : ""
    return Figure(
      kind: "map", title: title,
      subtitle: """
        Sites and flows in a normal year of \(period). The wider a line, the greater the customs value it carries; \
        its colour shows how near to its destination the goods were made.\(rest)
        """,
      wide: draw(.wide), narrow: draw(.narrow), table: table(),
      controls: MapControls(figure: self).html,
      note: """
        \(PlacementClass.definition) Lines curve to the left of the direction of travel. \(FlowFacts.choice) Outlines: \
        Natural Earth, public domain.
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
    if opened == 0, closed == 0 { return "\(context.subject) keeps the \(size) of today" }
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
        .text("From"), .text("To"), .text("Made"), .text("Goods"),
        .quantity("Quantity a year"), .text("Unit"),
        .money("Value a year", index.money),
      ],
      rows: flows.flatMap { flow in
        index.dataset.products.compactMap { product -> [Table.Cell]? in
          guard let quantity = flow.quantities[product.id] else { return nil }
          return [
            .text(index.name(ofNode: flow.origin)), .text(index.name(ofNode: flow.destination)),
            .text(flow.placement.word), .text(product.name), .number(quantity),
            .text(product.unit), .number(index.value(quantity, of: product.id)),
          ]
        }
      })
  }

  /// The products that go over some lane, in the dataset's order.
  var products: [Product] {
    let moved = Set(flows.flatMap(\.quantities.keys))
    return context.index.dataset.products.filter { moved.contains($0.id) }
  }

  /// A quantity of a product in words.
  func goods(_ quantity: Double, _ product: Product) -> String {
    "\(product.amount(quantity)) \(product.name)"
  }
}
