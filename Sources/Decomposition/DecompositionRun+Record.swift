import Certificate
import NetworkDesign

extension DecompositionRun {
  /// What was proved by the search, for a certificate; `nil` where nothing was recorded.
  var recordedProof: RecordedProof? {
    guard var recorder else { return nil }
    // A search that was repeated may have come to its end by what the one before had proved.
    if !isInfeasible, let proved, proved.bound >= bound { recorder = proved.recorder }
    let objective: BoundCertificate.Objective
    switch aim.objective {
    case .cost(riskPrice: 0): objective = .cost
    case .risk: objective = .risk
    // No plan states such a bound.
    case .cost, .excess: return nil
    }
    return RecordedProof(
      objective: objective, cap: aim.cap, bound: isInfeasible && best == nil ? nil : bound,
      recorder: recorder, derivations: pool.entries.dropFirst(pool.linkCount).map(\.derivation))
  }
}
