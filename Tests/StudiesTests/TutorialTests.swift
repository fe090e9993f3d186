import Foundation
import FrontierSearch
import Modeling
import ResultFolders
import Studies
import SupplyPlan
import Testing

@Suite struct TutorialTests {
  @Test func `the frontier of first-steps is found in few solves`() throws {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let loaded = try LoadedDataset(folder: root.path + "/datasets/first-steps")
    let study = FrontierStudy(
      loaded: loaded, measure: loaded.dataset.settings.risk,
      search: BandRefinement(tolerance: 0.01, threads: 2),
      limits: SolveLimits())
    let record = study.run().record
    #expect(record.termination == .optimal)
    #expect(record.uncertainty <= 0.01)
    #expect(record.solve.solves <= 40, "\(record.solve.solves)")
  }
}
