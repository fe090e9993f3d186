import Modeling

extension WarmProgram {
  /// What a solve proves: multipliers of its rows, by which anybody can check it.
  public struct Proof: Sendable {
    /// One for each row of now, in scaled units.
    public var multipliers: [Double]
    /// A lower bound of the objective that they prove; `.infinity` where they prove that there is no point.
    public var bound: Double
  }

  /// The lower bound that the duals of the last solve prove, also of one that was broken off.
  ///
  /// The solver's word is not asked: the duals are put into weak duality with safe arithmetic, see `DualProof`. Columns that
  /// are deferred count with their true bounds.
  public func proof() -> Proof {
    guard let problem else { return Proof(multipliers: [], bound: -.infinity) }
    let multipliers = problem.rowDuals(count: rowCount)
    let bound = DualProof(multipliers, of: loaded).bound
    return Proof(multipliers: multipliers, bound: scaling.naturalObjective(bound))
  }

  /// The multipliers of a proof for the rows as they are told, not as they are scaled.
  public func naturalMultipliers(_ proof: Proof) -> [Double] {
    proof.multipliers.enumerated().map {
      $0.element == 0
        ? 0 : $0.element * factor(ofRow: $0.offset) / scaling.objectiveFactor
    }
  }

  /// Lower ends of the natural reduced costs that a proof leaves.
  package func reducedCosts(of proof: Proof, countsCosts: Bool) -> [Double] {
    scaling.naturalReducedCosts(
      DualProof(proof.multipliers, of: loaded, countsCosts: countsCosts).reducedLower)
  }

  /// What the duals of the last solve say of each column: natural reduced costs between two ends.
  public func dualProof() -> (bound: Double, reducedLower: [Double], reducedUpper: [Double])? {
    guard let problem else { return nil }
    let proof = DualProof(problem.rowDuals(count: rowCount), of: loaded)
    return (
      scaling.naturalObjective(proof.bound), scaling.naturalReducedCosts(proof.reducedLower),
      scaling.naturalReducedCosts(proof.reducedUpper)
    )
  }

  /// A proof that the program has no point, after a solve that found none; `nil` where none is found.
  ///
  /// The row of the basis from which the dual method saw it is such a proof (Farkas 1902). Where rounding spoils it, the least
  /// sum of what rows are missed by is solved for: its duals are another.
  public func infeasibilityProof() -> Proof? {
    if let row = (try? problem?.infeasibilityMultipliers()) ?? nil {
      for sign in [1.0, -1.0] {
        let multipliers = row.map { sign * $0 }
        if provesInfeasibility(multipliers) {
          return Proof(multipliers: multipliers, bound: .infinity)
        }
      }
    }
    guard let multipliers = leastMissMultipliers(), provesInfeasibility(multipliers) else {
      return nil
    }
    return Proof(multipliers: multipliers, bound: .infinity)
  }

  private func provesInfeasibility(_ multipliers: [Double]) -> Bool {
    multipliers.count == rowCount
      && DualProof(multipliers, of: loaded, countsCosts: false).bound > 0
  }

  /// Duals of the program that minimises by how much rows are missed in all.
  private func leastMissMultipliers() -> [Double]? {
    var elastic = LinearProgram(name: "least miss")
    for column in loaded.columns {
      _ = elastic.addColumn("", from: column.lower, to: column.upper)
    }
    for row in loaded.rows {
      var missed = LinearExpression()
      for term in row.terms { missed.add(term.coefficient, term.column) }
      if row.lower.isFinite { missed.add(1, elastic.addColumn("", cost: 1)) }
      if row.upper.isFinite { missed.add(-1, elastic.addColumn("", cost: 1)) }
      elastic.addRow("", missed, from: row.lower, to: row.upper)
    }
    do throws(GLPKError) {
      let environment = try workspace.environment()
      listen(to: environment)
      do throws(Interruption) {
        let problem = try Problem(elastic, in: environment)
        var options = SimplexOptions()
        options.method = .primal
        options.feasibilityTolerance = 1e-9
        options.dualTolerance = 1e-9
        guard try problem.solveSimplex(options) == .optimal else { return nil }
        return problem.rowDuals(count: rowCount)
      } catch {
        return nil
      }
    } catch {
      return nil
    }
  }
}
