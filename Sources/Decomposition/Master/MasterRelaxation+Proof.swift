import Certificate
import GLPK

/// What solves prove, in the terms of a certificate.
extension MasterRelaxation {
  /// The proof of the last solve, made sharper where its objective passes a target and its proof does not: reduced costs that a
  /// solver lets pass for 0 add up over thousands of columns.
  func proof(reaching target: Double) -> WarmProgram.Proof {
    let first = proof()
    guard first.bound < target, objective >= target else { return first }
    let recordedFirst = recorded
    let usual = warm.tolerance
    warm.tolerance = min(usual, Self.sharpTolerance)
    defer { warm.tolerance = usual }
    // A few steps from the basis of now. The point stays that of the first solve: the two differ by less than it may miss.
    if warm.solve() == .optimal {
      let second = proof()
      if second.bound > first.bound { return second }
    }
    recorded = recordedFirst
    return first
  }

  private static let sharpTolerance = 1e-11

  /// The lower bound that the last solve proves, whatever it came to.
  func proof() -> WarmProgram.Proof {
    let proof = warm.proof()
    if isRecorded { recorded = multipliers(proof, .bound) }
    return proof
  }

  /// A proof that the last solve's program has no point; `nil` where none is found.
  func infeasibilityProof() -> WarmProgram.Proof? {
    let proof = warm.infeasibilityProof()
    if isRecorded { recorded = proof.map { multipliers($0, .infeasible) } }
    return proof
  }

  /// The number that a certificate gives a row of the relaxation: first the master's own, then those of the pool.
  func reference(toRow row: Int) -> Int {
    row < warm.fixedRowCount ? row : warm.fixedRowCount + active.indices[row - warm.fixedRowCount]
  }

  private func multipliers(
    _ proof: WarmProgram.Proof, _ kind: BoundCertificate.Multipliers.Kind
  ) -> ProofMultipliers {
    var values = warm.naturalMultipliers(proof)
    var rows = values.indices.map(reference(toRow:))
    guard gates.areAnyShut else { return ProofMultipliers(kind, rows: rows, values: values) }
    // A certificate knows of no bounds but those of whole columns.
    let indices = Dictionary(rows.enumerated().map { ($0.element, $0.offset) }) { first, _ in first
    }
    let reduced = warm.reducedCosts(of: proof, countsCosts: kind == .bound)
    for (link, value) in gates.multipliers(reduced) {
      let row = warm.fixedRowCount + link
      if let index = indices[row] {
        values[index] += value
      } else {
        rows.append(row)
        values.append(value)
      }
    }
    return ProofMultipliers(kind, rows: rows, values: values)
  }

  /// The proven bound of the last solve, and reduced costs between two ends.
  func dualProof() -> (bound: Double, reducedLower: [Double], reducedUpper: [Double])? {
    warm.dualProof()
  }
}
