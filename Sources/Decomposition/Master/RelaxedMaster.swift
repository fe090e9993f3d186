import Certificate
import GLPK
import Modeling

/// What a solve of a master's relaxation left.
struct RelaxedMaster: Sendable {
  var outcome: WarmProgram.Outcome
  /// Proven; `.infinity` where it is proven that there is no point.
  var bound: Double
  var point: [Double]
  /// What proves it, where that is recorded.
  var proof: ProofMultipliers?

  /// Solves, with the rows of the pool that it misses; those that have not bound for long are dropped.
  ///
  /// - Parameters:
  ///   - rounds: solves with rows that the last one misses.
  ///   - patience: solves after which columns that do not pay are deferred; `nil` for never.
  init(
    _ relaxation: MasterRelaxation, addingRows tolerances: RowTolerances, limits: SolveLimits,
    rounds: Int = 50, patience: UInt8?
  ) {
    outcome = relaxation.solve(
      addingRows: tolerances, seconds: limits.secondsLeft, rounds: rounds, patience: patience)
    let proof = outcome == .infeasible ? relaxation.infeasibilityProof() : relaxation.proof()
    relaxation.purge(patience: 8)
    bound = proof?.bound ?? -.infinity
    point = relaxation.point
    self.proof = relaxation.recorded
  }
}
