import Foundation
import SupplyData

/// A feature of GeoJSON (RFC 7946): a place or a way on the globe, with what is known of it.
struct GeoFeature: Encodable {
  /// Positions are longitude, then latitude, in degrees (WGS 84).
  enum Geometry: Equatable {
    case point([Double])
    case line([[Double]])
    case lines([[[Double]]])
  }

  /// A property.
  enum Value: Encodable {
    case text(String)
    case number(Double)
    case flag(Bool)

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .text(let text): try container.encode(text)
      case .number(let number): try container.encode(number)
      case .flag(let flag): try container.encode(flag)
      }
    }
  }

  let geometry: Geometry
  let properties: [String: Value]

  private enum Key: String, CodingKey { case type, geometry, properties, coordinates }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode("Feature", forKey: .type)
    try container.encode(properties, forKey: .properties)
    var shape = container.nestedContainer(keyedBy: Key.self, forKey: .geometry)
    switch geometry {
    case .point(let position):
      try shape.encode("Point", forKey: .type)
      try shape.encode(position, forKey: .coordinates)
    case .line(let positions):
      try shape.encode("LineString", forKey: .type)
      try shape.encode(positions, forKey: .coordinates)
    case .lines(let lines):
      try shape.encode("MultiLineString", forKey: .type)
      try shape.encode(lines, forKey: .coordinates)
    }
  }
}

extension GeoFeature.Geometry {
  /// A place.
  init(_ place: Coordinates) { self = .point(Self.position(place)) }

  /// The short way between two places, straight in degrees; cut in two where it crosses the antimeridian (RFC 7946, 3.1.9).
  init(from origin: Coordinates, to destination: Coordinates) {
    let (start, end) = (Self.position(origin), Self.position(destination))
    guard abs(end[0] - start[0]) > 180 else {
      self = .line([start, end])
      return
    }
    let side = start[0] > 0 ? 180.0 : -180.0
    let turned = end[0] + 2 * side
    let share = turned == start[0] ? 0 : (side - start[0]) / (turned - start[0])
    let latitude = start[1] + share * (end[1] - start[1])
    // A place on the antimeridian itself lies on both sides: nothing is left to cut.
    if share <= 0 {
      self = .line([[-side, start[1]], end])
    } else if share >= 1 {
      self = .line([start, [side, end[1]]])
    } else {
      self = .lines([[start, [side, latitude]], [[-side, latitude], end]])
    }
  }

  private static func position(_ place: Coordinates) -> [Double] {
    [place.longitude, place.latitude]
  }
}
