import FigureDrawing
import SupplyData

/// A window on the world: it takes places to points of a figure, zoomed to what must be seen.
struct MapView {
  /// The projection, centred on the network.
  let projection: EqualEarth
  /// The window in the figure's units.
  let frame: Frame
  private let left: Double
  private let top: Double
  private let scale: Double

  /// The window of `width` that shows all `places` with some room around them.
  ///
  /// Its height follows the network between a panorama and a page's half; a lone site is shown with its
  /// surroundings rather than at infinite zoom.
  init(places: [Coordinates], width: Double) {
    let projection = EqualEarth(
      centralMeridian: EqualEarth.middle(of: places.map(\.longitude)))
    let points = places.map {
      projection.project(
        latitude: $0.latitude, longitude: projection.normalized($0.longitude))
    }
    let minX = points.map(\.x).min() ?? -2.7
    let maxX = points.map(\.x).max() ?? 2.7
    let minY = points.map(\.y).min() ?? -1.3
    let maxY = points.map(\.y).max() ?? 1.3
    let smallest = 0.16
    var spanX = max(maxX - minX, smallest) * 1.14
    var spanY = max(maxY - minY, smallest * 0.5) * 1.24
    let aspect = min(max(spanY / spanX, 0.42), width < 500 ? 0.9 : 0.62)
    if spanY / spanX > aspect { spanX = spanY / aspect } else { spanY = spanX * aspect }
    self.projection = projection
    scale = width / spanX
    left = (minX + maxX) / 2 - spanX / 2
    top = (minY + maxY) / 2 + spanY / 2
    frame = Frame(x: 0, y: 0, width: width, height: (width * aspect).rounded())
  }

  /// Where a place is drawn.
  func callAsFunction(_ place: Coordinates) -> (x: Double, y: Double) {
    at(latitude: place.latitude, longitude: projection.normalized(place.longitude))
  }

  /// Where a point is drawn whose longitude is taken as it is, also beyond the map's edge.
  func at(latitude: Double, longitude: Double) -> (x: Double, y: Double) {
    let point = projection.project(latitude: latitude, longitude: longitude)
    return ((point.x - left) * scale, (top - point.y) * scale)
  }

  /// The land inside the window, as the data of one path.
  func land() -> String {
    var data = ""
    for ring in WorldOutlines.rings {
      for part in WorldOutlines.parts(of: ring, around: projection.centralMeridian) {
        let points = part.map { at(latitude: $0.latitude, longitude: $0.longitude) }
        let xs = points.map(\.x)
        let ys = points.map(\.y)
        guard let west = xs.min(), let east = xs.max(), let north = ys.min(), let south = ys.max(),
          east > 0, west < frame.right, south > 0, north < frame.bottom
        else { continue }
        data += Drawing.polyline(points) + "Z"
      }
    }
    return data
  }
}
