import Foundation
import Modeling
import NetworkDesign

/// How exact a search is, and when it is at its goal.
extension SearchState {
  /// Objective above which nothing is of interest: no design there is better by more than the gap.
  var cutoff: Double {
    guard let best else { return .infinity }
    return best.value - gap * abs(best.value) - smallest
  }

  /// Whether the gap is closed.
  var isClosed: Bool { best.map { bound >= $0.value - gap * abs($0.value) - smallest } ?? false }

  /// Differences of the objective that count as none. Of losses, solvers tell no smaller ones apart: see ``leastLossTolerance``.
  var smallest: Double { aim.needsCost ? 1e-11 * session.units.money * 1e5 : 1e-9 }

  /// How much of the objective a row may be missed by.
  var tolerances: RowTolerances {
    let size = max(abs(bound.isFinite ? bound : 0), best.map { abs($0.value) } ?? 0)
    let share = max(gap, 1e-9) / Double(20 * max(1, master.estimates.count))
    return RowTolerances(
      link: min(1e-4, max(1e-7, gap / 10)) * strictnessFactor,
      cost: max(1e-10 * session.units.money, share * size) * strictnessFactor,
      loss: lossTolerance)
  }

  /// Losses below this, share of a year's sales, are none; never less than a solver can tell apart.
  var lossTolerance: Double {
    let scale = aim.cap.map { max($0, 1e-6) } ?? 1e-3
    return max(Self.leastLossTolerance, min(1e-4, gap) * 1e-1 * scale) * strictnessFactor
  }

  private var strictnessFactor: Double { pow(0.01, Double(strictness)) }

  static let leastLossTolerance = 1e-8

  /// Whether the master is so large that a root takes seconds.
  var isMedium: Bool { program.rows.count >= Self.rowsWorthStarts }

  /// Whether the master is so large that each of its solves takes seconds.
  var isLarge: Bool { program.rows.count > Self.rowsWorthThrift }

  private static let rowsWorthStarts = 1_000
  /// Rows of a program whose solves take seconds.
  static let rowsWorthThrift = 3_000
}
