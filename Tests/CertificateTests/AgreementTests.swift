import NetworkDesign
import SupplyPlan
import TestDatasets
import Testing

@testable import Certificate

/// What a certificate proves is what the monolith finds, and never more.
@Suite struct AgreementTests {
  @Test(arguments: seeds(12, long: 200))
  func `the verified bound of the least cost is just below the least cost`(_ seed: UInt64) throws {
    let network = try Samples.network(seed)
    let question = DesignQuestion(measure: Samples.measure(seed))
    let (certificate, outcome) = try Samples.certificate(network, question)
    let proof = try #require(try CertificateChecker(network: network).check(certificate).first)
    let plan = try MonolithPlanner(network: network, gap: 1e-9).plan(for: question)
    guard let cost = plan.cost else {
      #expect(proof.bound == nil && outcome.best == .infinity, "seed \(seed)")
      return
    }
    let bound = try #require(proof.bound, "seed \(seed)")
    #expect(bound <= cost * (1 + 1e-9) + 1e-9, "seed \(seed)")
    #expect(bound >= cost - 1e-5 * max(1, cost), "seed \(seed), \(bound) against \(cost)")
    #expect(proof.leaves > 0)
  }

  @Test(arguments: seeds(6, long: 100))
  func `caps, and the least risk`(_ seed: UInt64) throws {
    let network = try Samples.network(seed)
    let measure = Samples.measure(seed)
    let safest = DesignQuestion(objective: .risk, measure: measure)
    let plan = try MonolithPlanner(network: network, gap: 1e-9).plan(for: safest)
    let (certificate, _) = try Samples.certificate(network, safest)
    let proof = try #require(try CertificateChecker(network: network).check(certificate).first)
    guard let least = plan.risk.salesAtRisk else {
      #expect(proof.bound == nil, "seed \(seed)")
      return
    }
    let bound = try #require(proof.bound, "seed \(seed)")
    #expect(bound <= least + 1e-9 && bound >= least - 1e-6, "seed \(seed): \(bound), \(least)")

    let capped = DesignQuestion(maxRisk: 1.2 * least + 0.01, measure: measure)
    let cheapest = try MonolithPlanner(network: network, gap: 1e-9).plan(for: capped)
    let (second, _) = try Samples.certificate(network, capped)
    let cost = try #require(cheapest.cost, "seed \(seed)")
    let proved = try #require(
      try CertificateChecker(network: network).check(second).first?.bound, "seed \(seed)")
    #expect(proved <= cost * (1 + 1e-9) + 1e-9, "seed \(seed)")
    #expect(proved >= cost - 1e-5 * max(1, cost), "seed \(seed), \(proved) against \(cost)")

    if least > 1e-3 {
      let impossible = DesignQuestion(maxRisk: 0.9 * least, measure: measure)
      let (third, outcome) = try Samples.certificate(network, impossible)
      #expect(outcome.best == .infinity, "seed \(seed)")
      let none = try #require(try CertificateChecker(network: network).check(third).first)
      #expect(none.bound == nil, "seed \(seed)")
    }
  }
}
