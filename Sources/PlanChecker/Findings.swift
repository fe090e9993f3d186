/// Compares what is with what must be, and collects what differs by more than the tolerance.
final class Findings {
  /// Violations up to this share of a row's scale are rounding.
  let tolerance: Double
  private(set) var violations: [Violation] = []
  private(set) var comparisons = 0
  private(set) var largestRounding = 0.0

  /// No findings yet.
  init(tolerance: Double) { self.tolerance = tolerance }

  /// Notes what is no question of quantity.
  func note(_ rule: Violation.Rule, _ place: String, expected: String, found: String) {
    violations.append(
      Violation(rule: rule, place: place, expected: expected, found: found, relative: 1))
  }

  /// Demands that `isTrue`.
  func demand(
    _ isTrue: Bool, _ rule: Violation.Rule, _ place: @autoclosure () -> String, expected: String,
    found: String
  ) {
    comparisons += 1
    if !isTrue { note(rule, place(), expected: expected, found: found) }
  }

  /// Demands that `found` is `expected`.
  func equal(
    _ rule: Violation.Rule, _ place: @autoclosure () -> String, expected: Double, found: Double,
    scale: Double
  ) {
    judge(
      rule, place(), off: abs(found - expected), scale: scale, expected: "\(expected)",
      found: found)
  }

  /// Demands that `found` is at most `limit`.
  func atMost(
    _ rule: Violation.Rule, _ place: @autoclosure () -> String, limit: Double, found: Double,
    scale: Double
  ) {
    judge(
      rule, place(), off: found - limit, scale: scale, expected: "at most \(limit)", found: found)
  }

  /// Demands that `found` is at least `limit`.
  func atLeast(
    _ rule: Violation.Rule, _ place: @autoclosure () -> String, limit: Double, found: Double,
    scale: Double
  ) {
    judge(
      rule, place(), off: limit - found, scale: scale, expected: "at least \(limit)", found: found)
  }

  /// `off` over `scale`; a scale of 0 leaves no room at all.
  static func relative(_ off: Double, scale: Double) -> Double {
    off <= 0 ? 0 : scale > 0 ? off / scale : .greatestFiniteMagnitude
  }

  private func judge(
    _ rule: Violation.Rule, _ place: @autoclosure () -> String, off: Double, scale: Double,
    expected: @autoclosure () -> String, found: Double
  ) {
    comparisons += 1
    let relative = Self.relative(off, scale: scale)
    // Written so that what is no number fails.
    if relative <= tolerance {
      largestRounding = max(largestRounding, relative)
    } else {
      violations.append(
        Violation(
          rule: rule, place: place(), expected: expected(), found: "\(found)",
          relative: relative.isFinite ? relative : .greatestFiniteMagnitude))
    }
  }
}
