import Certificate
import GLPK
import Modeling
import NetworkDesign

/// The linear relaxation of a master on one thread, with the rows of the pool that it needs just now.
final class MasterRelaxation {
  let pool: CutPool
  let warm: WarmProgram
  private(set) var gates: ClosedGates
  /// Upper bounds of the columns as they were at first.
  private let greatest: [Double]
  /// The rows after those of the master itself.
  var active = ActiveRows()
  /// The point of the last solve.
  private(set) var point: [Double] = []
  private(set) var objective = -Double.infinity
  /// Whether proofs are kept for a certificate.
  let isRecorded: Bool
  /// What the last proof was made of; `nil` where it failed, or proofs are not kept.
  var recorded: ProofMultipliers?

  /// - Parameters:
  ///   - program: the master with the objective of the question.
  ///   - pool: where further rows come from.
  ///   - units: see ``MasterUnits``.
  ///   - priced: columns that may be deferred until they pay.
  ///   - isWarm: whether a basis will be restored before the first solve.
  ///   - isRecorded: whether proofs are kept for a certificate.
  init(
    _ program: LinearProgram, pool: CutPool, units: MasterUnits, priced: [Int],
    isWarm: Bool, isRecorded: Bool = false, in workspace: SolverWorkspace
  ) {
    self.pool = pool
    gates = ClosedGates(pool.entries.prefix(pool.linkCount).lazy.map(\.row), in: program)
    greatest = program.columns.map(\.upper)
    self.isRecorded = isRecorded
    warm = WarmProgram(
      program, in: workspace, columnExponents: units.columnExponents,
      objectiveExponent: units.objectiveExponent, tolerance: 1e-8)
    warm.price(priced, fromDeferred: isWarm)
  }

  /// How far bounds and reduced costs may be missed, after scaling.
  var tolerance: Double {
    get { warm.tolerance }
    set { warm.tolerance = newValue }
  }

  /// Forgets the basis, and goes on in another tolerance.
  func begin(anew tolerance: Double) {
    warm.close()
    warm.tolerance = tolerance
  }

  var iterations: Int { warm.iterations }

  /// Replaces the bounds of a whole column. Flows through gates that it shuts are shut with it.
  func setBounds(ofColumn column: Int, from lower: Double, to upper: Double) {
    warm.setBounds(ofColumn: column, from: lower, to: upper)
    let changed = gates.note(column, isHeld: upper <= 0)
    for flow in changed.shut { warm.setBounds(ofColumn: flow, from: 0, to: 0) }
    for flow in changed.freed { warm.setBounds(ofColumn: flow, from: 0, to: greatest[flow]) }
  }

  /// Replaces the bounds of whole columns.
  func setBounds(ofColumns columns: [Int], from lower: [Double], to upper: [Double]) {
    for (index, column) in columns.enumerated() {
      setBounds(ofColumn: column, from: lower[index], to: upper[index])
    }
  }

  func setObjective(_ costs: [Double]) { warm.setObjective(costs) }

  func setBounds(ofRow row: Int, from lower: Double, to upper: Double) {
    warm.setBounds(ofFixedRow: row, from: lower, to: upper)
  }

  /// Solves with the rows it has.
  func solve(seconds: Double = .infinity, objectiveLimit: Double? = nil) -> WarmProgram.Outcome {
    let outcome = warm.solve(seconds: seconds, objectiveLimit: objectiveLimit)
    if outcome == .optimal {
      objective = warm.objective
      point = warm.point()
    } else if outcome == .beyondLimit || outcome == .unfinished {
      objective = warm.objective
    }
    return outcome
  }

  /// Solves, and adds rows of the pool until none is violated.
  ///
  /// - Parameters:
  ///   - tolerances: how much a row may be missed by.
  ///   - seconds: for each solve.
  ///   - objectiveLimit: an objective at which it ends.
  ///   - rounds: solves at most, before the last.
  ///   - patience: solves after which columns that do not pay are deferred; `nil` for never.
  func solve(
    addingRows tolerances: RowTolerances, seconds: Double, objectiveLimit: Double? = nil,
    rounds: Int = 50, patience: UInt8? = nil
  ) -> WarmProgram.Outcome {
    for _ in 0..<rounds {
      let outcome = solve(seconds: seconds, objectiveLimit: objectiveLimit)
      guard outcome == .optimal else { return outcome }
      if let patience { deferIdle(patience: patience) }
      if addViolated(tolerances: tolerances) == 0 { return .optimal }
    }
    return solve(seconds: seconds, objectiveLimit: objectiveLimit)
  }

  /// The objective after a few dual simplex steps, an estimate from below; `.infinity` where no point was seen.
  func tried(steps: Int, objectiveLimit: Double?) -> Double? {
    switch warm.attempt(maximumIterations: steps, objectiveLimit: objectiveLimit) {
    case .infeasible: .infinity
    case .optimal, .beyondLimit, .unfinished: warm.objective
    case .failed: nil
    }
  }

  /// Goes back to a point after trials.
  func recall(_ point: [Double]) { self.point = point }

  func bounds(ofColumn column: Int) -> (lower: Double, upper: Double) {
    warm.bounds(ofColumn: column)
  }

  /// Defers columns that have not paid for a while.
  ///
  /// - Parameter patience: solves that a column may lie idle.
  func deferIdle(patience: UInt8) { warm.deferIdle(patience: patience) }

  func close() { warm.close() }
}
