import Modeling
import NetworkDesign
import SupplyData
import SupplyNetwork
import SupplyPlan
import TestDatasets
import Testing

@testable import Decomposition

/// Outages to be survived are blocks of the decomposition that cost nothing and bind.
@Suite struct SurvivalTests {
  private func network(_ seed: UInt64) throws -> Network {
    var size = RandomDataset.Size()
    size.facilities = 2...5
    size.mostDecisions = 8
    return try Network(RandomDataset(seed: 70_000 + seed, size: size).surviving().read())
  }

  @Test("as the monolith, to the millionth", arguments: seeds(60, long: 300))
  func agreement(seed: UInt64) throws {
    let network = try network(seed)
    var question = DesignQuestion(measure: network.dataset.settings.risk)
    switch seed % 5 {
    case 0: question.objective = .risk
    case 1: question.maxRisk = 0.05
    case 2: question.firstStage = seed % 10 == 2 ? .currentNetwork : .expandedNetwork
    default: break
    }
    let whole = try MonolithPlanner(network: network, gap: 1e-7).plan(for: question)
    let split = try DecompositionPlanner(network: network, threads: 2)
      .plan(for: question, gap: 1e-7)
    #expect(
      split.termination == whole.termination,
      "seed \(seed): \(split.stopReason ?? "") against \(whole.stopReason ?? "")")
    if question.objective == .risk {
      let (first, second) = (split.risk.salesAtRisk, whole.risk.salesAtRisk)
      #expect(agree(first, second), "seed \(seed): \(first as Any), \(second as Any)")
    } else {
      #expect(
        agree(split.cost, whole.cost), "seed \(seed): \(split.cost as Any), \(whole.cost as Any)")
    }
    #expect(split.broken == whole.broken, "seed \(seed)")
  }
}
