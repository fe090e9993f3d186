package import GLPK
package import Modeling
package import SupplyPlan

/// Proves again what a solver has claimed of a program: see `ProvenSearch`.
package struct BoundProof {
  let program: LinearProgram
  /// When to give up: then the claim stays the solver's.
  let limits: SolveLimits

  package init(program: LinearProgram, limits: SolveLimits) {
    self.program = program
    self.limits = limits
  }

  /// What is said where no point was found and that there is none could not be proved.
  static let notProven = "the solver found no plan, but has not proved that none exists"

  /// The solution with the bound that is proven, and whether it is.
  ///
  /// - Parameter gap: relative gap within which a bound is good enough.
  package func proved(_ solution: Solution, gap: Double) throws(GLPKError)
    -> (solution: Solution, proof: Plan.Proof)
  {
    if solution.termination == .infeasible { return try provedInfeasible() }
    guard let claimed = solution.bound, claimed.isFinite else { return (solution, .rigorous) }
    let target = claimed - Self.margin * max(1, abs(claimed))
    let outcome = try ProvenSearch(
      program: program, target: target,
      mostNodes: max(Self.leastNodes, Self.nodesForOne * solution.nodes), limits: limits
    ).run()
    var proved = solution
    if outcome.point != nil {
      // The claim was false: what was met on the way is better than it.
      return (replaced(by: outcome), .rigorous)
    }
    let isWithinGap =
      solution.objective.map { $0 - outcome.bound <= gap * abs($0) } ?? false
    guard outcome.bound >= target || isWithinGap else { return (solution, .solver) }
    proved.bound = min(outcome.bound, claimed)
    return (proved, .rigorous)
  }

  /// Whether it is proven that the program has no point.
  func infeasibility() throws(GLPKError) -> Bool {
    try ProvenSearch(program: program, target: .infinity, limits: limits).run().bound == .infinity
  }

  private func provedInfeasible() throws(GLPKError) -> (solution: Solution, proof: Plan.Proof) {
    let outcome = try ProvenSearch(program: program, target: .infinity, limits: limits).run()
    if outcome.bound == .infinity { return (Solution(termination: .infeasible), .rigorous) }
    if outcome.point != nil { return (replaced(by: outcome), .rigorous) }
    return (Solution(termination: .stopped(.numericalTrouble(Self.notProven))), .solver)
  }

  private func replaced(by outcome: ProvenSearch.Outcome) -> Solution {
    let objective = outcome.point.map { program.objectiveValue(at: $0) }
    return Solution(
      termination: limits.stopReason.map { .stopped($0) } ?? .optimal, point: outcome.point,
      objective: objective, bound: min(outcome.bound, objective ?? .infinity),
      nodes: outcome.nodes)
  }

  /// The bound that the duals of a linear program prove; `nil` where it was not solved.
  static func bound(of solution: Solution, _ program: LinearProgram) -> Double? {
    solution.rowDuals.map { DualProof($0, of: program).bound }
  }

  private static let margin = 1e-9
  /// Nodes that a proof may take for each that the solver took, and in any case. Counted and not timed, so that what a plan
  /// says of its proof does not depend on how quick a machine is, large programs aside.
  private static let nodesForOne = 4
  private static let leastNodes = 300
}
