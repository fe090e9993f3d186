import Foundation
import FrontierSearch
import Modeling
import NetworkDesign
import Studies
import SupplyData
import SupplyPlan
import TestDatasets
import Testing

/// Frontiers of random datasets against single plans under caps.
@Suite struct RandomFrontierTests {
  private static var isLong: Bool {
    ProcessInfo.processInfo.environment["SHOREWISE_LONG_TESTS"] == "1"
  }

  @Test(arguments: UInt64(0)..<(isLong ? 100 : 12))
  func `single plans lie in the band`(_ seed: UInt64) throws {
    let folder = try Folder(RandomDataset(seed: seed).dataset)
    let loaded = try LoadedDataset(folder: folder.data)
    let study = FrontierStudy(
      loaded: loaded, measure: .expected,
      search: BandRefinement(tolerance: 0.05, maximumPoints: 20, threads: 2),
      limits: SolveLimits())
    let record = study.run().record
    #expect(record.unproved.isEmpty, "seed \(seed): \(record.unproved)")
    // The solver may end in numerical trouble at an end; then that is said, and nothing claimed.
    let isOpen = record.stopReason == "the least cost is not proven"
    #expect(
      [nil, "as many points as asked"].contains(record.stopReason) || isOpen,
      "seed \(seed): \(record.stopReason ?? "")")
    guard let safest = record.points.last, let cheapest = record.points.first else {
      #expect(record.termination == .infeasible, "seed \(seed)")
      return
    }
    let band = FrontierBand(
      corners: record.points.map { .init(cost: $0.cost, risk: $0.salesAtRisk) },
      bounds: record.bounds.map { .init(cap: $0.cap, bound: $0.bound) })
    let uncertainty = isOpen ? 1 : band.uncertainty
    #expect(abs(uncertainty - record.uncertainty) <= 1e-9, "seed \(seed)")
    for share in [0.15, 0.5, 0.85] {
      let cap = safest.salesAtRisk + share * (cheapest.salesAtRisk - safest.salesAtRisk)
      let plan = try PlanStudy(
        loaded: loaded, question: DesignQuestion(maxRisk: cap, measure: .expected), gap: 1e-6,
        limits: SolveLimits()
      ).run()
      let cost = try #require(plan.cost, "seed \(seed)")
      let bound = try #require(plan.bound, "seed \(seed)")
      #expect(cost >= band.lower(at: cap) * (1 - 1e-6) - 1e-6, "seed \(seed), cap \(cap)")
      #expect(bound <= band.upper(at: cap) * (1 + 1e-6) + 1e-6, "seed \(seed), cap \(cap)")
    }
  }
}
