import FrontierSearch
import Modeling
import Synchronization
import SupplyPlan
import Testing

/// Weighted sums and slices: what is asked, what is found, and that failures lose nothing.
@Suite struct WeightedSumTests {
  /// The five extreme points of Aneja and Nair.
  static let extremes = [
    Pair(143, 265), Pair(156, 200), Pair(176, 175), Pair(186, 171), Pair(208, 167),
  ]

  @Test func `a segment that is the whole frontier takes three solves`() {
    let frontier = BandRefinement(tolerance: 1e-6).search(DesignFrontier.segment)
    #expect(frontier.solves == 3)
    #expect(frontier.weightedSums == 1)
    #expect(frontier.slices == 2)
    #expect(frontier.pairs == [Pair(-184, -8), Pair(-160, -20)])
    #expect(frontier.points.map(\.isJoined) == [true, false])
    #expect(frontier.lines == [FrontierBand.Line(riskPrice: 2, bound: -200)])
    #expect(frontier.uncertainty <= 1e-12)
  }

  @Test func `all supported vertices are found by weighted sums alone`() {
    let truth = DesignFrontier(
      name: "Aneja and Nair", designs: Self.extremes.map { [$0] } + [[Pair(190, 240)]])
    // Caps fail, so that all there is comes from weighted sums.
    let oracle = DesignMeddling(truth) { subject, answer in
      if case .cap = subject { .failed(reason: "no caps", bound: nil) } else { answer }
    }
    let frontier = BandRefinement(tolerance: 0).search(oracle)
    #expect(frontier.pairs == Self.extremes)
    // Three sums find the inner points, one for each of the four edges proves it.
    #expect(frontier.weightedSums == 7)
    for extreme in Self.extremes {
      #expect(abs(frontier.band.lower(at: extreme.second) - extreme.first) <= 1e-9)
    }
    expectEnclosed(frontier, truth, "Aneja and Nair")
  }

  @Test(arguments: UInt64(0)..<60)
  func `supported vertices of random points`(_ seed: UInt64) {
    var random = LinearCongruence(seed: seed)
    let truth = DesignFrontier(
      name: "seed \(seed)",
      designs: (0..<30).map { _ in [Pair((100 * random.next()).rounded(), random.next())] })
    let oracle = DesignMeddling(truth) { subject, answer in
      if case .cap = subject { .failed(reason: "no caps", bound: nil) } else { answer }
    }
    let frontier = BandRefinement(tolerance: 0).search(oracle)
    for price in (1...400).map({ Double($0) * Double($0) / 40 }) {
      let least = frontier.points.map { $0.cost + price * $0.risk }.min() ?? .infinity
      #expect(abs(least - truth.leastSum(price)) <= 1e-6, "seed \(seed), price \(price)")
    }
  }

  @Test(arguments: DesignFrontier.known + [.random(seed: 3), .random(seed: 19)], 1...9)
  func `a solve or a slice that fails, whichever it is`(_ truth: DesignFrontier, _ failing: Int) {
    let whole = BandRefinement(tolerance: 0.02).search(truth)
    let solves = DesignMeddling(truth) { subject, answer in
      subject.number == failing ? .failed(reason: "out of luck", bound: nil) : answer
    }
    let slices = DesignMeddling(truth, slice: { $0 == failing ? [] : $1 })
    let sums = DesignMeddling(truth) { subject, answer in
      if case .price = subject { .failed(reason: "no time", bound: -1e9) } else { answer }
    }
    for oracle in [solves, slices, sums] {
      let frontier = BandRefinement(tolerance: 0.02).search(oracle)
      expectEnclosed(frontier, truth, "\(truth.name), \(failing)")
      #expect(frontier.stopReason != nil || frontier.uncertainty <= 0.02)
    }
    // Without weighted sums or one slice all is found in the end; it only takes longer.
    for oracle in [slices, sums] {
      #expect(BandRefinement(tolerance: 0.02).search(oracle).stopReason == nil, "\(truth.name)")
    }
    #expect(whole.stopReason == nil)
  }

  @Test func `three failures in a row, and no more weighted sums are asked`() {
    let oracle = DesignMeddling(.random(seed: 3)) { subject, answer in
      if case .price = subject { .failed(reason: "no time", bound: nil) } else { answer }
    }
    let frontier = BandRefinement(tolerance: 0.001).search(oracle)
    #expect(frontier.weightedSums == 3)
    #expect(frontier.unproved.isEmpty)
  }

  @Test(arguments: DesignFrontier.known)
  func `the search without weighted sums asks what it asked before there were any`(
    _ truth: DesignFrontier
  ) {
    var silent = truth
    silent.hasWeightedSums = false
    let oracle = DesignMeddling(silent)
    let frontier = BandRefinement(tolerance: 0.01).search(oracle)
    #expect(frontier.weightedSums == 0)
    #expect(oracle.subjects.filter(\.isPrice).count <= 2)
    #expect(frontier.solves == oracle.subjects.count { !$0.isPrice })
  }

  @Test(arguments: DesignFrontier.known)
  func `time that is up in the middle loses nothing`(_ truth: DesignFrontier) {
    for last in 4...9 {
      let limits = SolveLimits()
      let oracle = DesignMeddling(
        truth,
        { subject, answer in
          if subject.number == last { limits.cancellation.cancel() }
          return answer
        }, slice: { limits.stopReason == nil ? $1 : [] })
      let frontier = BandRefinement(tolerance: 1e-4).search(oracle, limits: limits)
      let before = BandRefinement(tolerance: 1e-4, maximumSolves: last - 2).search(truth)
      #expect(frontier.uncertainty <= before.uncertainty + 1e-9, "\(truth.name), \(last)")
      expectEnclosed(frontier, truth, "\(truth.name), \(last)")
    }
  }

  @Test(arguments: [
    (DesignFrontier.bowl, 10), (.crossing, 36), (.saw, 45), (.under, 60),
  ])
  func `solves are not wasted`(_ truth: DesignFrontier, _ most: Int) {
    var alone = truth
    alone.hasWeightedSums = false
    alone.hasSlices = false
    let frontier = BandRefinement(tolerance: 0.005).search(truth)
    let capped = BandRefinement(tolerance: 0.005).search(alone)
    #expect(frontier.solves <= most, "\(frontier.solves), by caps alone \(capped.solves)")
    #expect(frontier.solves <= capped.solves)
  }

  @Test func `vertices that hardly bend the curve are left out`() {
    let truth = DesignFrontier(
      name: "circle",
      designs: [
        (0...1000).map { step in
          let risk = Double(step) / 1000
          return Pair(1 - (1 - (1 - risk) * (1 - risk)).squareRoot(), risk)
        }
      ])
    let frontier = BandRefinement(tolerance: 0.001).search(truth)
    #expect(frontier.points.count < 120, "\(frontier.points.count)")
    #expect(frontier.uncertainty <= 0.001)
    expectEnclosed(frontier, truth, truth.name)
  }
}
