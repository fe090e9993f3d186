/// An axis-parallel rectangle.
struct Frame: Equatable {
  var x: Double
  var y: Double
  var width: Double
  var height: Double

  /// Where it ends on the right.
  var right: Double { x + width }
  /// Where it ends below.
  var bottom: Double { y + height }

  /// Whether the two have area in common.
  func overlaps(_ other: Frame) -> Bool {
    x < other.right && other.x < right && y < other.bottom && other.y < bottom
  }

  /// Whether `other` lies inside.
  func contains(_ other: Frame) -> Bool {
    x <= other.x && other.right <= right && y <= other.y && other.bottom <= bottom
  }
}

/// Puts labels where they hide nothing: it remembers what is taken and takes the first free place.
struct LabelPlacer {
  /// Labels stay inside.
  let bounds: Frame
  private(set) var taken: [Frame]

  init(bounds: Frame, taken: [Frame] = []) {
    self.bounds = bounds
    self.taken = taken
  }

  /// Keeps labels off `frame`.
  mutating func block(_ frame: Frame) { taken.append(frame) }

  /// The first of `places` that is free, now taken; `nil` where none is.
  mutating func take(_ places: [Frame]) -> Frame? {
    let free = places.first { place in
      bounds.contains(place) && !taken.contains { $0.overlaps(place) }
    }
    if let free { taken.append(free) }
    return free
  }

  /// The places around a point, best first: right, left, above, below, then the corners.
  static func around(
    _ x: Double, _ y: Double, width: Double, height: Double, distance: Double
  ) -> [Frame] {
    let right = x + distance
    let left = x - distance - width
    let above = y - distance - height
    let below = y + distance
    let middleY = y - height / 2
    let middleX = x - width / 2
    return [
      (right, middleY), (left, middleY), (middleX, above), (middleX, below),
      (right, above), (right, below), (left, above), (left, below),
    ].map { Frame(x: $0.0, y: $0.1, width: width, height: height) }
  }
}
