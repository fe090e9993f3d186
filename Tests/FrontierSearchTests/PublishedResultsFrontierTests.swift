import FrontierSearch
import Testing

/// Frontiers from the literature, found through GLPK.
@Suite struct PublishedResultsFrontierTests {
  /// The extreme points of Aneja and Nair; the frontier is the line through them.
  static let extremes = [
    Pair(143, 265), Pair(156, 200), Pair(176, 175), Pair(186, 171), Pair(208, 167),
  ]

  @Test(arguments: [0.1, 0.02])
  func `transportation of Aneja and Nair`(_ tolerance: Double) throws {
    let oracle = PublishedPrograms.transportation()
    let frontier = BandRefinement(tolerance: tolerance, threads: 2).search(oracle)
    #expect(frontier.stopReason == nil)
    #expect(frontier.uncertainty <= tolerance)
    let pairs = frontier.pairs
    #expect(distance(try #require(pairs.first), Self.extremes[0]) < 1e-6)
    #expect(distance(try #require(pairs.last), Self.extremes[4]) < 1e-6)
    for pair in pairs {
      #expect(abs(cost(at: pair.second) - pair.first) < 1e-6, "\(pair)")
    }
    let band = frontier.band
    for step in 0...980 {
      let cap = 167 + Double(step) / 10
      #expect(band.lower(at: cap) <= cost(at: cap) + 1e-6)
      #expect(band.upper(at: cap) >= cost(at: cap) - 1e-6)
    }
    for extreme in Self.extremes {
      #expect(band.lower(at: extreme.second) <= extreme.first + 1e-6)
      #expect(band.upper(at: extreme.second) >= extreme.first - 1e-6)
    }
  }

  @Test func `capped at the risk of an extreme point the oracle finds that point`() throws {
    let oracle = PublishedPrograms.transportation()
    for extreme in Self.extremes {
      let answer = oracle.leastCost(
        maxRisk: extreme.second, gap: 0, neighbours: [], limits: .init())
      guard case .found(let plan, let bound, _) = answer else {
        Issue.record("\(answer)")
        continue
      }
      #expect(distance(Pair(plan.cost, plan.risk), extreme) < 1e-6)
      #expect(abs(bound - extreme.first) < 1e-6)
    }
  }

  @Test func `a frontier that is one segment`() throws {
    let frontier = BandRefinement(tolerance: 0.05).search(PublishedPrograms.segment())
    #expect(frontier.uncertainty <= 0.05)
    for pair in frontier.pairs {
      #expect(abs(-pair.first - (200 + 2 * pair.second)) < 1e-6, "\(pair)")
    }
    #expect(distance(try #require(frontier.pairs.first), Pair(-184, -8)) < 1e-6)
    #expect(distance(try #require(frontier.pairs.last), Pair(-160, -20)) < 1e-6)
  }

  @Test func `the same by weighted sums, with slices or without`() {
    for program in [PublishedPrograms.transportation(), PublishedPrograms.segment()] {
      var oracle = program
      oracle.hasSums = true
      let frontier = BandRefinement(tolerance: 1e-6, threads: 2).search(oracle)
      #expect(frontier.stopReason == nil)
      #expect(frontier.solves <= 6, "\(frontier.solves)")
      #expect(frontier.points.dropLast().allSatisfy { $0.isJoined })
      let extremes =
        frontier.points.count == 2 ? [Pair(-184, -8), Pair(-160, -20)] : Self.extremes
      #expect(frontier.points.count == extremes.count)
      for (pair, extreme) in zip(frontier.pairs, extremes) {
        #expect(distance(pair, extreme) < 1e-6)
      }
    }
  }

  @Test func `a knapsack's points are the same with weighted sums`() {
    var oracle = PublishedPrograms.knapsack()
    oracle.hasSums = true
    let frontier = BandRefinement(tolerance: 0, gap: 0, riskResolution: 1).search(oracle)
    #expect(frontier.pairs == Self.knapsack.map { Pair(-$0.0, -$0.1) })
    #expect(frontier.weightedSums >= 3)
  }

  private static let knapsack: [(Double, Double)] = [
    (955, 906), (949, 915), (948, 939), (943, 940), (936, 942), (935, 947), (934, 971),
    (927, 972), (918, 983),
  ]

  @Test(arguments: [1, 2])
  func `exactly the nine points of a knapsack`(_ threads: Int) {
    let frontier = BandRefinement(tolerance: 0, gap: 0, riskResolution: 1, threads: threads)
      .search(PublishedPrograms.knapsack())
    #expect(frontier.pairs == Self.knapsack.map { Pair(-$0.0, -$0.1) })
    #expect(frontier.unproved.isEmpty)
  }

  private func distance(_ one: Pair, _ other: Pair) -> Double {
    max(abs(one.first - other.first), abs(one.second - other.second))
  }

  /// The exact frontier: the line through the extreme points.
  private func cost(at risk: Double) -> Double {
    for (left, right) in zip(Self.extremes, Self.extremes.dropFirst()) where risk >= right.second {
      if risk > left.second { return left.first }
      let share = (risk - right.second) / (left.second - right.second)
      return right.first + share * (left.first - right.first)
    }
    return .infinity
  }
}
