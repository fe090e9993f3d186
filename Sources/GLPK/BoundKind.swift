import CGLPK

/// Bounds as GLPK wants them: a kind, and two numbers of which the kind says which count.
///
/// This is the only place where a kind is derived. GLPK answers `GLP_EBOUND` to a double bound whose
/// sides agree or cross, and to whole columns with fractional bounds.
struct BoundKind: Equatable {
  /// One of `GLP_FR`, `GLP_LO`, `GLP_UP`, `GLP_DB`, `GLP_FX`.
  let kind: Int32
  /// The lower bound, 0 if it does not count.
  let lower: Double
  /// The upper bound, 0 if it does not count.
  let upper: Double

  /// - Parameters:
  ///   - lower: the least value, possibly `-.infinity`.
  ///   - upper: the greatest value, not below `lower`.
  ///   - isInteger: round inward, forgiving what is off a whole number by `1e-9` relative only.
  init(from lower: Double, to upper: Double, isInteger: Bool = false) {
    let (lower, upper) =
      isInteger ? (Self.roundedUp(lower), Self.roundedDown(upper)) : (lower, upper)
    switch (lower.isFinite, upper.isFinite) {
    case (false, false): (kind, self.lower, self.upper) = (GLP_FR, 0, 0)
    case (true, false): (kind, self.lower, self.upper) = (GLP_LO, lower, 0)
    case (false, true): (kind, self.lower, self.upper) = (GLP_UP, 0, upper)
    case (true, true):
      let isFixed = lower == upper || (lower > upper && !Self.isCrossed(lower, upper))
      (kind, self.lower, self.upper) = (isFixed ? GLP_FX : GLP_DB, lower, upper)
    }
  }

  /// Whether rounding inward left no value; a whole column between 0.2 and 0.8 has none.
  var isCrossed: Bool { kind == GLP_DB && lower > upper }

  /// Whether `lower` lies above `upper` by more than the noise of a few additions.
  static func isCrossed(_ lower: Double, _ upper: Double) -> Bool {
    lower - upper > 1e-9 * max(1, abs(lower), abs(upper))
  }

  private static func roundedUp(_ value: Double) -> Double {
    let nearest = value.rounded()
    return abs(value - nearest) <= 1e-9 * max(1, abs(value)) ? nearest : value.rounded(.up)
  }

  private static func roundedDown(_ value: Double) -> Double {
    let nearest = value.rounded()
    return abs(value - nearest) <= 1e-9 * max(1, abs(value)) ? nearest : value.rounded(.down)
  }
}
