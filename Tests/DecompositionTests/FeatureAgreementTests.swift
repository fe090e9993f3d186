import NetworkDesign
import SupplyData
import SupplyNetwork
import TestDatasets
import Testing

@testable import Decomposition

/// The decomposition finds what the monolith finds with contracts, trade rules, returns and all else that the wider tables say.
@Suite(.serialized) struct FeatureAgreementTests {
  private func dataset(_ seed: UInt64, _ features: RandomDataset.Features) throws -> Dataset {
    var size = RandomDataset.Size()
    size.facilities = 2...5
    size.scenarios = 1...2
    size.mostDecisions = 8
    return try RandomDataset(seed: 310_000 + seed, size: size, features: features).read()
  }

  @Test(arguments: UInt64(1)...(runsLongTests ? 300 : 20))
  func `all features together agree`(_ seed: UInt64) throws {
    let dataset = try dataset(seed, .all)
    try compare(
      seed, Network(dataset), DesignQuestion(measure: dataset.settings.risk),
      "seed \(seed), all features")
  }

  @Test(arguments: UInt64(1)...(runsLongTests ? 280 : 14))
  func `each feature by itself agrees`(_ seed: UInt64) throws {
    let features = RandomDataset.Features.each
    let dataset = try dataset(seed, features[Int(seed) % features.count])
    let question = DesignQuestion(
      objective: seed % 5 == 0 ? .risk : .cost, measure: dataset.settings.risk,
      firstStage: seed % 7 == 0 ? .expandedNetwork : .free)
    try compare(
      seed, Network(dataset), question, "seed \(seed), feature \(Int(seed) % features.count)")
  }
}
