import GLPK
import NetworkDesign
import SupplyData
import SupplyNetwork
import SupplyPlan
import TestDatasets
import Testing

@testable import Sensitivity

/// A dataset with a parameter, and every footprint's cost by itself.
private struct FlipCase {
  let varied: ParametricDataset
  let low: Network
  let high: Network
  let question: DesignQuestion

  /// `nil` where the dataset has too many footprints, or other things than costs depend on the parameter.
  init?(seed: UInt64, maxRisk: Double? = nil) throws {
    var size = RandomDataset.Size()
    size.mostDesigns = 200
    let random = RandomDataset(seed: seed, size: size)
    let changes = [
      "tariffs.rate*=0..3", "production.unit_cost*=0.2..4", "facilities.fixed_cost*=0..6",
      "settings.carbon_price=0..500", "modes.cost_per_t_km*=0..20",
    ]
    let range = try RangeExpression(changes[Int(seed % UInt64(changes.count))])
    varied = ParametricDataset(source: random.source, range: range)
    guard let probes = try? varied.probes() else { return nil }
    (low, high) = (probes.low, probes.high)
    question = DesignQuestion(maxRisk: maxRisk, measure: probes.low.dataset.settings.risk)
    guard (try? AffineCosts.check(probes, question, option: "")) != nil,
      low.dataset.facilities.count * low.dataset.settings.periods.count
        <= (runsLongTests ? 6 : 4)
    else { return nil }
  }

  func value(_ share: Double) -> Double {
    varied.range.low + share * (varied.range.high - varied.range.low)
  }

  /// The least cost of each footprint; those that the rules forbid have none.
  func costs(_ value: Double) throws -> [[[Bool]]: Double] {
    let network = try varied.network(at: value)
    let (facilities, periods) = (
      network.dataset.facilities.count, network.dataset.settings.periods.count
    )
    var costs: [[[Bool]]: Double] = [:]
    for bits in 0..<(1 << (facilities * periods)) {
      let open = (0..<facilities).map { facility in
        (0..<periods).map { bits >> (facility * periods + $0) & 1 == 1 }
      }
      var question = question
      question.firstStage = .fixed(FixedDecisions(open: open))
      var options = GLPKSolver.Options()
      options.relativeGap = 1e-9
      let solution = try GLPKSolver(options: options)
        .solve(Monolith(network: network, question: question).program)
      if let objective = solution.objective { costs[open] = objective }
    }
    return costs
  }

  func run() throws -> FlipResult {
    try FlipSearch(
      low: varied.range.low, high: varied.range.high, gap: 1e-9, footprintGap: 1e-9,
      tolerance: 1e-4
    ).run(
      FootprintPlanner(
        varied: varied, low: low, high: high, question: question,
        makePlanner: { MonolithPlanner(network: $0) }))
  }
}

/// The search against every footprint, each solved by itself.
@Suite("Flips by brute force") struct FlipTests {
  /// The first seeds whose datasets have few footprints and a parameter that only costs depend on.
  private static let seeds = Array(
    (0..<UInt64(10_000)).lazy.filter { ((try? FlipCase(seed: $0)) ?? nil) != nil }
      .prefix(runsLongTests ? 200 : 10))

  @Test(arguments: seeds)
  func `costs, footprints and turns`(_ seed: UInt64) throws {
    let flip = try #require(try FlipCase(seed: seed), "seed \(seed)")
    let result = try flip.run()
    #expect(result.stopReason == nil, "seed \(seed)")
    if result.isInfeasible {
      #expect(try flip.costs(flip.varied.range.low).isEmpty, "seed \(seed)")
      return
    }
    var random = SplitMix64(seed: seed &+ 77)
    for _ in 0..<(runsLongTests ? 6 : 3) {
      let value = flip.value(Double(random.next() % 10_000) / 10_000)
      let costs = try flip.costs(value)
      let least = try #require(costs.values.min(), "seed \(seed)")
      let scale = 1e-6 * max(1, least)
      let upper = interpolated(result.costs, value)
      #expect(abs(upper - least) <= scale, "seed \(seed) at \(value): \(upper), not \(least)")
      #expect(interpolated(result.bounds, value) <= least + scale, "seed \(seed) at \(value)")
      // Outside of the turns' intervals the footprint told is a best one.
      let isTurning = result.turns.contains { $0.from <= value && value <= $0.to }
      if !isTurning, let piece = result.pieces.first(where: { $0.from <= value && value <= $0.to })
      {
        let cost = costs[result.footprints[piece.footprint].open] ?? .infinity
        #expect(cost <= least * (1 + piece.excess) + scale, "seed \(seed) at \(value)")
      }
    }
    for turn in result.turns where turn.isProved {
      let (before, behind) = (try flip.costs(turn.from), try flip.costs(turn.to))
      let (first, second) = (
        result.footprints[turn.before].open, result.footprints[turn.behind].open
      )
      let scale = 1e-7 * max(1, turn.cost)
      #expect((before[first] ?? .infinity) <= (before[second] ?? .infinity) + scale, "seed \(seed)")
      #expect((behind[second] ?? .infinity) <= (behind[first] ?? .infinity) + scale, "seed \(seed)")
      #expect(turn.from <= turn.value && turn.value <= turn.to, "seed \(seed)")
    }
    // Concave, as far as costs are known: to a hundred-millionth, which in a short step makes more of a slope.
    let slopes = zip(result.costs, result.costs.dropFirst()).map {
      let step = $1.value - $0.value
      return (value: ($1.cost - $0.cost) / step, error: 1e-8 * max(1, abs($0.cost)) / step)
    }
    for (left, right) in zip(slopes, slopes.dropFirst()) {
      let room = left.error + right.error + 1e-6 * max(1, abs(left.value))
      #expect(right.value <= left.value + room, "seed \(seed)")
    }
  }

  private func interpolated(_ points: [FlipResult.Point], _ value: Double) -> Double {
    guard let place = points.firstIndex(where: { $0.value >= value }) else {
      return points.last?.cost ?? .nan
    }
    let right = points[place]
    guard place > 0, right.value > value else { return right.cost }
    let left = points[place - 1]
    return left.cost + (value - left.value) / (right.value - left.value) * (right.cost - left.cost)
  }
}
