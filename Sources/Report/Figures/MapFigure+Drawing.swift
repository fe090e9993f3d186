import FigureDrawing
import SupplyData
import SupplyPlan
import Wording

extension MapFigure {
  /// Draws the figure; the land itself is defined once in the page and used here.
  func draw(_ size: FigureWidth) -> Drawing {
    guard let view = views[size] else { return Drawing(width: size.points, height: 0, label: "") }
    return MapDrawing(figure: self, size: size, view: view).drawing()
  }

  /// The name of the land of `size`, which ``landDefinition(_:_:)`` defines.
  static func landReference(_ size: FigureWidth) -> String { "land-\(size)" }

  /// Defines the land, which is the same in the maps of all plans.
  static func landDefinition(_ view: MapView, _ size: FigureWidth) -> Element {
    Element("path", [.plain("id", landReference(size)), .plain("d", view.land())])
  }
}

/// The map in one width.
private struct MapDrawing {
  let figure: MapFigure
  let size: FigureWidth
  let view: MapView

  /// The positions of the goods that a site makes or that pass through it, or that a customer asks for, by its id.
  private let goods: [String: String]

  init(figure: MapFigure, size: FigureWidth, view: MapView) {
    self.figure = figure
    self.size = size
    self.view = view
    let positions = Dictionary(
      figure.products.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var found: [String: Set<Int>] = [:]
    func add(_ node: String, _ product: String) {
      if let position = positions[product] { found[node, default: []].insert(position) }
    }
    for flow in figure.flows {
      for product in flow.quantities.keys {
        add(flow.origin, product)
        add(flow.destination, product)
      }
    }
    let dataset = figure.context.index.dataset
    for row in dataset.production { add(row.facility, row.product) }
    for row in dataset.demand { add(row.customer, row.product) }
    goods = found.mapValues { $0.sorted().map(String.init).joined(separator: " ") }
  }

  private var index: ReportIndex { figure.context.index }
  private var font: Double { size == .wide ? 12 : 11 }

  func drawing() -> Drawing {
    let legend = Legend(
      items: MapLegend(figure: figure, greatest: greatest, widest: widest).items, size: font)
    let legendHeight = legend.height(view.frame.width)
    var drawing = Drawing(
      width: view.frame.width, height: view.frame.height + 8 + legendHeight,
      label: "Map of \(figure.context.name). The table below lists its flows.")
    let n = Drawing.number
    drawing.append(
      "svg",
      [
        .plain("x", "0"), .plain("y", "0"), .plain("width", n(view.frame.width)),
        .plain("height", n(view.frame.height)), .classes("window"),
      ]
    ) { drawing in
      drawing.rectangle(view.frame, class: "sea")
      drawing.append(
        "use", [.plain("href", "#\(MapFigure.landReference(size))"), .classes("land")])
      arcs(&drawing)
      customers(&drawing)
      sites(&drawing)
      labels(&drawing)
    }
    legend.draw(&drawing, top: view.frame.height + 8)
    return drawing
  }

  private var greatest: Double { figure.flows.first?.value ?? 0 }
  private var widest: Double { size == .wide ? 9 : 6 }

  /// A line for each product on each lane, so that one product can be shown alone; those on one lane lie beside one another.
  private func arcs(_ drawing: inout Drawing) {
    let products = figure.products
    for flow in figure.flows.prefix(MapFigure.mostArcs) {
      guard let origin = index.location(ofNode: flow.origin),
        let destination = index.location(ofNode: flow.destination)
      else { continue }
      var bend = MapFigure.bend(flow.placement)
      for (position, product) in products.enumerated() {
        guard let quantity = flow.quantities[product.id] else { continue }
        let value = index.value(quantity, of: product.id)
        let width = greatest > 0 ? max(0.7, value / greatest * widest) : 0.7
        let title = """
          \(index.name(ofNode: flow.origin)) → \(index.name(ofNode: flow.destination)): \
          \(figure.goods(quantity, product)), \(index.money(value)) a year, \(flow.placement.word)
          """
        drawing.append(
          "path",
          [
            .classes("arc \(flow.placement.rawValue)"), .plain("data-product", "\(position)"),
            .plain("stroke-width", Drawing.number(width)),
            .plain("d", FlowArc.path(view, from: origin, to: destination, bend: bend)),
          ], title: title)
        bend += 0.022
      }
    }
  }

  /// What keeps its size and place when the window is zoomed: it shrinks around its point as the window grows. The page's script
  /// fades what has to do with none of the goods that are asked for.
  private func fixed(
    _ drawing: inout Drawing, _ style: String, at point: (x: Double, y: Double), radius: Double,
    of node: String, title: String? = nil, data: [Element.Attribute] = [],
    _ draw: (inout Drawing) -> Void
  ) {
    let n = Drawing.number
    drawing.append(
      "g",
      [
        .classes("fixed \(style)"),
        .own(.init("transform-origin", .word("\(n(point.x))px \(n(point.y))px"))),
        .plain("data-at", "\(n(point.x)) \(n(point.y)) \(n(radius))"),
        .plain("data-goods", goods[node, default: ""]),
      ] + data, title: title, draw)
  }

  private func customers(_ drawing: inout Drawing) {
    let radius = customerRadius
    for customer in index.dataset.customers {
      let at = view(customer.location)
      fixed(
        &drawing, "mark customer", at: at, radius: radius, of: customer.id,
        title: "Customer: \(customer.name)"
      ) { $0.circle(at.x, at.y, radius: radius, class: "") }
    }
  }

  private var customerRadius: Double { size == .wide ? 3.4 : 2.6 }

  private func radius(_ site: SiteFact) -> Double {
    let most = figure.sites.map(\.value).max() ?? 0
    let base = size == .wide ? 3.6 : 2.8
    guard most > 0, site.state != .unused else { return base - 1 }
    return base + (site.value / most).squareRoot() * base
  }

  /// The sites to draw, what matters most on top.
  private var sitesInOrder: [SiteFact] {
    let order: [SiteState] = [.unused, .idle, .kept, .closed, .opened]
    return figure.sites.sorted {
      let left = order.firstIndex(of: $0.state) ?? 0
      let right = order.firstIndex(of: $1.state) ?? 0
      return (left, -$0.value, $0.facility.id) < (right, -$1.value, $1.facility.id)
    }
  }

  private func sites(_ drawing: inout Drawing) {
    for site in sitesInOrder {
      let at = view(site.facility.location)
      let value = site.value > 0 ? ", \(index.money(site.value)) a year" : ""
      let title = """
        \(site.facility.name) (\(SiteMark.word(site.facility.kind)), \
        \(index.name(ofCountry: site.facility.country))): \(site.state.word)\(value)
        """
      fixed(
        &drawing, site.state == .unused ? "mark unused-mark" : "mark", at: at, radius: radius(site),
        of: site.facility.id
      ) {
        SiteMark.draw(
          &$0, site.facility.kind, site.state, x: at.x, y: at.y, radius: radius(site),
          title: title)
      }
    }
  }

  /// The sites with names: what opens and closes, then what is kept, the largest first.
  private var named: [SiteFact] {
    func sites(_ state: SiteState) -> [SiteFact] {
      figure.sites.filter { $0.state == state }.sorted {
        ($1.value, $0.facility.id) < ($0.value, $1.facility.id)
      }
    }
    return sites(.opened) + sites(.closed) + sites(.kept) + sites(.idle)
  }

  /// The names of sites; those that find no room are for a zoomed map.
  private func labels(_ drawing: inout Drawing) {
    let sites = named
    let wanted = sites.map { site in
      let at = view(site.facility.location)
      return MapLabels.Site(
        x: at.x, y: at.y, radius: radius(site),
        names: SiteNames.candidates(
          site.facility.name, country: index.name(ofCountry: site.facility.country)),
        isBold: site.state == .opened, suffix: site.state == .closed ? " (closed)" : "")
    }
    func mark(_ at: (x: Double, y: Double), _ r: Double) -> Frame {
      Frame(x: at.x - r, y: at.y - r, width: 2 * r, height: 2 * r)
    }
    let marks =
      sites.map { mark(view($0.facility.location), radius($0)) }
      + index.dataset.customers.map { mark(view($0.location), customerRadius) }
    let placed = MapLabels(
      wanted, marks: marks, bounds: view.frame, size: size == .wide ? 11.5 : 10.5)
    for label in placed.labels {
      name(&drawing, sites[label.site], wanted[label.site], label)
    }
    for position in placed.unnamed { name(&drawing, sites[position], wanted[position], nil) }
  }

  /// Draws the name of a site in its place, or beside the site where it has none.
  private func name(
    _ drawing: inout Drawing, _ site: SiteFact, _ wanted: MapLabels.Site, _ label: MapLabels.Label?
  ) {
    let styles: [SiteState: String] = [.opened: "place new", .closed: "place gone"]
    let text = label?.text ?? (wanted.names.last ?? "") + wanted.suffix
    fixed(
      &drawing, label == nil ? "name detail" : "name", at: (wanted.x, wanted.y),
      radius: wanted.radius, of: site.facility.id,
      data: wanted.names.enumerated().map { .plain("data-name\($0)", $1 + wanted.suffix) }
    ) {
      if let leader = label?.leader {
        $0.line(leader.from.x, leader.from.y, leader.to.x, leader.to.y, class: "link leader")
      }
      $0.text(
        text, label?.frame.x ?? wanted.x + wanted.radius + 3,
        label.map { $0.frame.bottom - 2 } ?? wanted.y + 4,
        class: styles[site.state] ?? "place")
    }
  }
}
