import Decomposition
import Foundation
import FrontierSearch
import Modeling
import NetworkDesign
import ResultFolders
import Studies
import SupplyPlan
import TestDatasets
import Testing

/// Frontiers of random datasets against single plans under caps.
@Suite struct RandomFrontierTests {
  @Test(
    arguments: UInt64(0)..<(runsLongTests ? 100 : 12), [SolveMethod.monolith, .decomposition])
  func `single plans lie in the band`(_ seed: UInt64, _ method: SolveMethod) throws {
    let folder = try Folder(RandomDataset(seed: seed).dataset)
    let loaded = try LoadedDataset(folder: folder.data)
    let study = FrontierStudy(
      loaded: loaded, measure: .expected,
      search: BandRefinement(tolerance: 0.05, maximumPoints: 20, threads: 2),
      method: method, limits: SolveLimits())
    let record = study.run().record
    #expect(record.unproved.isEmpty, "seed \(seed), \(method): \(record.unproved)")
    // The solver may end in numerical trouble at an end; then that is said, and nothing claimed.
    let isOpen = record.stopReason == "the least cost is not proven"
    #expect(
      [nil, "as many points as asked"].contains(record.stopReason) || isOpen,
      "seed \(seed), \(method): \(record.stopReason ?? "")")
    guard let safest = record.points.last, let cheapest = record.points.first else {
      #expect(record.termination == .infeasible, "seed \(seed), \(method)")
      return
    }
    let band = FrontierBand(
      corners: record.points.map {
        .init(cost: $0.cost, risk: $0.salesAtRisk, isJoined: $0.isJoined)
      },
      bounds: record.bounds.map { .init(cap: $0.cap, bound: $0.bound) },
      lines: record.lines.map {
        .init(riskPrice: $0.riskPrice, bound: $0.bound, risks: $0.risks)
      })
    let uncertainty = isOpen ? 1 : band.uncertainty
    #expect(abs(uncertainty - record.uncertainty) <= 1e-9, "seed \(seed), \(method)")
    for share in [0.15, 0.5, 0.85] {
      let cap = safest.salesAtRisk + share * (cheapest.salesAtRisk - safest.salesAtRisk)
      let plan = try PlanStudy(
        loaded: loaded, question: DesignQuestion(maxRisk: cap, measure: .expected), gap: 1e-6,
        method: .monolith, limits: SolveLimits()
      ).run()
      let cost = try #require(plan.cost, "seed \(seed), \(method)")
      let bound = try #require(plan.bound, "seed \(seed), \(method)")
      #expect(
        cost >= band.lower(at: cap) * (1 - 1e-6) - 1e-6, "seed \(seed), \(method), cap \(cap)")
      #expect(
        bound <= band.upper(at: cap) * (1 + 1e-6) + 1e-6, "seed \(seed), \(method), cap \(cap)")
    }
  }
}
