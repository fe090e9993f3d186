import Foundation
import Modeling
import Synchronization

/// A cap to solve at, and how exactly.
struct FrontierQuestion: Sendable {
  var cap: Double
  var gap: Double
}

/// The state of a search and its only door to the oracle, so that counts, limits and failures cannot be forgotten.
struct FrontierRun<Oracle: FrontierOracle> {
  let oracle: Oracle
  let limits: SolveLimits
  private let start = ContinuousClock.now
  private(set) var frontier = Frontier<Oracle.Plan>()

  init(oracle: Oracle, limits: SolveLimits) {
    self.oracle = oracle
    self.limits = limits
  }

  /// What to tell the user.
  var progress: FrontierProgress {
    FrontierProgress(
      solves: frontier.solves, points: frontier.points.count, uncertainty: frontier.uncertainty,
      bestCost: frontier.points.first?.cost,
      leastRisk: frontier.points.last?.risk,
      seconds: start.duration(to: .now) / .seconds(1))
  }

  /// Notes why the search ended early.
  mutating func stop(_ reason: String) { frontier.stopReason = reason }

  /// Solves for the two lexicographic ends.
  ///
  /// - Returns: whether both were found.
  mutating func findEnds(gap: Double, inParallel: Bool) -> Bool {
    let (oracle, limits) = (oracle, limits)
    let work: [@Sendable () -> FrontierAnswer<Oracle.Plan>] = [
      { oracle.leastCost(maxRisk: nil, gap: gap, neighbours: [], limits: limits) },
      { oracle.leastRisk(gap: gap, limits: limits) },
    ]
    let answers = sideBySide(work, inParallel: inParallel)
    frontier.solves += answers.count
    var found = 0
    for (end, answer) in zip(["least cost", "least risk"], answers) {
      switch answer {
      case .found(let plan, let bound):
        // The cheapest plan needs no cap, so its bound holds at every cap; the band ends at its risk.
        insert(plan, cap: plan.risk, bound: bound)
        found += 1
      case .infeasible:
        frontier.isInfeasible = true
      case .failed(let reason, _):
        stop("no plan of \(end): \(reason)")
      }
    }
    return found == answers.count
  }

  /// Solves at several caps, side by side, and notes the answers in the order of the questions.
  mutating func ask(_ questions: [FrontierQuestion]) {
    let (oracle, limits) = (oracle, limits)
    let work = questions.map { question -> @Sendable () -> FrontierAnswer<Oracle.Plan> in
      let neighbours = frontier.neighbours(of: question.cap)
      return {
        oracle.leastCost(
          maxRisk: question.cap, gap: question.gap, neighbours: neighbours, limits: limits)
      }
    }
    let answers = sideBySide(work, inParallel: questions.count > 1)
    frontier.solves += answers.count
    for (question, answer) in zip(questions, answers) {
      switch answer {
      case .found(let plan, let bound): insert(plan, cap: question.cap, bound: bound)
      case .infeasible:
        // The safest end lies below every cap asked, so this is the solver's word against a plan.
        frontier.unproved.append(
          .init(cap: question.cap, reason: "the solver found no plan where there is one"))
      case .failed(let reason, let bound):
        if let bound { frontier.insert(FrontierBand.Bound(cap: question.cap, bound: bound)) }
        frontier.unproved.append(.init(cap: question.cap, reason: reason))
      }
    }
  }

  private mutating func insert(_ plan: FrontierPlan<Oracle.Plan>, cap: Double, bound: Double) {
    frontier.insert(FrontierBand.Bound(cap: max(cap, plan.risk), bound: min(bound, plan.cost)))
    frontier.insert(plan)
  }

  /// Runs each piece of work on a thread of its own, since a solver belongs to its thread.
  private func sideBySide<Result: Sendable>(
    _ work: [@Sendable () -> Result], inParallel: Bool
  ) -> [Result] {
    guard inParallel else { return work.map { $0() } }
    let results = Mutex<[Int: Result]>([:])
    DispatchQueue.concurrentPerform(iterations: work.count) { place in
      let result = work[place]()
      results.withLock { $0[place] = result }
    }
    return results.withLock { results in work.indices.compactMap { results[$0] } }
  }
}
