public import Certificate
import Foundation
import NetworkDesign
import SupplyData
package import SupplyNetwork
package import SupplyPlan
import TextFiles
import Wording

/// What recomputing the certificate beside a plan came to: what it proves, and whether that is what the plan says.
public struct CertificateVerdict: Sendable {
  /// What was verified; none where the certificate was refused.
  public let proofs: [CertificateChecker.Proof]
  /// What is wrong: a part of the certificate that does not hold, or a number of the plan that it does not prove.
  public let refusals: [String]
  /// How long it took.
  public let seconds: Double

  /// Whether the certificate holds and the plan says no more than it proves.
  public var isSound: Bool { refusals.isEmpty }

  /// Recomputes a certificate.
  ///
  /// - Parameters:
  ///   - certificate: the certificate.
  ///   - plan: the plan that it stands beside.
  ///   - network: the network of the dataset.
  package init(_ certificate: BoundCertificate, of plan: Plan, network: Network) {
    let start = ContinuousClock.now
    var refusals = Self.differences(certificate, plan, network.dataset)
    var proofs: [CertificateChecker.Proof] = []
    if refusals.isEmpty {
      do throws(CertificateFault) {
        proofs = try CertificateChecker(network: network).check(certificate)
        refusals = Self.unproven(plan, proofs)
      } catch {
        refusals = [error.description]
      }
    }
    self.proofs = proofs
    self.refusals = refusals
    seconds = start.duration(to: .now) / .seconds(1)
  }

  /// Where the certificate is about something else than the plan.
  private static func differences(
    _ certificate: BoundCertificate, _ plan: Plan, _ dataset: Dataset
  ) -> [String] {
    var found: [String] = []
    if certificate.dataset.sha256 != dataset.sha256 {
      found.append(
        "dataset: it was made for the dataset \(certificate.dataset.sha256), not this one")
    }
    let asked = certificate.question
    let objective = asked.comparator?.objective ?? asked.objective.rawValue
    let pairs: [(String, Bool)] = [
      ("what is minimised", objective == plan.solve.objective),
      ("the cap on sales at risk", asked.maxRisk == plan.solve.maxRisk),
      ("the limit on undelivered sales", asked.maxUnmet == plan.solve.maxUnmet),
      ("the measure of risk", asked.measure == plan.risk.measure),
      ("the level of risk", asked.level == plan.risk.level),
    ]
    for (what, isSame) in pairs where !isSame {
      found.append("question: \(what) differs from the plan's")
    }
    if certificate.cost != plan.cost { found.append("plan: it belongs to another plan") }
    return found
  }

  /// What the plan says and no claim proves.
  private static func unproven(_ plan: Plan, _ proofs: [CertificateChecker.Proof]) -> [String] {
    func greatest(_ objective: BoundCertificate.Objective, cap: Double?) -> Double? {
      // A bound under a looser cap, or under none, holds under a tighter one.
      let fitting = proofs.filter {
        $0.objective == objective && ($0.cap ?? .infinity) >= cap ?? .infinity
      }
      if fitting.contains(where: { $0.bound == nil }) { return .infinity }
      return fitting.compactMap(\.bound).max()
    }
    // Where the risk is minimised, the least cost is that at the plan's own risk.
    let isSafest = plan.risk.bound != nil
    let cap = isSafest ? plan.risk.salesAtRisk : plan.solve.maxRisk
    var found: [String] = []
    if plan.termination == .infeasible {
      let proved = [.cost, .risk].compactMap { greatest($0, cap: plan.solve.maxRisk) }.max()
      if proved != .infinity { found.append("it does not prove that no plan exists") }
      return found
    }
    if let bound = plan.bound, bound > 0 {
      let proved = greatest(.cost, cap: cap) ?? 0
      if bound > proved {
        found.append("the plan claims a bound of \(bound), but \(proved) is proved")
      }
    }
    if let bound = plan.risk.bound, bound > 0 {
      let proved = greatest(.risk, cap: plan.solve.maxRisk) ?? 0
      if bound > proved {
        found.append(
          "the plan claims a risk of at least \(bound), but \(proved) is proved")
      }
    }
    return found
  }
}

extension CertificateVerdict {
  /// The verdict in lines for a reader.
  public var text: String {
    guard isSound else {
      return refusals.map { Text.line("not sound: the certificate: \($0)") }
        .joined(separator: "\n")
    }
    let time = String(format: "%.1f s", seconds)
    return proofs.map { proof in
      let what =
        switch (proof.objective, proof.bound) {
        case (_, nil): "proven that no plan exists: verified"
        case (.cost, let bound?): "bound \(Text.number(bound)) verified"
        case (.risk, let bound?): "least sales at risk \(Text.percent(bound)) verified"
        }
      return "\(what) from \(Text.number(Double(proof.leaves))) "
        + "\(proof.leaves == 1 ? "leaf" : "leaves"), \(Text.number(Double(proof.cuts))) "
        + "\(proof.cuts == 1 ? "cut" : "cuts") in \(time)"
    }.joined(separator: "\n")
  }
}

extension VerdictReport {
  /// The certificate, as JSON has it.
  package struct Certificate: Encodable {
    struct Claim: Encodable {
      var objective: String
      var cap: Double?
      var bound: Double?
      var infeasible: Bool
      var leaves: Int
      var cuts: Int
    }

    var sound: Bool
    var seconds: Double
    var claims: [Claim]
    var refusals: [String]

    init(_ verdict: CertificateVerdict) {
      sound = verdict.isSound
      seconds = verdict.seconds
      claims = verdict.proofs.map {
        Claim(
          objective: $0.objective.rawValue, cap: $0.cap, bound: $0.bound,
          infeasible: $0.bound == nil, leaves: $0.leaves, cuts: $0.cuts)
      }
      refusals = verdict.refusals
    }
  }
}
