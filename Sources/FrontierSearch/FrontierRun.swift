import Foundation
import Modeling
import SupplyPlan
import Synchronization

/// The state of a search and its only door to the oracle, so that counts, limits and failures cannot be forgotten.
struct FrontierRun<Oracle: FrontierOracle> {
  let oracle: Oracle
  let limits: SolveLimits
  /// Whether the questions of a round run at the same time.
  let sideBySide: Bool
  /// Width in risk under which two plans are one.
  let resolution: Double
  /// The share of the box by which a vertex of a slice must bend the curve to be kept.
  let leastBend: Double
  private let start = ContinuousClock.now
  var frontier = Frontier<Oracle.Plan>()
  /// The risk of the plan found at each cap asked; the caps as they stand in the bounds.
  var risks: [Double: Double] = [:]
  /// What solves left between plan and bound, at the caps where that was more than they were asked.
  var leftovers: [Double: Double] = [:]
  /// The prices asked, and what of weighted sums went wrong.
  var prices = PriceHistory()
  /// What of weighted sums over stretches went wrong.
  var ranges = RangeHistory()
  /// Whether the cheap end was solved again, to a gap that the box asks for.
  var isCheapEndSettled = false
  /// The greatest bound that needs no cap.
  var uncappedBound: Double?
  /// The designs whose plans were added.
  var designs = 0

  init(
    oracle: Oracle, limits: SolveLimits, sideBySide: Bool, resolution: Double, leastBend: Double
  ) {
    self.oracle = oracle
    self.limits = limits
    self.sideBySide = sideBySide
    self.resolution = resolution
    self.leastBend = leastBend
  }

  /// What to tell the user.
  var progress: FrontierProgress {
    FrontierProgress(
      solves: frontier.solves, points: frontier.points.count, uncertainty: frontier.uncertainty,
      bestCost: frontier.points.first?.cost,
      leastRisk: frontier.points.last?.risk,
      seconds: start.duration(to: .now) / .seconds(1))
  }

  /// Notes why the search ended early; what was noted before stays.
  mutating func stop(_ reason: String) {
    frontier.stopReason = frontier.stopReason.map { "\($0); \(reason)" } ?? reason
  }

  static var contradiction: String { "the solver found no plan where there is one" }

  mutating func insert(_ bound: Double?, cap: Double) {
    guard let bound, bound.isFinite else { return }
    frontier.insert(FrontierBand.Bound(cap: cap, bound: bound))
  }

  /// Runs pieces of work, each on a thread of its own, since a solver belongs to its thread; never more of them at a time
  /// than there are questions a round.
  func run<Answer: Sendable>(_ work: [@Sendable () -> Answer]) -> [Answer] {
    guard sideBySide, work.count > 1 else { return work.map { $0() } }
    let answers = Mutex<[Int: Answer]>([:])
    let abreast = BandRefinement.questionsARound
    for start in stride(from: 0, to: work.count, by: abreast) {
      let count = min(abreast, work.count - start)
      DispatchQueue.concurrentPerform(iterations: count) { index in
        let answer = work[start + index]()
        answers.withLock { $0[start + index] = answer }
      }
    }
    return answers.withLock { answers in work.indices.compactMap { answers[$0] } }
  }
}

extension FrontierAnswer {
  var isInfeasible: Bool {
    if case .infeasible = self { true } else { false }
  }

  /// The answer, failed where a plan's cost or risk is no number: it would spoil every comparison.
  var checked: FrontierAnswer {
    guard case .found(let plan, _, _) = self, !plan.cost.isFinite || !plan.risk.isFinite else {
      return self
    }
    return .failed(reason: "the cost or the risk of the plan found is no number", bound: nil)
  }
}
