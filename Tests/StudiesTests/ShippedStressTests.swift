import Decomposition
import Findings
import Foundation
import FrontierSearch
import Modeling
import NetworkDesign
import ResultFolders
import TestDatasets
import Testing

@testable import Resilience
@testable import Studies
@testable import SupplyData

/// The stress test of the datasets that come with the project: no cell is open.
@Suite struct ShippedStressTests {
  private static let names = ["apparel", "ev-battery", "first-steps", "pharma", "semiconductors"]
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("datasets")

  /// The same tables with another network of today: half of all sites, modules and stocks by lot.
  private static func redrawn(_ dataset: Dataset, seed: UInt64) -> Dataset {
    var random = SplitMix64(seed: seed)
    var dataset = dataset
    for place in dataset.facilities.indices {
      dataset.facilities[place].status = Bool.random(using: &random) ? .existing : .candidate
    }
    for place in dataset.capacity.indices {
      dataset.capacity[place].existing = Int.random(
        in: 0...dataset.capacity[place].maximum, using: &random)
    }
    for place in dataset.buffers.indices {
      dataset.buffers[place].existing =
        Bool.random(using: &random) ? dataset.buffers[place].maximum : 0
    }
    return dataset
  }

  @Test(arguments: names, 0..<UInt64(runsLongTests ? 4 : 1))
  func `networks by lot`(_ name: String, _ seed: UInt64) throws {
    let loaded = try LoadedDataset(folder: Self.folder.appendingPathComponent(name).path)
    let usual = StressTargets(loaded.network).usual
    // In the short run facilities, and each product in each country, are enough.
    let targets = usual.filter { runsLongTests || [.facility, .product].contains($0.kind) }
    let redrawn = Self.redrawn(loaded.dataset, seed: seed)
    let results = try StressTest(network: loaded.network, threads: 2).run(
      [.init(name: "by lot", stage: DecidedStage(currentNetworkOf: redrawn))],
      against: targets.map { .init(target: $0, weeks: 13) })
    #expect(results.count == targets.count * loaded.dataset.settings.periods.count)
    for result in results {
      #expect(result.isSolved, "\(name), seed \(seed): \(result.target), \(result.period)")
    }
  }

  /// In the long run all of them: a frontier of `ev-battery` alone takes minutes unoptimised.
  @Test(arguments: runsLongTests ? names : ["first-steps"])
  func `frontiers, all targets`(_ name: String) throws {
    let loaded = try LoadedDataset(folder: Self.folder.appendingPathComponent(name).path)
    let output = try Folder(.withStrike)
    let frontier = FrontierStudy(
      loaded: loaded, measure: loaded.dataset.settings.risk,
      search: BandRefinement(tolerance: 0.2, maximumPoints: 3, gap: 0.02, threads: 2),
      method: .auto, limits: SolveLimits())
    try frontier.write(frontier.run(), to: output.file("out"))
    let study = StressStudy(plan: output.file("out"), takesPairs: name == "first-steps", threads: 2)
    let record = try study.run(try study.dataset()).stress
    #expect(record.networks.count > 2)
    #expect(record.stopReason == nil && record.openCells.isEmpty, "\(record.openCells)")
    #expect(
      record.results.count
        == record.networks.count * record.targets.count * loaded.dataset.settings.periods.count)
    #expect(record.results.allSatisfy { $0.isSolved })
  }
}
