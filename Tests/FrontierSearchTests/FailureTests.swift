@testable import FrontierSearch
import Modeling
import SupplyPlan
import Testing

/// Solvers that fail, stall, contradict themselves or are stopped: the search ends, and says what is not proved.
@Suite struct FailureTests {
  @Test(arguments: SyntheticFrontier.wide)
  func `a solve that fails, whichever it is`(_ truth: SyntheticFrontier) {
    let search = BandRefinement(tolerance: 0.05)
    let whole = search.search(truth)
    for failing in 1...whole.solves {
      let oracle = MeddlingOracle(truth) { number, answer in
        number == failing ? .failed(reason: "out of luck", bound: nil) : answer
      }
      let frontier = search.search(oracle)
      expectHonest(frontier, truth)
      if failing <= 2 {
        #expect(frontier.uncertainty == 1)
        #expect(frontier.points.count == 1)
        #expect(frontier.stopReason?.contains("out of luck") == true)
        continue
      }
      let cap = oracle.asked[failing - 1].cap
      #expect(cap == .infinity || frontier.unproved == [.init(cap: cap, reason: "out of luck")])
      // What was proved elsewhere counts, and no more.
      #expect((frontier.stopReason == nil) == (frontier.uncertainty <= search.tolerance))
      #expect(frontier.points.count >= 2)
    }
  }

  @Test(arguments: SyntheticFrontier.wide)
  func `a solver that always fails from some solve on`(_ truth: SyntheticFrontier) {
    for first in [1, 2, 3, 5, 8] {
      let oracle = MeddlingOracle(truth) { number, answer in
        number >= first ? .failed(reason: "broken", bound: nil) : answer
      }
      let frontier = BandRefinement(tolerance: 0.01).search(oracle)
      expectHonest(frontier, truth)
      #expect(frontier.solves <= 40)
      #expect(frontier.stopReason != nil || frontier.uncertainty <= 0.01)
      #expect(frontier.points.count >= min(2, first - 1))
    }
  }

  @Test func `the bound of a failed cheap end is kept`() {
    let oracle = MeddlingOracle(SyntheticFrontier.steps) { number, answer in
      number == 1 ? .failed(reason: "no time", bound: 90) : answer
    }
    let frontier = BandRefinement(tolerance: 0.01).search(oracle)
    #expect(frontier.band.lower(at: 0.9) == 90)
    #expect(frontier.bounds.contains(.init(cap: .infinity, bound: 90)))
    #expect(frontier.stopReason == "no plan of least cost: no time")
    #expect(frontier.uncertainty == 1)
  }

  @Test func `a failed safe end is listed where its risk has a bound`() {
    let oracle = MeddlingOracle(SyntheticFrontier.steps) { number, answer in
      number == 2 ? .failed(reason: "no time", bound: nil, riskBound: 0.05) : answer
    }
    let frontier = BandRefinement(tolerance: 0.01).search(oracle)
    #expect(frontier.unproved == [.init(cap: 0.05, reason: "no time")])
    #expect(frontier.stopReason == "no plan of least risk: no time")
    #expect(frontier.uncertainty == 1)
  }

  @Test func `a safe end that is not proven safest is no certificate`() {
    let oracle = MeddlingOracle(SyntheticFrontier.steps) { number, answer in
      guard number == 2, case .found(let plan, let bound, _) = answer else { return answer }
      return .found(plan, bound: bound, riskBound: plan.risk - 0.1)
    }
    let frontier = BandRefinement(tolerance: 0.01).search(oracle)
    #expect(frontier.stopReason == "the least risk is not proven")
    #expect(frontier.unproved.count == 1)
    #expect(frontier.uncertainty <= 0.01)
  }

  @Test func `one point that is not proven to be both ends leaves all open`() {
    let unprovenCost = MeddlingOracle(SyntheticFrontier.point) { number, answer in
      guard number == 1, case .found(let plan, _, _) = answer else { return answer }
      return .found(plan, bound: 0)
    }
    let unprovenRisk = MeddlingOracle(SyntheticFrontier.point) { number, answer in
      guard number == 2, case .found(let plan, let bound, _) = answer else { return answer }
      return .found(plan, bound: bound, riskBound: 0)
    }
    for (oracle, reason) in [(unprovenCost, "the least cost"), (unprovenRisk, "the least risk")] {
      let frontier = BandRefinement(tolerance: 0.01).search(oracle)
      #expect(frontier.uncertainty == 1)
      #expect(frontier.stopReason == reason + " is not proven")
      #expect(frontier.points.count == 1)
    }
  }

