import Certificate
import SupplyPlan

extension Plan {
  /// States no more than a certificate proves: rounding may cost the last digits of what a search has proved.
  ///
  /// - Parameter gap: the relative gap that was asked.
  mutating func lowerBounds(to certificate: BoundCertificate, gap asked: Double) {
    for claim in certificate.claims {
      guard let proved = claim.bound else { continue }
      switch claim.objective {
      case .cost: bound = bound.map { min($0, proved) }
      case .risk: risk.bound = risk.bound.map { min($0, max(0, proved)) }
      }
    }
    guard let cost, let bound else { return }
    let reached = Self.gap(cost: cost, bound: bound)
    gap = reached
    if termination == .optimal, reached > asked + 1e-6 {
      termination = .stopped
      stopReason = "numerical trouble: the certificate proves a wider gap than asked"
    }
  }
}
