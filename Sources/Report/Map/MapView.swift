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

  /// A flow that the window has to hold with all of its curve.
  struct Flow {
    let from: Coordinates
    let to: Coordinates
    /// By which flows are weighed against one another.
    let value: Double
    let bend: Double
  }

  /// The window of `width` that shows all `places` with some room around them, and the widest of `flows` in one piece.
  ///
  /// Its height follows the network between a panorama and a page's half; a lone site is shown with its
  /// surroundings rather than at infinite zoom.
  init(places: [Coordinates], flows: [Flow] = [], width: Double) {
    let projection = EqualEarth(
      centralMeridian: EqualEarth.middle(
        of: places.map(\.longitude),
        flows: flows.map { ($0.from.longitude, $0.to.longitude, $0.value) }))
    let points = places.map {
      projection.project(
        latitude: $0.latitude, longitude: projection.normalized($0.longitude))
    }
    let smallest = 0.16
    var x = Self.span(points.map(\.x), least: smallest, room: 0.07) ?? -2.7...2.7
    var y = Self.span(points.map(\.y), least: smallest * 0.5, room: 0.12) ?? -1.3...1.3
    // Curves bend out of the span of their ends.
    let greatest = flows.map(\.value).max() ?? 0
    let curves = flows.filter { $0.value > 0.02 * greatest }.flatMap {
      FlowArc.points(of: $0, on: projection)
    }
    if let span = Self.span(curves.map(\.x), least: 0, room: 0.02) { x = Self.union(x, span) }
    if let span = Self.span(curves.map(\.y), least: 0, room: 0.02) { y = Self.union(y, span) }
    var spanX = x.upperBound - x.lowerBound
    var spanY = y.upperBound - y.lowerBound
    let aspect = min(
      max(spanY / spanX, width < 500 ? 0.6 : 0.42), width < 500 ? 0.9 : 0.62)
    if spanY / spanX > aspect { spanX = spanY / aspect } else { spanY = spanX * aspect }
    self.projection = projection
    scale = width / spanX
    left = (x.lowerBound + x.upperBound) / 2 - spanX / 2
    // Beyond the pole there is nothing to see: what is over stands below.
    let pole = projection.project(latitude: 90, longitude: 0).y * 1.02
    top = min((y.lowerBound + y.upperBound) / 2 + spanY / 2, max(pole, y.upperBound))
    frame = Frame(x: 0, y: 0, width: width, height: (width * aspect).rounded())
  }

  /// What holds all `values` with a share of their span as room on both sides; `nil` without values.
  private static func span(_ values: [Double], least: Double, room: Double) -> ClosedRange<Double>?
  {
    guard let low = values.min(), let high = values.max() else { return nil }
    let half = max(high - low, least) * (0.5 + room)
    return (low + high) / 2 - half...(low + high) / 2 + half
  }

  private static func union(_ one: ClosedRange<Double>, _ other: ClosedRange<Double>)
    -> ClosedRange<Double>
  {
    min(one.lowerBound, other.lowerBound)...max(one.upperBound, other.upperBound)
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
      // Flows over the map's edge run on to where they end.
      for part in WorldOutlines.parts(of: ring, around: projection.centralMeridian, reach: 230) {
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
