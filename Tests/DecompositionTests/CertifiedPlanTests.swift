import Certificate
import NetworkDesign
import SupplyNetwork
import SupplyPlan
import TestDatasets
import Testing

@testable import Decomposition

/// Whatever a search proves it can prove to others.
@Suite struct CertifiedPlanTests {
  @Test(arguments: seeds(6, long: 100))
  func `every bound comes with a certificate that holds`(_ seed: UInt64) throws {
    let network = try Samples.network(seed)
    let measure = Samples.measure(seed)
    let safest = try DecompositionPlanner(network: network, threads: 1)
      .plan(for: DesignQuestion(objective: .risk, measure: measure), gap: 1e-6)
    var questions = [
      DesignQuestion(measure: measure), DesignQuestion(objective: .risk, measure: measure),
      DesignQuestion(measure: measure, firstStage: .currentNetwork),
      DesignQuestion(measure: measure, firstStage: .expandedNetwork),
    ]
    if let least = safest.risk.salesAtRisk {
      questions.append(DesignQuestion(maxRisk: 1.3 * least + 0.01, measure: measure))
      if least > 1e-3 { questions.append(DesignQuestion(maxRisk: 0.9 * least, measure: measure)) }
    }
    for (number, question) in questions.enumerated() {
      let name = "seed \(seed), question \(number)"
      let planner = DecompositionPlanner(network: network, threads: 1)
      let (plan, made) = try planner.certifiedPlan(for: question, gap: 1e-6)
      let certificate = try made.get()
      let proofs = try CertificateChecker(network: network).check(certificate)
      let plain = try DecompositionPlanner(network: network, threads: 1)
        .plan(for: question, gap: 1e-6)
      #expect(plan.termination == plain.termination, "\(name): \(plan.stopReason ?? "")")
      #expect(plan.cost == plain.cost, "\(name)")
      guard plan.termination != .infeasible else {
        #expect(proofs.contains { $0.bound == nil }, "\(name)")
        continue
      }
      let bound = try #require(plan.bound, "\(name)")
      let proved = try #require(proofs.first { $0.objective == .cost }?.bound, "\(name)")
      #expect(bound <= max(0, proved), "\(name)")
      #expect(bound <= plan.cost ?? 0, "\(name)")
      // Recording costs no more than the last digits.
      #expect(agree(bound, plain.bound, 1e-8), "\(name): \(bound), \(plain.bound ?? 0)")
      #expect(agree(plan.risk.bound, plain.risk.bound, 1e-8), "\(name)")
    }
  }
}
