import Foundation
public import SupplyData

/// Distances over the globe.
public enum GreatCircle {
  /// Mean radius of the Earth in kilometres (IUGG).
  public static let earthRadiusKilometres = 6371.0088

  /// Kilometres between two points by the haversine formula.
  public static func kilometres(from start: Coordinates, to end: Coordinates) -> Double {
    let radians = Double.pi / 180
    let halfLatitude = (end.latitude - start.latitude) * radians / 2
    let halfLongitude = (end.longitude - start.longitude) * radians / 2
    let haversine =
      sin(halfLatitude) * sin(halfLatitude)
      + cos(start.latitude * radians) * cos(end.latitude * radians)
      * sin(halfLongitude) * sin(halfLongitude)
    // Rounding may carry the haversine of antipodes above 1.
    return 2 * earthRadiusKilometres * asin(min(1, haversine.squareRoot()))
  }
}
