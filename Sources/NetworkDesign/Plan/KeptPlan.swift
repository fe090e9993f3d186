import Modeling
package import PlanChecker
package import SupplyNetwork
package import SupplyPlan
import Synchronization

/// The best plan of a search, kept from the moment it is found: what fails later, fails without it.
///
/// A design with its operation is made a plan and shown to the checker soon after it is offered; at most a twentieth of
/// the time goes into that. What a search tells of itself as the best is what is kept here, so a search that ends in whatever
/// way has a plan at least as good as the best that was shown.
package final class KeptPlan: Sendable {
  /// What makes one plan better than another.
  package enum Order: Sendable, Equatable {
    /// Its cost, plus a price on its sales at risk, money per unit of R; less than the floor counts as the floor.
    case cost(riskPrice: Double, floor: Double = 0)
    /// Its sales at risk.
    case risk
  }

  /// What is written of a plan whose search goes on.
  package static let unfinished = "the search was still running when this was written"

  private struct Kept {
    var design: SolvedDesign
    var cost: Double
    var risk: Double
  }

  private struct State {
    var order = Order.cost(riskPrice: 0)
    /// Greatest R of a plan that answers the question as it stands.
    var cap = Double.infinity
    var kept: Kept?
    /// Offered, and not yet made a plan.
    var pending: SolvedDesign?
    var judging = Pace(pause: .zero)
    var saving = Pace(pause: .seconds(2))
    /// Whether what is kept, or what is known of its bound, is not saved.
    var isUnsaved = false
    var proved = SearchOutcome()
  }

  private let network: Network
  private let question: DesignQuestion
  private let record: Plan.SolveRecord
  private let found: (@Sendable (Plan) -> Void)?
  private let checker: PlanChecker
  private let start: ContinuousClock.Instant
  private let state = Mutex(State())

  /// - Parameters:
  ///   - network: the measured network; costs and bounds are compared in its money.
  ///   - question: what is asked.
  ///   - checker: judges the plans.
  ///   - record: how plans are found; nodes and seconds are those of the search.
  ///   - start: when the search has begun.
  ///   - found: given the best plan with the bound proved so far, now and then, so that it can be saved should the process be
  ///     killed.
  package init(
    network: Network, question: DesignQuestion, checker: PlanChecker,
    record: Plan.SolveRecord, since start: ContinuousClock.Instant,
    found: (@Sendable (Plan) -> Void)? = nil
  ) {
    self.network = network
    self.question = question
    self.checker = checker
    self.record = record
    self.start = start
    self.found = found
  }

  /// Begins to compare otherwise. What is kept stays until a plan is better that also keeps the cap.
  package func begin(_ order: Order, cap: Double?) {
    state.withLock {
      judge(&$0)
      $0.order = order
      $0.cap = min(cap ?? .infinity, question.maxRisk ?? .infinity)
    }
  }

  /// Whether nothing is kept.
  package var isEmpty: Bool { state.withLock { $0.kept == nil } }

  /// What the kept plan is worth in the present order.
  package var value: Double? {
    state.withLock { state in state.kept.map { value($0, state.order) } }
  }

  /// Takes a design with its operation: the first at once, others as soon as it is their turn.
  ///
  /// - Parameter isUrgent: whether it is judged now, whosever turn it is.
  package func offer(_ design: SolvedDesign, isUrgent: Bool = false) {
    state.withLock {
      $0.pending = design
      if isUrgent || $0.kept == nil || $0.judging.isDue { judge(&$0) }
      save(&$0)
    }
  }

  /// Takes note of what is proved, and does what has become due.
  package func note(bound: Double, nodes: Int) {
    state.withLock {
      if $0.judging.isDue { judge(&$0) }
      $0.proved.nodes = nodes
      switch $0.order {
      case .risk: $0.proved.riskBound = max($0.proved.riskBound ?? 0, bound)
      case .cost(let price, _) where price == 0:
        if bound > $0.proved.costBound { $0.isUnsaved = true }
        $0.proved.costBound = max($0.proved.costBound, bound)
      case .cost: break
      }
      save(&$0)
    }
  }

  /// The plan that a search comes to: what it ends with, or what was kept where that is better or passes the checker alone.
  ///
  /// - Parameters:
  ///   - outcome: what the search ends with.
  ///   - gap: relative gap that was asked.
  ///   - repaired: asked for another operation where the checker refuses the first one and nothing was kept.
  /// - Throws: ``PlanningError`` where the checker refuses all there is.
  package func plan(
    _ outcome: SearchOutcome, gap: Double,
    repaired: (Plan) throws(PlanningError) -> SolvedDesign? = { _ throws(PlanningError) in nil }
  ) throws(PlanningError) -> Plan {
    let (kept, order, cap) = state.withLock {
      judge(&$0)
      return ($0.kept, $0.order, $0.cap)
    }
    let last = plan(of: outcome, gap)
    let verdict = last.cost == nil ? nil : checker.check(last)
    if let kept {
      if let verdict, verdict.isSound, let cost = last.cost, let risk = last.risk.salesAtRisk {
        let end = Kept(design: kept.design, cost: cost / network.units.money, risk: risk)
        if !isBetter(kept, end, order, cap, tolerance: Self.tie) { return last }
      }
      return plan(of: instead(kept, outcome, cap), gap)
    }
    guard let verdict, !verdict.isSound else { return last }
    var repair = outcome
    repair.design = try repaired(last)
    guard repair.design != nil else { throw .unsound(verdict) }
    let plan = plan(of: repair, gap)
    let second = checker.check(plan)
    if !second.isSound { throw .unsound(second) }
    return plan
  }

  /// An outcome with what was kept for its design.
  private func instead(_ kept: Kept, _ outcome: SearchOutcome, _ cap: Double) -> SearchOutcome {
    var outcome = outcome
    outcome.design = kept.design
    // What is proved of plans under a cap says nothing of one above it.
    if !keeps(kept, cap) { outcome.costBound = 0 }
    if outcome.isInfeasible {
      outcome.isInfeasible = false
      outcome.costBound = 0
      outcome.stopReason = "numerical trouble: the search ended without the plan that it had found"
    }
    return outcome
  }

  private func plan(of outcome: SearchOutcome, _ gap: Double) -> Plan {
    var record = record
    record.nodes = outcome.nodes
    record.seconds = start.duration(to: .now) / .seconds(1)
    return outcome.plan(for: network, question, gap: gap, record: record)
  }

  /// Makes a plan of what was offered last, and keeps it if it is sound and better.
  private func judge(_ state: inout State) {
    guard let design = state.pending else { return }
    state.pending = nil
    let judged = state.judging.run { () -> Kept? in
      var outcome = SearchOutcome()
      outcome.design = design
      outcome.stopReason = Self.unfinished
      let plan = plan(of: outcome, 0)
      guard let cost = plan.cost, let risk = plan.risk.salesAtRisk else { return nil }
      return checker.check(plan).isSound
        ? Kept(design: design, cost: cost / network.units.money, risk: risk) : nil
    }
    guard let judged, keeps(judged, question.maxRisk ?? .infinity) else { return }
    if let kept = state.kept, !isBetter(judged, kept, state.order, state.cap) { return }
    state.kept = judged
    state.isUnsaved = true
  }

  private func save(_ state: inout State) {
    guard let found, state.isUnsaved, let kept = state.kept, state.saving.isDue,
      start.duration(to: .now) >= Self.spared
    else { return }
    state.isUnsaved = false
    var outcome = instead(kept, state.proved, state.cap)
    outcome.stopReason = Self.unfinished
    let plan = plan(of: outcome, 0)
    state.saving.run { found(plan) }
  }

  private func isBetter(
    _ one: Kept, _ other: Kept, _ order: Order, _ cap: Double, tolerance: Double = 0
  ) -> Bool {
    if keeps(one, cap) != keeps(other, cap) { return keeps(one, cap) }
    let (first, second) = (value(one, order), value(other, order))
    return first < second - tolerance * max(order == .risk ? 0.1 : 0, abs(second))
  }

  private func keeps(_ kept: Kept, _ cap: Double) -> Bool {
    kept.risk <= cap * (1 + 1e-9) + Self.leastRisk
  }

  private func value(_ kept: Kept, _ order: Order) -> Double {
    switch order {
    case .cost(let price, let floor):
      price == 0 ? kept.cost : kept.cost + price * max(floor, kept.risk)
    case .risk: kept.risk
    }
  }

  /// Of two plans this near what a search ends with is taken: its operation is exact.
  private static let tie = 1e-7
  /// What ends so soon has lost little if it is killed, and is not written twice.
  private static let spared = Duration.seconds(1)
  /// Risks below this are none: a solver cannot tell them apart.
  private static let leastRisk = 2e-8
}
