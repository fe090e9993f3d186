import FigureDrawing
import SupplyData

/// What a reader can ask of the map: one product alone, one region near by, a closer look.
struct MapControls {
  let figure: MapFigure

  private var index: ReportIndex { figure.context.index }

  /// Lists to choose from where there is something to choose, and the buttons of the window, all of which the page's script shows.
  var html: String {
    let products = figure.products
    let regions = regions
    var lists = ""
    if products.count > 1 {
      let options = products.enumerated().map { position, product in
        "<option value=\"\(position)\">\(product.name.escaped)</option>"
      }
      lists += list("product", label: "Goods", all: "All goods", options: options)
    }
    if regions.count > 1 {
      let options = regions.map { region in
        let windows = FigureWidth.allCases.map { size in
          "data-\(size)=\"\(window(region.places, size).escaped)\""
        }.joined(separator: " ")
        return "<option \(windows)>\(region.name.escaped)</option>"
      }
      lists += list("region", label: "Region", all: "The whole network", options: options)
    }
    let buttons = [("in", "+", "Zoom in"), ("out", "−", "Zoom out"), ("whole", "Whole map", "")]
      .map { step, sign, label in
        let name = label.isEmpty ? "" : " aria-label=\"\(label)\""
        return "<button type=\"button\" data-zoom=\"\(step)\"\(name)>\(sign)</button>"
      }
    return """
      <div class="controls" hidden="">\(lists)<span class="zoom">\(buttons.joined())</span></div>
      """
  }

  private func list(_ name: String, label: String, all: String, options: [String]) -> String {
    """
    <label>\(label.escaped) <select data-choose="\(name)"><option value="">\(all.escaped)</option>\
    \(options.joined())</select></label>
    """
  }

  /// The regions with facilities or customers, by name.
  private var regions: [(name: String, places: [Coordinates])] {
    var places: [String: [Coordinates]] = [:]
    let dataset = index.dataset
    for node in dataset.facilities.map(\.id) + dataset.customers.map(\.id) {
      guard let country = index.country(ofNode: node), let at = index.location(ofNode: node),
        let region = index.countries[country]?.region, !region.isEmpty
      else { continue }
      places[region, default: []].append(at)
    }
    return places.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The part of the map that shows all `places`, in the shape of the whole: the `viewBox` of the window.
  private func window(_ places: [Coordinates], _ size: FigureWidth) -> String {
    guard let view = figure.views[size] else { return "" }
    let points = places.map { view($0) }
    let frame = view.frame
    let (west, east) = (points.map(\.x).min() ?? 0, points.map(\.x).max() ?? frame.width)
    let (north, south) = (points.map(\.y).min() ?? 0, points.map(\.y).max() ?? frame.height)
    // Nearer than a sixth of the whole the outlines are too coarse to be looked at.
    let width = min(
      frame.width,
      max((east - west) * 1.5, (south - north) * 1.5 * frame.width / frame.height, frame.width / 6))
    let height = width * frame.height / frame.width
    let left = min(max((west + east - width) / 2, 0), frame.width - width)
    let top = min(max((north + south - height) / 2, 0), frame.height - height)
    let n = Drawing.number
    return "\(n(left)) \(n(top)) \(n(width)) \(n(height))"
  }
}
