import SupplyData

/// The outlines of the world's countries, from Natural Earth (public domain), 1:110 million.
///
/// The resource has a line for each ring: longitude and latitude of its first vertex in tenths of a degree,
/// then the steps to the next ones. Borders that two countries share were simplified together, so that
/// no gaps open between them; Antarctica and the smallest islands are left out, and the east of Russia runs on beyond
/// 180° in one piece.
enum WorldOutlines {
  /// The rings, in degrees.
  static let rings: [[Coordinates]] = parse(
    String(decoding: PackageResources.world_outlines_txt, as: UTF8.self))

  /// Reads the resource's text.
  static func parse(_ text: String) -> [[Coordinates]] {
    text.split(separator: "\n").map { line in
      var x = 0
      var y = 0
      var ring: [Coordinates] = []
      var pending: Int?
      for number in line.split(separator: " ").compactMap({ Int($0) }) {
        guard let step = pending else {
          pending = number
          continue
        }
        x += step
        y += number
        pending = nil
        ring.append(Coordinates(latitude: Double(y) / 10, longitude: Double(x) / 10))
      }
      return ring
    }
  }

  /// The parts of `ring` between `reach` west and east of `middle`, each turned into that span; beyond 180° a part comes a second time.
  ///
  /// Cutting in degrees, before projecting, keeps a country at the map's edge from being drawn across it.
  static func parts(
    of ring: [Coordinates], around middle: Double, reach: Double = 180
  ) -> [[Coordinates]] {
    [-360.0, 0, 360].compactMap { turn in
      let turned = ring.map {
        Coordinates(latitude: $0.latitude, longitude: $0.longitude + turn)
      }
      let east = clip(turned, at: middle + reach, keepWest: true)
      let part = clip(east, at: middle - reach, keepWest: false)
      return part.count > 2 ? part : nil
    }
  }

  /// The polygon's part on one side of a meridian (Sutherland and Hodgman's clipping, one edge).
  static func clip(_ ring: [Coordinates], at meridian: Double, keepWest: Bool) -> [Coordinates] {
    func isInside(_ point: Coordinates) -> Bool {
      keepWest ? point.longitude <= meridian : point.longitude >= meridian
    }
    guard !ring.allSatisfy(isInside), var previous = ring.last else { return ring }
    var kept: [Coordinates] = []
    for point in ring {
      if isInside(point) != isInside(previous) {
        let share = (meridian - previous.longitude) / (point.longitude - previous.longitude)
        let latitude = previous.latitude + share * (point.latitude - previous.latitude)
        kept.append(Coordinates(latitude: latitude, longitude: meridian))
      }
      if isInside(point) { kept.append(point) }
      previous = point
    }
    return kept
  }
}
