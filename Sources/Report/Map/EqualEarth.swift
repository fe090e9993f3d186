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

  /// The meridian opposite the widest gap between `longitudes`: around it no network is torn apart that need
  /// not be.
  static func middle(of longitudes: [Double]) -> Double {
    let sorted = Set(longitudes).sorted()
    guard let first = sorted.first, let last = sorted.last else { return 0 }
    var gap = first + 360 - last
    var middle = (first + last) / 2
    for (left, right) in zip(sorted, sorted.dropFirst()) where right - left > gap {
      gap = right - left
      middle = (left + right) / 2 + 180
    }
    return middle > 180 ? middle - 360 : middle
  }
}
