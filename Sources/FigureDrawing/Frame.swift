/// An axis-parallel rectangle.
package struct Frame: Equatable {
  package var x: Double
  package var y: Double
  package var width: Double
  package var height: Double

  package init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  /// Where it ends on the right.
  package var right: Double { x + width }
  /// Where it ends below.
  package var bottom: Double { y + height }

  /// Whether the two have area in common.
  package func overlaps(_ other: Frame) -> Bool {
    x < other.right && other.x < right && y < other.bottom && other.y < bottom
  }

  /// Whether `other` lies inside.
  package func contains(_ other: Frame) -> Bool {
    x <= other.x && other.right <= right && y <= other.y && other.bottom <= bottom
  }
}

/// Puts labels where they hide nothing: it remembers what is taken and takes the first free place.
package struct LabelPlacer {
  /// Labels stay inside.
  package let bounds: Frame
  package private(set) var taken: [Frame]

  package init(bounds: Frame, taken: [Frame] = []) {
    self.bounds = bounds
    self.taken = taken
  }

  /// Keeps labels off `frame`.
  package mutating func block(_ frame: Frame) { taken.append(frame) }

  /// The first of `places` that is free, now taken; `nil` where none is.
  package mutating func take(_ places: [Frame]) -> Frame? {
    let free = places.first { place in
      bounds.contains(place) && !taken.contains { $0.overlaps(place) }
    }
    if let free { taken.append(free) }
    return free
  }

  /// The places around a point, best first: right, left, above, below, then the corners.
  package static func around(
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
