/// A lower bound of a concave function: it lies above the chords between values that are proved.
///
/// `(1 − s) · f(a) + s · f(b) ≤ f((1 − s) · a + s · b)`; of all chords the greatest is the upper hull of the points.
struct ConcaveBound: Sendable {
  /// What is proved: rising values of the parameter with bounds; `.infinity` where nothing exists.
  private(set) var points: [(value: Double, bound: Double)] = []
  /// The upper hull of ``points``.
  private(set) var hull: [(value: Double, bound: Double)] = []

  /// Takes note of a bound.
  mutating func add(_ bound: Double, at value: Double) {
    points.append((value, bound))
    points.sort { $0.value < $1.value }
    hull = []
    for point in points {
      if let last = hull.last, last.value == point.value {
        if last.bound >= point.bound { continue }
        hull.removeLast()
      }
      while hull.count >= 2 {
        let (first, middle) = (hull[hull.count - 2], hull[hull.count - 1])
        let share = (middle.value - first.value) / (point.value - first.value)
        guard middle.bound <= first.bound + share * (point.bound - first.bound) else { break }
        hull.removeLast()
      }
      hull.append(point)
    }
  }

  /// The bound at a value; 0 outside of what is proved, for no cost is negative.
  func callAsFunction(_ value: Double) -> Double {
    if points.contains(where: { $0.bound == .infinity }) { return .infinity }
    guard let place = hull.firstIndex(where: { $0.value >= value }) else { return 0 }
    let right = hull[place]
    if right.value == value { return right.bound }
    guard place > 0 else { return 0 }
    let left = hull[place - 1]
    return left.bound + (value - left.value) / (right.value - left.value)
      * (right.bound - left.bound)
  }

  /// Whether it was proved at a value itself.
  func isKnown(at value: Double, within distance: Double) -> Bool {
    points.contains { abs($0.value - value) <= distance }
  }
}
