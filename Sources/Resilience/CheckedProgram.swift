import GLPK
import Modeling

/// A linear program that has a point whatever its bounds are, solved again and again under other bounds: no answer of a solver
/// counts before it is checked.
///
/// A point counts if it satisfies the program, and what it is worth is the least only where the duals prove it by weak duality.
/// What is not so is solved again in another way. So a basis gone stale, after which the dual simplex method takes a
/// program for infeasible, costs a solve and no answer.
///
/// It belongs to the thread of its workspace.
final class CheckedProgram {
  /// What is known of the least objective.
  struct Answer {
    /// The best point found.
    var point: [Double]?
    /// Its objective, which the least does not exceed; infinite without a point.
    var value = Double.infinity
    /// What no point is below.
    var bound = -Double.infinity
    /// Whether the two are one.
    var isSolved = false

    /// The same with an objective in another unit.
    func times(_ unit: Double) -> Answer {
      var answer = self
      answer.value *= unit
      answer.bound *= unit
      return answer
    }
  }

  /// How near value and bound have to come, to be one.
  struct Precision {
    /// In units of the objective.
    var absolute: Double
    /// As a share of the magnitudes of the objective's terms.
    var relative: Double
  }

  /// The program as it is now.
  private(set) var program: LinearProgram
  private let warm: WarmProgram
  private let workspace: SolverWorkspace
  private let precision: Precision
  private let ways: [SolveWay]

  /// - Parameters:
  ///   - program: the program; where columns have finite bounds, all that is said of it is proven.
  ///   - workspace: the thread's state.
  ///   - precision: how near value and bound have to come.
  ///   - ways: how it is solved, one after another until it is.
  init(
    _ program: LinearProgram, in workspace: SolverWorkspace, precision: Precision,
    ways: [SolveWay] = SolveWay.allCases
  ) {
    self.program = program
    self.workspace = workspace
    self.precision = precision
    self.ways = ways
    warm = WarmProgram(
      program, in: workspace, tolerance: SolveWay.tolerance, isCrashed: false)
  }

  /// Replaces a column's bounds.
  func setBounds(ofColumn index: Int, from lower: Double, to upper: Double) {
    program.setBounds(of: LinearProgram.ColumnID(index), from: lower, to: upper)
    warm.setBounds(ofColumn: index, from: lower, to: upper)
  }

  /// Replaces a row's bounds.
  func setBounds(of row: LinearProgram.RowID, from lower: Double, to upper: Double) {
    program.setBounds(of: row, from: lower, to: upper)
    warm.setBounds(ofFixedRow: row.index, from: lower, to: upper)
  }

  /// Solves it in one way after another; once time is up, in none.
  ///
  /// - Parameter known: a point that satisfies it.
  func solve(knowing known: [Double]? = nil) -> Answer {
    var answer = Answer(
      bound: DualProof([Double](repeating: 0, count: program.rows.count), of: program).bound)
    if let known { take(known, &answer) }
    for way in ways where !answer.isSolved {
      if workspace.limits.stopReason != nil { break }
      let found = way.solve(program, kept: warm, in: workspace)
      if let point = found.point { take(point, &answer) }
      if let duals = found.rowDuals, duals.count == program.rows.count,
        duals.allSatisfy(\.isFinite)
      {
        answer.bound = max(answer.bound, DualProof(duals, of: program).bound)
      }
      answer.isSolved = isClosed(answer)
    }
    return answer
  }

  /// Keeps a point that satisfies the program, if it is the best.
  private func take(_ found: [Double], _ answer: inout Answer) {
    guard found.count == program.columns.count else { return }
    let point = zip(program.columns, found).map { column, value in
      abs(value - min(max(value, column.lower), column.upper)) <= Self.noise * max(1, abs(value))
        ? min(max(value, column.lower), column.upper) : value
    }
    guard program.violation(at: point).relative <= Self.acceptedViolation else { return }
    let value = program.objectiveValue(at: point)
    if value < answer.value {
      answer.point = point
      answer.value = value
    }
  }

  private func isClosed(_ answer: Answer) -> Bool {
    guard let point = answer.point else { return false }
    let size = zip(program.columns, point).reduce(0) { $0 + abs($1.0.cost * $1.1) }
    return abs(answer.value - answer.bound) <= precision.absolute + precision.relative * size
  }

  func close() { warm.close() }

  /// How far a point may miss a row, relative to the greatest of 1, the row's bound and its largest term.
  private static let acceptedViolation = 1e-7
  /// What lies so little beyond a column's bound is put on it.
  private static let noise = 1e-7
}
