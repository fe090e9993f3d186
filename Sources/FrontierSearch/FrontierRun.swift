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
  var frontier = Frontier<Oracle.Plan>()
  /// The risk of the plan found at each cap asked; the caps as they stand in the bounds.
  private(set) var risks: [Double: Double] = [:]
  /// What solves left between plan and bound, at the caps where that was more than they were asked.
  private(set) var leftovers: [Double: Double] = [:]
  /// Whether the cheap end was solved again, to a gap that the box asks for.
  var isCheapEndSettled = false

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

  /// The cap that a bound holds at: the one asked, or the plan's own risk where that is above it by the solver's tolerance alone.
  private func covered(_ cap: Double, _ risk: Double) -> Double {
    risk - cap <= min(resolution, 1e-8 * max(1, abs(cap))) ? max(cap, risk) : cap
  }

  static var contradiction: String { "the solver found no plan where there is one" }

  mutating func insert(_ bound: Double?, cap: Double) {
    guard let bound, bound.isFinite else { return }
    frontier.insert(FrontierBand.Bound(cap: cap, bound: bound))
  }

  /// Runs a round, each piece of work on a thread of its own, since a solver belongs to its thread.
  mutating func run(
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
  var isInfeasible: Bool {
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
