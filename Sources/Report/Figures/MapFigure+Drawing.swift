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

  private var index: ReportIndex { figure.context.index }
  private var font: Double { size == .wide ? 12 : 11 }

  func drawing() -> Drawing {
    let legend = Legend(items: legendItems, size: font)
    let legendHeight = legend.height(view.frame.width)
    var drawing = Drawing(
      width: view.frame.width, height: view.frame.height + 8 + legendHeight,
      label: "Map of \(figure.context.name). The table below has its flows.")
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
      // Goods of different placements on one lane run beside one another.
      var bend = 0.14 + 0.05 * Double(PlacementClass.allCases.firstIndex(of: flow.placement) ?? 0)
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

  /// What keeps its size and place when the window is zoomed: it shrinks around its point as the window grows.
  private func fixed(
    _ drawing: inout Drawing, _ style: String, at point: (x: Double, y: Double),
    title: String? = nil, _ draw: (inout Drawing) -> Void
  ) {
    let n = Drawing.number
    drawing.group(
      .classes("fixed\(style)"),
      .own(.init("transform-origin", .word("\(n(point.x))px \(n(point.y))px"))), title: title,
      draw: draw)
  }

  private func customers(_ drawing: inout Drawing) {
    for customer in index.dataset.customers {
      let at = view(customer.location)
      fixed(&drawing, " customer", at: at, title: "Customer: \(customer.name)") {
        $0.circle(at.x, at.y, radius: size == .wide ? 3.4 : 2.6, class: "")
      }
    }
  }

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
      fixed(&drawing, "", at: at) {
        SiteMark.draw(
          &$0, site.facility.kind, site.state, x: at.x, y: at.y, radius: radius(site),
          title: title)
      }
    }
  }

  /// Names of what opens and closes, then of the largest, wherever there is room.
  private func labels(_ drawing: inout Drawing) {
    var placer = LabelPlacer(bounds: view.frame)
    for site in figure.sites where site.state != .unused {
      let at = view(site.facility.location)
      let r = radius(site)
      placer.block(Frame(x: at.x - r, y: at.y - r, width: 2 * r, height: 2 * r))
    }
    let moved = sitesInOrder.reversed().filter { $0.state == .opened || $0.state == .closed }
    let kept = figure.sites.filter { $0.state == .kept }.sorted { $0.value > $1.value }
    let wanted = moved + kept.prefix(size == .wide ? 8 : 3)
    var named: Set<String> = []
    for site in wanted.prefix(size == .wide ? 26 : 9) {
      let at = view(site.facility.location)
      let suffix = site.state == .closed ? " (closed)" : ""
      let name =
        TextWidth.fit(site.facility.name, size: font, width: size == .wide ? 190 : 120) + suffix
      let width = TextWidth.of(name, size: font)
      let places = LabelPlacer.around(
        at.x, at.y, width: width, height: font + 1, distance: radius(site) + 4)
      guard let frame = placer.take(places) else { continue }
      let style =
        site.state == .opened ? "place new" : site.state == .closed ? "place gone" : "place"
      fixed(&drawing, "", at: at) {
        $0.text(name, frame.x, frame.bottom - 2, class: style)
      }
      named.insert(site.facility.id)
    }
    detail(&drawing, besides: named)
  }

  /// The names that found no room in the whole window, for when it is zoomed to a region.
  private func detail(_ drawing: inout Drawing, besides named: Set<String>) {
    for site in figure.sites where site.state != .unused && !named.contains(site.facility.id) {
      let at = view(site.facility.location)
      fixed(&drawing, " detail", at: at) {
        $0.text(
          TextWidth.fit(site.facility.name, size: font, width: 150), at.x + radius(site) + 3,
          at.y + 4, class: site.state == .closed ? "place gone" : "place")
      }
    }
  }

  private var legendItems: [Legend.Item] {
    let placements = PlacementClass.allCases.filter { placement in
      figure.flows.contains { $0.placement == placement }
    }
    let lines = placements.map { placement in
      Legend.Item(label: placement.word, width: 22) { drawing, x, y in
        drawing.line(x, y, x + 22, y, class: "arc solid \(placement.rawValue)")
      }
    }
    let kinds = FacilityKind.allCases.filter { kind in
      figure.sites.contains { $0.facility.kind == kind }
    }
    let shapes = kinds.map { kind in
      Legend.Item(label: SiteMark.word(kind), width: 12) { drawing, x, y in
        SiteMark.draw(&drawing, kind, .kept, x: x + 6, y: y, radius: 5)
      }
    }
    let states = [SiteState.opened, .closed, .idle, .unused].filter { state in
      figure.sites.contains { $0.state == state }
    }
    let fills = states.map { state in
      Legend.Item(label: state.word, width: 12) { drawing, x, y in
        SiteMark.draw(&drawing, .plant, state, x: x + 6, y: y, radius: 5)
      }
    }
    let customer = Legend.Item(label: "customer", width: 10) { drawing, x, y in
      drawing.group(.classes("customer")) { $0.circle(x + 5, y, radius: 3.4, class: "") }
    }
    return lines + widthItem + shapes + fills + [customer]
  }

  /// A line of known value: without it widths only compare.
  private var widthItem: [Legend.Item] {
    guard greatest > 0 else { return [] }
    let value = NumberFormat.significant(greatest / 2, digits: 1)
    let width = max(0.7, value / greatest * widest)
    return [
      Legend.Item(label: "\(index.money(value, digits: 1)) a year", width: 22) { drawing, x, y in
        drawing.append(
          "path",
          [
            .classes("arc gauge"), .plain("stroke-width", Drawing.number(width)),
            .plain("d", "M\(Drawing.number(x)) \(Drawing.number(y))h22"),
          ])
      }
    ]
  }
}
