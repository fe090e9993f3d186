import Foundation

/// A place on the globe, in degrees.
struct Place: Sendable {
  var latitude: Double
  var longitude: Double

  /// A place in `country`, not far from its middle.
  static func near(_ country: Country, _ chance: inout SplitMix64) -> Place {
    // Two draws each, so that places crowd in the middle.
    Place(
      latitude: rounded(country.latitude + chance.number(-1.4...1.4) + chance.number(-1.4...1.4)),
      longitude: rounded(country.longitude + chance.number(-2...2) + chance.number(-2...2)))
  }

  /// Great circle to another place, in whole kilometres: so that the last digit of a sine, which differs between machines,
  /// changes no choice.
  func kilometres(to other: Place) -> Double {
    func radians(_ degrees: Double) -> Double { degrees * .pi / 180 }
    let north = sin(radians(other.latitude - latitude) / 2)
    let east = sin(radians(other.longitude - longitude) / 2)
    let square =
      north * north + cos(radians(latitude)) * cos(radians(other.latitude)) * east * east
    return (2 * 6371 * asin(min(1, square.squareRoot()))).rounded()
  }

  private static func rounded(_ degrees: Double) -> Double { (degrees * 100).rounded() / 100 }
}
