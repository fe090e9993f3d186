import FrontierSearch
import Modeling
import SupplyPlan
import Testing

/// What holds of a search over any oracle.
@Suite struct SearchTests {
  @Test(arguments: SyntheticFrontier.wide, [0.1, 0.01, 0.003])
  func `the tolerance is reached and the band encloses the frontier`(
    _ truth: SyntheticFrontier, _ tolerance: Double
  ) {
    let frontier = BandRefinement(tolerance: tolerance).search(truth)
    #expect(frontier.stopReason == nil)
    #expect(frontier.unproved.isEmpty)
    #expect(frontier.uncertainty <= tolerance)
    expectHonest(frontier, truth)
  }

  @Test(arguments: SyntheticFrontier.wide)
  func `a solver that leaves the gap it may leave`(_ truth: SyntheticFrontier) {
    var loose = truth
    loose.looseness = 1
    let frontier = BandRefinement(tolerance: 0.01, gap: 0.05).search(loose)
    #expect(frontier.stopReason == nil)
    #expect(frontier.uncertainty <= 0.01)
    expectHonest(frontier, truth)
    // The tolerance is not paid for twice: once by areas, once by gaps.
    let exact = BandRefinement(tolerance: 0.01).search(truth)
    #expect(frontier.solves <= 2 * exact.solves + 4, "\(frontier.solves), \(exact.solves)")
  }

  @Test(arguments: SyntheticFrontier.wide)
  func `no gap is wider than the box allows`(_ truth: SyntheticFrontier) throws {
    let oracle = MeddlingOracle(truth)
    let frontier = BandRefinement(tolerance: 0.01, gap: 0.5).search(oracle)
    let ends = [
      try #require(frontier.points.first?.cost), try #require(frontier.points.last?.cost),
    ]
    let allowed = 0.01 / 3 * (ends[1] - ends[0])
    for question in oracle.asked.dropFirst(2) {
      #expect(question.gap * min(abs(ends[0]), abs(ends[1])) <= allowed * (1 + 1e-9))
    }
  }

  @Test(arguments: SyntheticFrontier.wide)
  func `no cap is asked twice, nor one nearer than half the resolution`(_ truth: SyntheticFrontier)
  {
    let oracle = MeddlingOracle(truth)
    _ = BandRefinement(tolerance: 0, maximumSolves: 300).search(oracle)
    let caps = oracle.asked.map(\.cap).filter(\.isFinite).sorted()
    for (left, right) in zip(caps, caps.dropFirst()) { #expect(right - left > 4e-8) }
  }

  @Test(arguments: SyntheticFrontier.wide)
  func `threads change nothing but the time`(_ truth: SyntheticFrontier) {
    let alone = MeddlingOracle(truth)
    let together = MeddlingOracle(truth)
    let first = BandRefinement(tolerance: 0.01, threads: 1).search(alone)
    let second = BandRefinement(tolerance: 0.01, threads: 8).search(together)
    #expect(Set(alone.asked) == Set(together.asked))
    #expect(first.points.map(\.cost) == second.points.map(\.cost))
    #expect(first.bounds == second.bounds)
    #expect(first.solves == second.solves)
  }

  @Test func `one point that is cheapest and safest leaves nothing open`() {
    for truth in [SyntheticFrontier.point, .nearlyPoint] {
      let frontier = BandRefinement(tolerance: 0.01).search(truth)
      #expect(frontier.points.count == 1)
      #expect(frontier.uncertainty == 0)
      #expect(frontier.stopReason == nil)
      #expect(frontier.solves == 2)
    }
  }

  @Test func `proven that there is no plan`() {
    let frontier = BandRefinement(tolerance: 0.01).search(SyntheticFrontier.infeasible)
    #expect(frontier.isInfeasible)
    #expect(frontier.stopReason == nil)
    #expect(frontier.points.isEmpty)
    #expect(frontier.uncertainty == 1)
  }

  @Test(arguments: [
    (SyntheticFrontier.steps, 25), (.slope, 120), (.bend, 100), (.mixed, 30), (.cliff, 12),
  ])
  func `solves are not wasted`(_ truth: SyntheticFrontier, _ most: Int) {
    let frontier = BandRefinement(tolerance: 0.01).search(truth)
    #expect(frontier.solves <= most, "\(frontier.solves)")
  }
}

/// Expects plans that exist, bounds that are true, and a band with the frontier in it.
func expectHonest(
  _ frontier: Frontier<Double>, _ truth: SyntheticFrontier,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let points = frontier.points
  let impossible = points.filter {
    $0.cost < truth.cost(at: $0.risk) - 1e-9 * abs($0.cost)
  }
  #expect(impossible.isEmpty, sourceLocation: sourceLocation)
  #expect(
    zip(points, points.dropFirst()).allSatisfy { $0.cost < $1.cost && $0.risk > $1.risk },
    sourceLocation: sourceLocation)
  let untrue = frontier.bounds.filter {
    $0.bound > truth.cost(at: $0.cap) + 1e-9 * abs($0.bound)
  }
  #expect(untrue.isEmpty, sourceLocation: sourceLocation)
  let lines = frontier.lines.filter { line in
    !truth.isAbove(line, room: 1e-9 * abs(line.bound))
  }
  #expect(lines.isEmpty, sourceLocation: sourceLocation)
  let outside = frontier.band.strips.flatMap { strip in
    [0, 0.25, 0.5, 0.75, 1].filter { share in
      // At its right end the strip is open above: a plan may stand there.
      let cost = truth.cost(at: strip.from + share * (strip.to - strip.from))
      let room = 1e-9 * abs(cost)
      let lower = strip.lower.start + share * (strip.lower.end - strip.lower.start)
      let upper = strip.upper.start + share * (strip.upper.end - strip.upper.start)
      return cost < lower - room || (cost > upper + room && share < 1)
    }
  }
  #expect(outside.isEmpty, sourceLocation: sourceLocation)
}
