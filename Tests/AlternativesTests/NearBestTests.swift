import Decomposition
import Foundation
import Modeling
import NetworkDesign
import SupplyData
import SupplyNetwork
import SupplyPlan
import TestDatasets
import Testing
import TextFiles

@testable import Alternatives

/// What all near-best plans agree on, and how far they may differ, against every footprint there is.
@Suite struct NearBestTests {
  static let seeds = Array(UInt64(1)...(runsLongTests ? 100 : 20))

  private func dataset(_ seed: UInt64) throws -> Dataset {
    var size = RandomDataset.Size()
    size.mostDecisions = 5
    size.mostDesigns = 200
    size.scenarios = 1...2
    return try RandomDataset(seed: 700_000 + seed, size: size).read()
  }

  @Test(arguments: seeds) func `as an enumeration has it`(_ seed: UInt64) throws {
    let dataset = try dataset(seed)
    let network = try Network(dataset)
    var question = DesignQuestion(measure: dataset.settings.risk)
    if seed % 3 == 0 {
      let free = try MonolithPlanner(network: network, gap: 1e-8).plan(for: question)
      question.maxRisk = (free.risk.salesAtRisk ?? 0) * 0.8
    }
    guard let all = try FootprintEnumeration(network, question, most: 64) else { return }
    let within = seed % 2 == 0 ? 0.05 : 0.4
    let planner: any Planner =
      seed % 2 == 0
      ? MonolithPlanner(network: network) : DecompositionPlanner(network: network, threads: 1)
    let found = try NearBestSearch(
      planner: planner, gap: seed % 2 == 0 ? 1e-8 : 1e-7, dataset: dataset, question: question,
      within: within, count: 3
    ).run()
    guard let least = all.least else {
      #expect(found.isInfeasible, "seed \(seed)")
      return
    }
    #expect(abs(found.limit - least * (1 + within)) <= 1e-5 * least, "seed \(seed)")
    if all.isClose(to: found.limit) { return }
    let near = all.within(found.limit)
    #expect(found.stopReason == nil, "seed \(seed): \(found.stopReason ?? "")")
    for claim in found.claims { check(claim, near, all, found.limit, "seed \(seed)") }
    check(found, near, dataset, "seed \(seed)")
  }

  private func check(
    _ claim: CoreClaim, _ near: [Footprint], _ all: FootprintEnumeration, _ limit: Double,
    _ name: String
  ) {
    let counts = near.map { $0.periodsOpen(claim.facility) }
    let periods = near[0].open[claim.facility].count
    let expected: CoreClaim.Verdict =
      if counts.allSatisfy({ $0 == periods }) { .throughout } else if counts.allSatisfy({ $0 > 0 })
      { .open } else if counts.allSatisfy({ $0 == 0 }) { .closed } else { .differs }
    #expect(claim.verdict == expected, "\(name), facility \(claim.facility)")
    guard expected != .differs else { return }
    let others = all.costs.filter { footprint, _ in
      let count = footprint.periodsOpen(claim.facility)
      return expected == .closed ? count > 0 : expected == .open ? count == 0 : count < periods
    }.map(\.cost)
    // A search may end because all that is left is too dear before it is known that nothing is left.
    if claim.isForced { #expect(others.isEmpty, "\(name), facility \(claim.facility)") }
    if let bound = claim.otherwiseAtLeast, let least = others.min() {
      #expect(bound > limit && bound <= least * (1 + 1e-6), "\(name), facility \(claim.facility)")
    }
  }

  /// Each plan is as far from those before it as any near-best one is, and the cheapest of those.
  private func check(
    _ found: NearBest, _ near: [Footprint], _ dataset: Dataset, _ name: String
  ) {
    var shown: [Footprint] = []
    func farthest() -> Int {
      near.map { footprint in shown.map { footprint.distance(to: $0) }.min() ?? 0 }.max() ?? 0
    }
    for (place, alternative) in found.plans.enumerated() {
      let footprint = Footprint(alternative.plan, in: dataset)
      #expect(near.contains(footprint), "\(name), plan \(place)")
      if place > 0 {
        #expect(alternative.distance == farthest(), "\(name), plan \(place)")
        #expect(alternative.greatestDistance == farthest(), "\(name), plan \(place)")
        #expect(
          alternative.distance == shown.map { footprint.distance(to: $0) }.min(),
          "\(name), plan \(place)")
      }
      shown.append(footprint)
    }
    #expect(found.greatestFurtherDistance == farthest(), "\(name)")
    if found.plans.count < 3 { #expect(farthest() == 0, "\(name)") }
  }

  @Test func `stopped at once it says that all is undecided`() throws {
    let dataset = try dataset(2)
    let cancellation = Cancellation()
    let planner = MonolithPlanner(network: try Network(dataset))
    let first = FirstThenStop(planner: planner, cancellation: cancellation)
    let found = try NearBestSearch(
      planner: first, gap: 1e-8, dataset: dataset, question: DesignQuestion(measure: .expected),
      limits: SolveLimits(cancellation: cancellation)
    ).run()
    #expect(found.plans.count == 1)
    #expect(found.stopReason == "interrupted")
    #expect(found.claims.contains { $0.verdict == .undecided })
    #expect(found.claims.allSatisfy { $0.verdict == .undecided || $0.isForced })
  }
}

/// Answers one question and is then interrupted.
private struct FirstThenStop: Planner {
  let planner: MonolithPlanner
  let cancellation: Cancellation

  func plan(
    for question: DesignQuestion, gap: Double, costGapAtLeastRisk: Double?, neighbours: [Plan],
    limits: SolveLimits, progress: (@Sendable (SolveProgress) -> Void)?,
    found: (@Sendable (Plan) -> Void)?
  ) throws(PlanningError) -> Plan {
    defer { cancellation.cancel() }
    return try planner.plan(
      for: question, gap: gap, neighbours: neighbours, limits: limits, progress: progress)
  }

  func leastExcess(
    of rule: ElasticRule, for question: DesignQuestion, gap: Double, neighbours: [Plan],
    limits: SolveLimits, progress: (@Sendable (SolveProgress) -> Void)?
  ) throws(PlanningError) -> LeastExcess {
    try planner.leastExcess(
      of: rule, for: question, gap: gap, neighbours: neighbours, limits: limits,
      progress: progress)
  }
}
