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

  /// A bar from one place to another, whichever is further left.
  package init(from start: Double, to end: Double, y: Double, height: Double) {
    self.init(x: min(start, end), y: y, width: abs(end - start), height: height)
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
