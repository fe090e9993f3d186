import FigureDrawing
import SupplyData

/// The curve of a flow on a map, as the data of an SVG path.
enum FlowArc {
  /// From `origin` to `destination`, bent to one side so that the way back is another curve.
  ///
  /// A flow that is much shorter over the map's edge leaves there and comes in on the other side.
  static func path(
    _ map: MapView, from origin: Coordinates, to destination: Coordinates, bend: Double
  ) -> String {
    let start = map.projection.normalized(origin.longitude)
    let end = map.projection.normalized(destination.longitude)
    guard abs(end - start) > EqualEarth.longestWay else {
      return curve(map(origin), map(destination), bend: bend)
    }
    let turn = end > start ? -360.0 : 360
    let way = samples(
      from: Coordinates(latitude: origin.latitude, longitude: start),
      to: Coordinates(latitude: destination.latitude, longitude: end + turn), bend: bend)
    let leaving = way.map { map.at(latitude: $0.latitude, longitude: $0.longitude) }
    let arriving = way.map { map.at(latitude: $0.latitude, longitude: $0.longitude - turn) }
    return Drawing.polyline(leaving) + Drawing.polyline(arriving)
  }

  /// Points along the curve of a flow on a projection, where it does not lead over the map's edge.
  static func points(of flow: MapView.Flow, on projection: EqualEarth) -> [(x: Double, y: Double)] {
    let west = projection.normalized(flow.from.longitude)
    let east = projection.normalized(flow.to.longitude)
    guard abs(east - west) <= EqualEarth.longestWay else { return [] }
    let start = projection.project(latitude: flow.from.latitude, longitude: west)
    let end = projection.project(latitude: flow.to.latitude, longitude: east)
    // Here y grows upwards.
    let control = (
      x: (start.x + end.x) / 2 - (end.y - start.y) * flow.bend,
      y: (start.y + end.y) / 2 + (end.x - start.x) * flow.bend
    )
    return stride(from: 0.0, through: 1, by: 0.125).map { t in
      let (a, b, c) = ((1 - t) * (1 - t), 2 * t * (1 - t), t * t)
      return (
        x: a * start.x + b * control.x + c * end.x, y: a * start.y + b * control.y + c * end.y
      )
    }
  }

  private static func curve(
    _ start: (x: Double, y: Double), _ end: (x: Double, y: Double), bend: Double
  ) -> String {
    let n = Drawing.number
    let controlX = (start.x + end.x) / 2 + (end.y - start.y) * bend
    let controlY = (start.y + end.y) / 2 - (end.x - start.x) * bend
    return """
      M\(n(start.x)) \(n(start.y))Q\(n(controlX)) \(n(controlY)) \(n(end.x)) \(n(end.y))
      """
  }

  /// The curve in degrees, so that its two drawings meet at the same latitude on the edge.
  private static func samples(
    from start: Coordinates, to end: Coordinates, bend: Double
  ) -> [Coordinates] {
    let control = Coordinates(
      latitude: (start.latitude + end.latitude) / 2
        + abs(end.longitude - start.longitude) * bend * 0.5,
      longitude: (start.longitude + end.longitude) / 2)
    return stride(from: 0.0, through: 1, by: 1.0 / 16).map { t in
      let a = (1 - t) * (1 - t)
      let b = 2 * t * (1 - t)
      let c = t * t
      return Coordinates(
        latitude: min(
          88, a * start.latitude + b * control.latitude + c * end.latitude),
        longitude: a * start.longitude + b * control.longitude + c * end.longitude)
    }
  }
}
