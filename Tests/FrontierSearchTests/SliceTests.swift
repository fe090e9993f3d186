import FrontierSearch
import Modeling
import Testing

/// Slices as real solvers give them: with noise, in part, twice, or with what is no number.
@Suite struct SliceTests {
  @Test(arguments: UInt64(0)..<60, [1e-9, 1e-7, 1e-6])
  func `noise in costs neither breaks segments nor makes points`(_ seed: UInt64, _ noise: Double) {
    let truth = DesignFrontier.random(seed: seed)
    let oracle = DesignMeddling(truth, slice: { Self.noisy($1, noise, seed: seed &+ UInt64($0)) })
    let exact = BandRefinement(tolerance: 0.01).search(truth)
    let frontier = BandRefinement(tolerance: 0.01).search(oracle)
    #expect(frontier.stopReason == nil, "seed \(seed)")
    #expect(frontier.points.count <= 2 * exact.points.count + 6, "seed \(seed)")
    #expect(frontier.solves <= 2 * exact.solves + 10, "seed \(seed)")
    for (cap, cost) in samples(truth) {
      let room = 4 * noise * 200 + 1e-7
      #expect(frontier.band.upper(at: cap) >= cost - room, "seed \(seed), cap \(cap)")
    }
  }

  @Test(arguments: UInt64(100)..<140)
  func `vertices that are left out cost nothing but width`(_ seed: UInt64) {
    let truth = DesignFrontier.random(seed: seed)
    let oracle = DesignMeddling(
      truth,
      slice: { number, plans in
        plans.enumerated().filter { ($0.offset + number) % 3 != 0 }.map(\.element).reversed()
      })
    let frontier = BandRefinement(tolerance: 0.01).search(oracle)
    #expect(frontier.stopReason == nil, "seed \(seed)")
    expectEnclosed(frontier, truth, "seed \(seed)")
  }

  @Test(arguments: UInt64(200)..<230)
  func `every design twice`(_ seed: UInt64) {
    let truth = DesignFrontier.random(seed: seed)
    var twice = truth
    twice.designs += truth.designs.reversed()
    let frontier = BandRefinement(tolerance: 0.01).search(twice)
    let once = BandRefinement(tolerance: 0.01).search(truth)
    #expect(frontier.uncertainty <= 0.01, "seed \(seed)")
    #expect(frontier.points.count <= once.points.count + 4, "seed \(seed)")
    expectEnclosed(frontier, twice, "seed \(seed)")
  }

  /// A cut asks for one risk alone and gets one plan; where it gets none, a segment is given up, but never an end.
  @Test(arguments: UInt64(300)..<360)
  func `cuts without an answer leave both ends`(_ seed: UInt64) throws {
    let truth = DesignFrontier.random(seed: seed)
    let oracle = DesignMeddling(truth, slice: { $1.count > 1 ? $1 : [] })
    let frontier = BandRefinement(tolerance: 0.05).search(oracle)
    let least = try #require(truth.designs.compactMap(\.first?.second).min())
    let safest = try #require(frontier.points.last, "seed \(seed)")
    #expect(safest.risk <= least + 1e-6, "seed \(seed)")
    for (cap, cost) in samples(truth) {
      #expect(frontier.band.upper(at: cap) >= cost - 1e-6, "seed \(seed), cap \(cap)")
    }
  }

  @Test(arguments: DesignFrontier.known)
  func `what is no number is dropped`(_ truth: DesignFrontier) {
    let oracle = DesignMeddling(
      truth,
      slice: { _, plans in
        plans
          + plans.flatMap { plan in
            let pairs: [(Double, Double)] = [
              (.nan, 0), (0, .nan), (-.infinity, plan.risk),
            ]
            return pairs.map { FrontierPlan(cost: $0.0, risk: $0.1, plan: plan.plan) }
          }
      })
    let frontier = BandRefinement(tolerance: 0.01).search(oracle)
    #expect(frontier.stopReason == nil)
    expectEnclosed(frontier, truth, truth.name)
  }

  @Test func `crossing slices are cut, and each part keeps its design`() throws {
    let frontier = BandRefinement(tolerance: 0.01).search(DesignFrontier.crossing)
    let joined = zip(frontier.points, frontier.points.dropFirst()).filter { $0.0.isJoined }
    #expect(joined.allSatisfy { $0.0.plan.design == $0.1.plan.design })
    #expect(Set(joined.map { $0.0.plan.design }) == [0, 1])
    // From (180, 0.05) to (140, 0.6) and from (190, 0.1) to (130, 0.4) they meet at 0.1773: 190 − 200 (ρ − 0.1) there.
    let meeting = (210 - 180 - 0.05 * 40 / 0.55) / (200 - 40 / 0.55)
    let near = frontier.points.filter { abs($0.risk - meeting) < 1e-4 }
    #expect(Set(near.map(\.plan.design)) == [0, 1])
    #expect(abs(frontier.band.upper(at: meeting) - (210 - 200 * meeting)) < 1e-2)
  }

  /// Costs and risks moved by up to a share of themselves.
  private static func noisy(
    _ plans: [FrontierPlan<DesignFrontier.Plan>], _ noise: Double, seed: UInt64
  ) -> [FrontierPlan<DesignFrontier.Plan>] {
    var random = LinearCongruence(seed: seed)
    return plans.map { plan in
      var plan = plan
      plan.cost *= 1 + noise * (2 * random.next() - 1)
      plan.risk *= 1 + noise / 10 * (2 * random.next() - 1)
      return plan
    }
  }
}
