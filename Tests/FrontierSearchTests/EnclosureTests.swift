import FrontierSearch
import Modeling
import SupplyPlan
import Testing

/// With weighted sums and slices: the true curve lies in the band, wherever one looks.
@Suite struct EnclosureTests {
  @Test(arguments: DesignFrontier.known, [0.1, 0.01, 0.001])
  func `known frontiers are enclosed to the tolerance`(
    _ truth: DesignFrontier, _ tolerance: Double
  ) {
    let frontier = BandRefinement(tolerance: tolerance).search(truth)
    #expect(frontier.stopReason == nil)
    #expect(frontier.uncertainty <= tolerance)
    expectEnclosed(frontier, truth, truth.name)
  }

  @Test(arguments: UInt64(0)..<200)
  func `random frontiers are enclosed`(_ seed: UInt64) {
    let truth = DesignFrontier.random(seed: seed)
    let frontier = BandRefinement(tolerance: 0.005).search(truth)
    #expect(frontier.stopReason == nil, "seed \(seed)")
    #expect(frontier.uncertainty <= 0.005, "seed \(seed)")
    expectEnclosed(frontier, truth, "seed \(seed)")
  }

  @Test(arguments: UInt64(200)..<260, [(true, false), (false, true), (false, false)])
  func `whatever the oracle leaves unanswered`(
    _ seed: UInt64, _ answers: (sums: Bool, slices: Bool)
  ) {
    var truth = DesignFrontier.random(seed: seed)
    truth.hasWeightedSums = answers.sums
    truth.hasSlices = answers.slices
    let frontier = BandRefinement(tolerance: 0.02).search(truth)
    #expect(frontier.stopReason == nil, "seed \(seed)")
    #expect(frontier.uncertainty <= 0.02, "seed \(seed)")
    #expect(answers.sums || frontier.lines.isEmpty)
    #expect(answers.slices || !frontier.points.contains(where: \.isJoined))
    expectEnclosed(frontier, truth, "seed \(seed)")
  }

  @Test(arguments: UInt64(300)..<340, [1.0, 30])
  func `a solver that leaves gaps`(_ seed: UInt64, _ looseness: Double) {
    var truth = DesignFrontier.random(seed: seed)
    truth.looseness = looseness
    let frontier = BandRefinement(tolerance: 0.02, gap: 0.01).search(truth)
    expectEnclosed(frontier, truth, "seed \(seed)")
    #expect(frontier.solves < 400, "seed \(seed)")
    if looseness == 1 { #expect(frontier.uncertainty <= 0.02, "seed \(seed)") }
  }

  @Test(arguments: UInt64(400)..<430)
  func `threads change nothing but the time`(_ seed: UInt64) {
    let truth = DesignFrontier.random(seed: seed)
    let alone = BandRefinement(tolerance: 0.01, threads: 1).search(truth)
    let together = BandRefinement(tolerance: 0.01, threads: 2).search(truth)
    #expect(alone.points.map(\.plan) == together.points.map(\.plan), "seed \(seed)")
    #expect(alone.points.map(\.isJoined) == together.points.map(\.isJoined), "seed \(seed)")
    #expect(alone.bounds == together.bounds, "seed \(seed)")
    #expect(alone.lines == together.lines, "seed \(seed)")
    #expect(alone.solves == together.solves, "seed \(seed)")
  }

  @Test(arguments: UInt64(500)..<530, [2, 3, 6])
  func `few points as asked, and what they enclose`(_ seed: UInt64, _ most: Int) {
    let truth = DesignFrontier.random(seed: seed)
    let frontier = BandRefinement(tolerance: 0.005, maximumPoints: most).search(truth)
    #expect(frontier.points.count <= most, "seed \(seed)")
    #expect((frontier.stopReason == nil) == (frontier.uncertainty <= 0.005), "seed \(seed)")
    expectEnclosed(frontier, truth, "seed \(seed)")
  }

  @Test(arguments: UInt64(600)..<640)
  func `the staircase for readers without lines lies under what is proved`(_ seed: UInt64) {
    let truth = DesignFrontier.random(seed: seed)
    let band = BandRefinement(tolerance: 0.005).search(truth).band
    let stairs = FrontierBand(corners: band.corners, bounds: band.staircase())
    for (cap, cost) in samples(truth) {
      #expect(stairs.lower(at: cap) <= band.lower(at: cap), "seed \(seed), cap \(cap)")
      #expect(stairs.lower(at: cap) <= cost + 1e-9 * abs(cost), "seed \(seed), cap \(cap)")
    }
    // Hardly less is proved by it: a hundredth of the risk for a hundredth of the cost, at most.
    #expect(stairs.uncertainty <= band.uncertainty + 0.011, "seed \(seed)")
    for (left, right) in zip(band.staircase(), band.staircase().dropFirst()) {
      #expect(left.cap < right.cap && left.bound > right.bound, "seed \(seed)")
    }
  }
}

/// Caps across a frontier, and C* there.
func samples(_ truth: DesignFrontier) -> [(cap: Double, cost: Double)] {
  let risks = truth.vertices.map(\.risk)
  guard let least = risks.min(), let most = risks.max() else { return [] }
  let grid = (0...400).map { least + (most - least) * Double($0) / 400 }
  return (grid + risks).map { ($0, truth.cost(at: $0)) }
}

/// Expects plans and segments that exist, bounds and lines that are true, and the true curve in the band.
func expectEnclosed(
  _ frontier: Frontier<DesignFrontier.Plan>, _ truth: DesignFrontier, _ name: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let points = frontier.points
  for point in points {
    let own = truth.plan(of: point.plan.design, at: point.risk)?.cost ?? .infinity
    #expect(
      point.cost >= own - room(own), "\(name): a plan that is none", sourceLocation: sourceLocation)
  }
  for (cheap, safe) in zip(points, points.dropFirst()) {
    #expect(
      cheap.cost < safe.cost && cheap.risk > safe.risk, "\(name): a dominated point",
      sourceLocation: sourceLocation)
  }
  for bound in frontier.bounds {
    let cost = truth.cost(at: bound.cap)
    #expect(bound.bound <= cost + room(cost), "\(name): \(bound)", sourceLocation: sourceLocation)
  }
  for line in frontier.lines {
    let sum = truth.leastSum(line.riskPrice, within: line.risks)
    #expect(line.bound <= sum + room(sum), "\(name): \(line)", sourceLocation: sourceLocation)
  }
  let band = frontier.band
  for (cap, cost) in samples(truth) {
    let isInBox = cap >= points.last?.risk ?? .infinity
    #expect(
      band.upper(at: cap) >= cost - room(cost), "\(name): attained at \(cap)",
      sourceLocation: sourceLocation)
    #expect(
      !isInBox || band.lower(at: cap) <= cost + room(cost), "\(name): proved at \(cap)",
      sourceLocation: sourceLocation)
  }
}

private func room(_ cost: Double) -> Double { cost.isFinite ? 1e-8 * max(1, abs(cost)) : 0 }
