import NetworkDesign
import SupplyData
import SupplyNetwork
import SupplyPlan
import TestDatasets
import TextFiles

@testable import Certificate

/// Seeds of a test: few in every run, more in the long one.
func seeds(_ few: UInt64, long many: UInt64) -> Range<UInt64> {
  1..<(runsLongTests ? many : few) + 1
}

/// Random networks with scenarios, and their questions.
enum Samples {
  static func network(_ seed: UInt64) throws -> Network {
    var size = RandomDataset.Size()
    size.facilities = 2...4
    size.customers = 1...2
    size.scenarios = 1...2
    size.mostDecisions = 6
    return try Network(RandomDataset(seed: 700_000 + seed, size: size).read())
  }

  static func measure(_ seed: UInt64) -> RiskMeasure {
    switch seed % 3 {
    case 0: .worst
    case 1: .expected
    default: .conditionalValueAtRisk(level: 0.8)
    }
  }

  static func reference(_ network: Network) -> Plan.DatasetReference {
    Plan.DatasetReference(name: "sample", sha256: network.dataset.sha256)
  }

  /// A certificate of the least cost, or that there is no plan.
  static func certificate(
    _ network: Network, _ question: DesignQuestion,
    roundings: [BoundCertificate.Rounding] = []
  ) throws -> (certificate: BoundCertificate, outcome: BranchAndBound.Outcome) {
    let outcome = try BranchAndBound.run(
      network, question, objective: question.objective == .cost ? .cost : .risk,
      cap: question.maxRisk, roundings: roundings)
    guard var assembly = CertificateAssembly(network: network, question: question) else {
      throw CertificateFault("question", "it cannot be named")
    }
    let certificate = try assembly.certificate(
      of: [outcome.proof], dataset: reference(network),
      cost: outcome.best.isFinite ? outcome.best : nil)
    return (certificate, outcome)
  }
}
