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
