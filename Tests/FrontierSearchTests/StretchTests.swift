import Modeling
import Synchronization
import SupplyPlan
import Testing

@testable import FrontierSearch

/// Weighted sums over stretches of the frontier: what they prove holds, and few of them are enough.
@Suite struct StretchTests {
  @Test(arguments: UInt64(0)..<200)
  func `random frontiers are enclosed`(_ seed: UInt64) {
    let truth = stretched(.random(seed: seed))
    let frontier = BandRefinement(tolerance: 0.01).search(truth)
    #expect(frontier.stopReason == nil, "seed \(seed)")
    #expect(frontier.uncertainty <= 0.01, "seed \(seed)")
    expectEnclosed(frontier, truth, "seed \(seed)")
  }

  @Test(arguments: DesignFrontier.known, [0.1, 0.01, 0.001])
  func `known frontiers are enclosed to the tolerance`(
    _ truth: DesignFrontier, _ tolerance: Double
  ) {
    let frontier = BandRefinement(tolerance: tolerance).search(stretched(truth))
    #expect(frontier.stopReason == nil)
    #expect(frontier.uncertainty <= tolerance)
    expectEnclosed(frontier, truth, truth.name)
  }

  @Test(arguments: UInt64(300)..<340, [1.0, 30])
  func `a solver that leaves gaps`(_ seed: UInt64, _ looseness: Double) {
    var truth = stretched(.random(seed: seed))
    truth.looseness = looseness
    let frontier = BandRefinement(tolerance: 0.02, gap: 0.01).search(truth)
    expectEnclosed(frontier, truth, "seed \(seed)")
    #expect(frontier.solves < 400, "seed \(seed)")
    if looseness == 1 { #expect(frontier.uncertainty <= 0.02, "seed \(seed)") }
  }

  @Test func `random frontiers take fewer solves than with caps and sums of all plans`() {
    var (with, without) = (0, 0)
    for seed in UInt64(0)..<60 {
      let truth = DesignFrontier.random(seed: seed)
      with += BandRefinement(tolerance: 0.01).search(stretched(truth)).solves
      without += BandRefinement(tolerance: 0.01).search(truth).solves
    }
    #expect(with < without, "\(with) against \(without)")
  }

  @Test(arguments: UInt64(400)..<430)
  func `a solve that fails, whichever it is`(_ seed: UInt64) {
    let truth = stretched(.random(seed: seed))
    for failing in 3...7 {
      let oracle = DesignMeddling(truth) { subject, answer in
        subject.number == failing ? .failed(reason: "out of luck", bound: nil) : answer
      }
      let frontier = BandRefinement(tolerance: 0.02).search(oracle)
      expectEnclosed(frontier, truth, "seed \(seed), \(failing)")
      #expect(frontier.stopReason != nil || frontier.uncertainty <= 0.02, "seed \(seed)")
    }
  }

  @Test(arguments: UInt64(500)..<530)
  func `threads change nothing but the time`(_ seed: UInt64) {
    let truth = stretched(.random(seed: seed))
    let alone = BandRefinement(tolerance: 0.01, threads: 1).search(truth)
    let together = BandRefinement(tolerance: 0.01, threads: 2).search(truth)
    #expect(alone.points.map(\.plan) == together.points.map(\.plan), "seed \(seed)")
    #expect(alone.lines == together.lines, "seed \(seed)")
    #expect(alone.solves == together.solves, "seed \(seed)")
  }

  /// Before the safe end is known there is a curve already: what the design of the cheap end can do.
  @Test func `the cheap end comes with its slice`() throws {
    let truth = DesignFrontier.crossing
    let curves = Curves()
    _ = BandRefinement(tolerance: 0.1).search(truth, found: { curves.note($0) })
    let first = try #require(curves.all.first { $0.points.count > 1 })
    #expect(!first.hasBothEnds)
    #expect(first.pairs == [Pair(100, 0.8), Pair(130, 0.4), Pair(190, 0.1)])
    #expect(first.points.map(\.isJoined) == [true, true, false])
    expectEnclosed(first, truth, truth.name)
  }

  @Test(arguments: UInt64(0)..<100)
  func `the greatest of lines over ranges, place by place`(_ seed: UInt64) {
    var random = LinearCongruence(seed: seed)
    let lines = (0..<Int(1 + 8 * random.next())).map { _ -> FrontierBand.Line in
      let ends = [random.next(), random.next()].sorted()
      return FrontierBand.Line(
        riskPrice: (10 * random.next()).rounded(), bound: 10 + 10 * random.next(),
        risks: random.next() < 0.7 ? ends[0]...ends[1] : nil)
    }
    let corners = [
      FrontierBand.Corner(cost: 5, risk: 1), FrontierBand.Corner(cost: 40, risk: 0),
    ]
    let band = FrontierBand(
      corners: corners, bounds: [.init(cap: 1, bound: 0), .init(cap: 0.5, bound: 9)], lines: lines)
    func proved(_ cap: Double) -> Double {
      let levels = [(1.0, 0.0), (0.5, 9.0)].filter { cap <= $0.0 }.map(\.1)
      let slanted = lines.flatMap { line -> [Double] in
        guard let risks = line.risks else { return [line.bound - line.riskPrice * cap] }
        return cap <= risks.upperBound
          ? [line.bound - line.riskPrice * max(cap, risks.lowerBound)] : []
      }
      return (levels + slanted).max() ?? -.infinity
    }
    for step in 0...200 {
      let cap = Double(step) / 200
      #expect(abs(band.lower(at: cap) - proved(cap)) <= 1e-9, "seed \(seed), cap \(cap)")
    }
    for strip in band.strips {
      for share in [0.01, 0.5, 0.99] {
        let cap = strip.from + share * (strip.to - strip.from)
        let lower = strip.lower.start + share * (strip.lower.end - strip.lower.start)
        #expect(abs(lower - proved(cap)) <= 1e-9, "seed \(seed), cap \(cap)")
      }
    }
    for step in band.staircase() {
      #expect(step.bound <= proved(step.cap) + 1e-9, "seed \(seed), \(step)")
    }
  }

  private func stretched(_ truth: DesignFrontier) -> DesignFrontier {
    var truth = truth
    truth.hasRanges = true
    return truth
  }
}

/// The curves that a search has told.
private final class Curves: Sendable {
  private let told = Mutex<[Frontier<DesignFrontier.Plan>]>([])

  var all: [Frontier<DesignFrontier.Plan>] { told.withLock { $0 } }

  func note(_ frontier: Frontier<DesignFrontier.Plan>) { told.withLock { $0.append(frontier) } }
}
