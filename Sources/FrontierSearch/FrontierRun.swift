import Foundation
import Modeling
import Synchronization

/// A cap to solve at, and how exactly.
struct FrontierQuestion: Sendable, Equatable {
  /// The cap on risk; `nil` for none.
  var cap: Double?
  /// Relative gap.
  var gap: Double
}

/// The state of a search and its only door to the oracle, so that counts, limits and failures cannot be forgotten.
struct FrontierRun<Oracle: FrontierOracle> {
  let oracle: Oracle
  let limits: SolveLimits
  /// Whether the questions of a round run at the same time.
  let sideBySide: Bool
  /// Width in risk under which two plans are one.
  let resolution: Double
  private let start = ContinuousClock.now
  private(set) var frontier = Frontier<Oracle.Plan>()
  /// The risk of the plan found at each cap asked; the caps as they stand in the bounds.
  private(set) var risks: [Double: Double] = [:]
  /// What solves left between plan and bound, at the caps where that was more than they were asked.
  private(set) var leftovers: [Double: Double] = [:]
  /// Whether the cheap end was solved again, to a gap that the box asks for.
  private(set) var isCheapEndSettled = false

  init(oracle: Oracle, limits: SolveLimits, sideBySide: Bool, resolution: Double) {
    self.oracle = oracle
    self.limits = limits
    self.sideBySide = sideBySide
    self.resolution = resolution
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

  /// Solves for the two lexicographic ends.
  ///
  /// - Parameter gap: relative gap of both.
  mutating func findEnds(gap: Double) {
    let (oracle, limits) = (oracle, limits)
    let answers = run([
      { oracle.leastCost(maxRisk: nil, gap: gap, neighbours: [], limits: limits) },
      { oracle.leastRisk(gap: gap, limits: limits) },
    ])
    let cheapest = noteCheapest(answers[0])
    let safest = noteSafest(answers[1], gap: gap)
    var ends = [cheapest, safest].compactMap { $0 }
    frontier.hasBothEnds = ends.count == 2
    if ends.isEmpty, answers.contains(where: \.isInfeasible) {
      frontier.isInfeasible = true
      frontier.stopReason = nil
    }
    // A hair less of risk is rounding, and no second end.
    if ends.count == 2, abs(ends[0].risk - ends[1].risk) < resolution {
      ends.remove(at: ends[0].cost <= ends[1].cost ? 1 : 0)
    }
    for end in ends { frontier.insert(end, resolution: resolution) }
    // A box that is empty says nothing if its point was only the best that was at hand.
    if frontier.hasBothEnds, frontier.points.count == 1, !isProven(answers, gap: gap) {
      frontier.hasBothEnds = false
      if frontier.stopReason == nil { stop("the least cost is not proven") }
    }
    if !frontier.hasBothEnds, !frontier.isInfeasible, let reason = limits.stopReason {
      stop(reason.description)
    }
  }

  /// Whether both ends were solved to the gap, with what making a plan exact may cost.
  private func isProven(_ ends: [FrontierAnswer<Oracle.Plan>], gap: Double) -> Bool {
    guard frontier.stopReason == nil, case .found(let plan, let bound, _) = ends[0] else {
      return false
    }
    return plan.cost - bound <= (gap + 1e-6) * abs(plan.cost)
  }

  private mutating func noteCheapest(
    _ answer: FrontierAnswer<Oracle.Plan>
  ) -> FrontierPlan<Oracle.Plan>? {
    switch answer {
    case .found(let plan, let bound, _):
      // It needs no cap, so its bound holds at every cap; the band ends at its risk.
      insert(min(bound, plan.cost), cap: plan.risk)
      return plan
    case .infeasible: stop("no plan of least cost: \(Self.contradiction)")
    case .failed(let reason, let bound, _):
      insert(bound, cap: .infinity)
      stop("no plan of least cost: \(reason)")
    }
    return nil
  }

  private mutating func noteSafest(
    _ answer: FrontierAnswer<Oracle.Plan>, gap: Double
  ) -> FrontierPlan<Oracle.Plan>? {
    switch answer {
    case .found(let plan, let bound, let riskBound):
      insert(min(bound, plan.cost), cap: plan.risk)
      if let riskBound, plan.risk - riskBound > max(resolution, gap * abs(plan.risk)) * 1.001 {
        stop("the least risk is not proven")
        frontier.unproved.append(
          .init(cap: riskBound, reason: "a plan safer than the safest found is not ruled out"))
      }
      return plan
    case .infeasible: stop("no plan of least risk: \(Self.contradiction)")
    case .failed(let reason, _, let riskBound):
      // A bound of the cost would hold at a cap that nobody knows.
      if let riskBound { frontier.unproved.append(.init(cap: riskBound, reason: reason)) }
      stop("no plan of least risk: \(reason)")
    }
    return nil
  }

  /// Solves a round of questions and notes the answers in their order.
  mutating func ask(_ questions: [FrontierQuestion]) {
    let (oracle, limits) = (oracle, limits)
    let answers = run(
      questions.map { question in
        let neighbours = question.cap.map(frontier.neighbours) ?? []
        return {
          oracle.leastCost(
            maxRisk: question.cap, gap: question.gap, neighbours: neighbours, limits: limits)
        }
      })
    for (question, answer) in zip(questions, answers) { note(answer, to: question) }
  }

  private mutating func note(
    _ answer: FrontierAnswer<Oracle.Plan>, to question: FrontierQuestion
  ) {
    guard let cap = question.cap else { return noteCheapestAgain(answer) }
    switch answer {
    case .found(let plan, let bound, _):
      let cap = covered(cap, plan.risk)
      insert(min(bound, plan.cost), cap: cap)
      frontier.insert(plan, resolution: resolution)
      risks[cap] = plan.risk
      let left = plan.cost - bound
      if !(left <= question.gap * abs(plan.cost) * (1 + 1e-6)) { leftovers[cap] = left }
    case .infeasible:
      // The safest end lies below every cap asked, so this is the solver's word against a plan.
      frontier.unproved.append(.init(cap: cap, reason: Self.contradiction))
    case .failed(let reason, let bound, _):
      insert(bound, cap: cap)
      frontier.unproved.append(.init(cap: cap, reason: reason))
    }
  }

  /// The cheap end, solved to a smaller gap. Where that failed, its first answer stands.
  private mutating func noteCheapestAgain(_ answer: FrontierAnswer<Oracle.Plan>) {
    isCheapEndSettled = true
    let known = frontier.points.first?.risk ?? -.infinity
    switch answer {
    case .found(let plan, let bound, _):
      insert(min(bound, plan.cost), cap: max(known, plan.risk))
      frontier.insert(plan, resolution: resolution)
    case .failed(_, let bound, _): insert(bound, cap: known)
    case .infeasible: break
    }
  }

  /// The cap that a bound holds at: the one asked, or the plan's own risk where that is above it by the solver's tolerance alone.
  private func covered(_ cap: Double, _ risk: Double) -> Double {
    risk - cap <= min(resolution, 1e-8 * max(1, abs(cap))) ? max(cap, risk) : cap
  }

  private static var contradiction: String { "the solver found no plan where there is one" }

  private mutating func insert(_ bound: Double?, cap: Double) {
    guard let bound, bound.isFinite else { return }
    frontier.insert(FrontierBand.Bound(cap: cap, bound: bound))
  }

  /// Runs a round, each piece of work on a thread of its own, since a solver belongs to its thread.
  private mutating func run(
    _ work: [@Sendable () -> FrontierAnswer<Oracle.Plan>]
  ) -> [FrontierAnswer<Oracle.Plan>] {
    frontier.solves += work.count
    guard sideBySide, work.count > 1 else { return work.map { $0().checked } }
    let answers = Mutex<[Int: FrontierAnswer<Oracle.Plan>]>([:])
    DispatchQueue.concurrentPerform(iterations: work.count) { place in
      let answer = work[place]().checked
      answers.withLock { $0[place] = answer }
    }
    return answers.withLock { answers in work.indices.compactMap { answers[$0] } }
  }
}

extension FrontierAnswer {
  fileprivate var isInfeasible: Bool {
    if case .infeasible = self { true } else { false }
  }

  /// The answer, failed where a plan's cost or risk is no number: it would spoil every comparison.
  fileprivate var checked: FrontierAnswer {
    guard case .found(let plan, _, _) = self, !plan.cost.isFinite || !plan.risk.isFinite else {
      return self
    }
    return .failed(reason: "the cost or the risk of the plan found is no number", bound: nil)
  }
}