  @Test func `one end infeasible and the other not is a contradiction, no proof`() {
    for contradicting in [1, 2] {
      let oracle = MeddlingOracle(SyntheticFrontier.steps) { number, answer in
        number == contradicting ? .infeasible : answer
      }
      let frontier = BandRefinement(tolerance: 0.01).search(oracle)
      #expect(!frontier.isInfeasible)
      #expect(frontier.stopReason?.contains("no plan where there is one") == true)
      #expect(frontier.points.count == 1)
    }
  }

  @Test func `a cap that the solver calls infeasible is listed`() {
    let oracle = MeddlingOracle(SyntheticFrontier.steps) { number, answer in
      number == 4 ? .infeasible : answer
    }
    let frontier = BandRefinement(tolerance: 0.01).search(oracle)
    #expect(frontier.unproved.map(\.cap) == [oracle.asked[3].cap])
  }

  @Test(arguments: SyntheticFrontier.wide, [0.5, 1000])
  func `a solver that leaves wider gaps than asked`(_ truth: SyntheticFrontier, _ looseness: Double)
  {
    let oracle = MeddlingOracle(truth) { number, answer in
      guard number > 1, case .found(let plan, let bound, _) = answer else { return answer }
      return .found(plan, bound: bound - looseness)
    }
    let frontier = BandRefinement(tolerance: 0.01).search(oracle)
    expectHonest(frontier, truth)
    #expect(frontier.solves <= 300, "\(frontier.solves)")
    #expect((frontier.stopReason == nil) == (frontier.uncertainty <= 0.01))
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func `costs and bounds that are no numbers`(_ number: Double) {
    for position in 1...5 {
      let costs = MeddlingOracle(SyntheticFrontier.steps) { question, answer in
        guard question == position, case .found(var plan, let bound, _) = answer else {
          return answer
        }
        plan.cost = number
        return .found(plan, bound: bound)
      }
      let frontier = BandRefinement(tolerance: 0.01).search(costs)
      expectHonest(frontier, .steps)
      #expect(frontier.uncertainty.isFinite)
      let bounds = MeddlingOracle(SyntheticFrontier.steps) { question, answer in
        guard question == position, case .found(let plan, _, _) = answer else { return answer }
        return .found(plan, bound: number == .infinity ? -number : number)
      }
      let other = BandRefinement(tolerance: 0.01).search(bounds)
      expectHonest(other, .steps)
      #expect(other.uncertainty.isFinite)
    }
  }

  @Test(arguments: 2...12)
  func `never more points than asked`(_ most: Int) {
    for truth in SyntheticFrontier.wide {
      let frontier = BandRefinement(tolerance: 0.01, maximumPoints: most).search(truth)
      #expect(frontier.points.count <= most)
      #expect((frontier.stopReason == nil) == (frontier.uncertainty <= 0.01))
      expectHonest(frontier, truth)
    }
  }

  @Test(arguments: [2, 3, 10])
  func `never more solves than allowed`(_ most: Int) {
    let frontier = BandRefinement(tolerance: 0, maximumSolves: most).search(SyntheticFrontier.slope)
    #expect(frontier.solves == most)
    #expect(frontier.stopReason?.contains("\(most) solves") == true)
  }

  @Test(arguments: SyntheticFrontier.wide)
  func `even a tolerance of nothing ends`(_ truth: SyntheticFrontier) {
    let frontier = BandRefinement(tolerance: 0, riskResolution: 0.01).search(truth)
    #expect(frontier.solves < 300)
    #expect(frontier.stopReason != nil || frontier.uncertainty == 0)
  }

  @Test func `a cancellation between two rounds keeps what was found`() {
    let limits = SolveLimits()
    let oracle = MeddlingOracle(SyntheticFrontier.slope) { number, answer in
      if number == 4 { limits.cancellation.cancel() }
      return answer
    }
    let frontier = BandRefinement(tolerance: 0.01).search(oracle, limits: limits)
    #expect(frontier.stopReason == "interrupted")
    #expect(frontier.solves == 5)
    #expect(frontier.points.count == 5)
    expectHonest(frontier, .slope)
  }

  @Test func `a deadline that has passed still gives the two ends`() {
    let limits = SolveLimits(deadline: .now)
    let frontier = BandRefinement(tolerance: 0.01).search(SyntheticFrontier.steps, limits: limits)
    #expect(frontier.stopReason == "time limit reached")
    #expect(frontier.points.count == 2)
    #expect(frontier.uncertainty == 1)
  }
}
