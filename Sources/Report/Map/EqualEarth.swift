import Foundation

/// The Equal Earth projection: areas keep their proportion and the world keeps a familiar shape.
///
/// Šavrič, Patterson and Jenny (2018), doi:10.1080/13658816.2018.1504949. The unit is the
/// globe's radius; y grows to the north.
struct EqualEarth {
  /// The meridian in the middle of the map, in degrees.
  let centralMeridian: Double

  private static let coefficients = (1.340264, -0.081106, 0.000893, 0.003796)
  private static let root3 = 3.0.squareRoot()

  /// Where a point goes; a longitude beyond 180° off the middle runs on past the map's edge.
  func project(latitude: Double, longitude: Double) -> (x: Double, y: Double) {
    let (a1, a2, a3, a4) = Self.coefficients
    let sine = Self.root3 / 2 * sin(latitude * .pi / 180)
    let theta = asin(min(1, max(-1, sine)))
    let square = theta * theta
    let sixth = square * square * square
    let lambda = (longitude - centralMeridian) * .pi / 180
    let slope = 9 * a4 * square * sixth + 7 * a3 * sixth + 3 * a2 * square + a1
    let x = 2 * Self.root3 * lambda * cos(theta) / (3 * slope)
    let y = theta * (a4 * square * sixth + a3 * sixth + a2 * square + a1)
    return (x, y)
  }

  /// `longitude` turned by whole circles to within 180° of the middle.
  func normalized(_ longitude: Double) -> Double {
    var offset = (longitude - centralMeridian).truncatingRemainder(dividingBy: 360)
    if offset > 180 { offset -= 360 }
    if offset < -180 { offset += 360 }
    return centralMeridian + offset
  }

  /// The meridian opposite the seam where the map is best cut open: between two of the `longitudes`, where the least of what `flows`
  /// carry goes across, and of such places in the widest gap.
  ///
  /// - Parameter flows: where each starts and ends, degrees, and what it weighs; it takes the short way, or the long one of up to ``longestWay``.
  static func middle(
    of longitudes: [Double], flows: [(from: Double, to: Double, weight: Double)] = []
  ) -> Double {
    let sorted = Set(longitudes).sorted()
    guard let first = sorted.first, let last = sorted.last else { return 0 }
    var gaps = zip(sorted, sorted.dropFirst()).map { (seam: ($0 + $1) / 2, width: $1 - $0) }
    gaps.append((seam: (first + last) / 2 + 180, width: first + 360 - last))
    // A seam needs some room, or it would run through a region.
    let room = min(25, gaps.map(\.width).max() ?? 0)
    let open = gaps.filter { $0.width >= room }.map { gap in
      (
        seam: gap.seam, width: gap.width,
        cut: flows.filter { crosses($0.from, $0.to, gap.seam) }.reduce(0) { $0 + $1.weight }
      )
    }
    let least = open.map(\.cut).min() ?? 0
    let allowed = least + 0.01 * flows.reduce(0) { $0 + $1.weight }
    let best = open.filter { $0.cut <= allowed }.max { $0.width < $1.width }
    let middle = (best?.seam ?? 0) - 180
    return middle <= -180 ? middle + 360 : middle
  }

  /// The way between two longitudes, degrees, up to which a flow goes across the map rather than over its edge.
  static let longestWay = 220.0

  /// Whether a flow from one longitude to another has to lead over a third.
  private static func crosses(_ from: Double, _ to: Double, _ seam: Double) -> Bool {
    func turn(_ degrees: Double) -> Double {
      let rest = degrees.truncatingRemainder(dividingBy: 360)
      return rest > 180 ? rest - 360 : rest <= -180 ? rest + 360 : rest
    }
    let way = turn(to - from)
    guard 360 - abs(way) > longestWay else { return false }
    let ahead = turn(seam - from)
    return way > 0 ? ahead > 0 && ahead < way : ahead < 0 && ahead > way
  }
}
