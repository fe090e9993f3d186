import GLPK
import Modeling

/// A dive: rounds the least fractional whole columns, an eighth of them at a time, and lets the relaxation answer.
///
/// Unlike rounding all at once it keeps to policies and budgets, since the linear program does.
struct Dive {
  /// Which way fractions are rounded.
  enum Direction {
    case nearest
    /// Up from a quarter on: capacity is seldom spare.
    case up
  }

  let relaxation: MasterRelaxation
  let wholeColumns: [Int]
  let tolerances: RowTolerances
  let direction: Direction
  let cutoff: Double
  let limits: SolveLimits
  /// One in so many of the fractions is rounded at a time.
  var part = 8

  /// The integral point at the end; `nil` where the dive ends without one.
  func run(lower: [Double], upper: [Double]) -> [Double]? {
    var (lower, upper) = (lower, upper)
    var undo: (lower: [Double], upper: [Double])?
    for _ in 0..<Self.mostSteps where limits.stopReason == nil {
      relaxation.setBounds(ofColumns: wholeColumns, from: lower, to: upper)
      let outcome = relaxation.solve(
        addingRows: tolerances, seconds: limits.secondsLeft,
        objectiveLimit: cutoff.isFinite ? cutoff : nil)
      guard outcome == .optimal else {
        // Once back, with the other direction for the boldest of the last roundings; then it is over.
        guard let before = undo else { return nil }
        (lower, upper) = before
        undo = nil
        continue
      }
      let fractions = fractions()
      if fractions.isEmpty { return relaxation.point }
      let count = max(1, fractions.count / part)
      var fallback = (lower: lower, upper: upper)
      for (order, fraction) in fractions.prefix(count).enumerated() {
        let below = fraction.value.rounded(.down)
        if fraction.goesUp {
          lower[fraction.index] = below + 1
        } else {
          upper[fraction.index] = below
        }
        guard order == 0 else { continue }
        if fraction.goesUp {
          fallback.upper[fraction.index] = below
        } else {
          fallback.lower[fraction.index] = below + 1
        }
      }
      undo = fallback
    }
    return nil
  }

  private struct Fraction {
    var index: Int
    var value: Double
    var goesUp: Bool
    /// How far the rounding goes.
    var distance: Double
  }

  /// Fractional columns, those that rounding moves least first.
  private func fractions() -> [Fraction] {
    var fractions: [Fraction] = []
    for (index, column) in wholeColumns.enumerated() {
      let value = relaxation.point[column]
      if abs(value - value.rounded()) <= 1e-6 { continue }
      let part = value - value.rounded(.down)
      let goesUp = direction == .nearest ? part >= 0.5 : part >= 0.25
      fractions.append(
        Fraction(
          index: index, value: value, goesUp: goesUp, distance: goesUp ? 1 - part : part))
    }
    return fractions.sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }
  }

  private static let mostSteps = 80
}
