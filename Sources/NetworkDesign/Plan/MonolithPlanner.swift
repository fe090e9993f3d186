import GLPK
public import Modeling
import PlanChecker
import SupplyData
public import SupplyNetwork
public import SupplyPlan

/// Answers a question about a network by branch and cut on the monolith.
///
/// The integers of the best point are then fixed and the rest solved anew as a linear program: first the least cost, then, among
/// all optima, the least risk. So the plan's cost and risk belong to one recourse and are exact, while the bound is
/// branch and cut's own. Every plan passes the checker before it is returned.
public struct MonolithPlanner: Planner {
  /// The network.
  public let network: Network
  /// Relative gap within which the objective is to be proved.
  public var gap: Double
  /// The same with origins merged, in units that suit it: what programs are made of.
  private let measured: Network
  private let checker: PlanChecker
  private let fallsBack: Bool

  /// - Parameters:
  ///   - network: the network.
  ///   - gap: relative gap within which the objective is to be proved.
  ///   - fallsBack: whether a search that is stopped before it has found anything settles for the current network, or for
  ///     everything open. That takes a linear program of the size of the monolith.
  public init(network: Network, gap: Double = 1e-3, fallsBack: Bool = true) {
    self.network = network
    measured = network.merged.measured
    self.gap = gap
    self.fallsBack = fallsBack
    checker = PlanChecker(network.dataset)
  }

  /// Finds a plan.
  ///
  /// - Parameters:
  ///   - question: what is asked.
  ///   - neighbours: plans of the same network whose first stages may be good here too.
  ///   - limits: when to stop; the best plan found by then is returned with its bound.
  ///   - progress: told of the search; what it tells as the best is kept, and is returned whatever fails afterwards.
  ///   - found: given the best plan with the bound proved so far, now and then, so that it can be saved.
  /// - Returns: a plan. Its cost is `nil` where there is none: ``Plan/termination`` is then `infeasible`, or
  ///   `stopped` where none was found in time.
  /// - Throws: ``PlanningError`` where the solver or the checker refuse.
  public func plan(
    for question: DesignQuestion, neighbours: [Plan] = [], limits: SolveLimits = SolveLimits(),
    progress: (@Sendable (SolveProgress) -> Void)? = nil,
    found: (@Sendable (Plan) -> Void)? = nil
  ) throws(PlanningError) -> Plan {
    let start = ContinuousClock.now
    let monolith = Monolith(network: measured, question: question.measured(for: measured))
    let unit = question.objective == .cost ? measured.units.money : 1
    let kept = KeptPlan(
      network: measured, question: question, checker: checker, record: record(monolith),
      since: start, found: found)
    let search = MonolithSearch(
      monolith: monolith, gap: gap, limits: limits, neighbours: neighbours,
      fallsBack: fallsBack, progress: SolveProgress.scaling(progress, by: unit), kept: kept)
    var outcome = SearchOutcome()
    do throws(GLPKError) {
      outcome = try search.run()
    } catch {
      if kept.isEmpty { throw .solver(error) }
      outcome.stopReason = "\(error)"
    }
    return try kept.plan(outcome, gap: gap)
  }

  /// Finds a plan; see ``Planner``.
  public func plan(
    for question: DesignQuestion, gap: Double, costGapAtLeastRisk: Double? = nil,
    neighbours: [Plan], limits: SolveLimits, progress: (@Sendable (SolveProgress) -> Void)?,
    found: (@Sendable (Plan) -> Void)?
  ) throws(PlanningError) -> Plan {
    var planner = self
    planner.gap = gap
    return try planner.plan(
      for: question, neighbours: neighbours, limits: limits, progress: progress, found: found)
  }

  /// Finds how far a rule has to give way before there is a plan; see ``Planner``. No plan is begun with.
  public func leastExcess(
    of rule: ElasticRule, for question: DesignQuestion, gap: Double, neighbours: [Plan],
    limits: SolveLimits, progress: (@Sendable (SolveProgress) -> Void)?
  ) throws(PlanningError) -> LeastExcess {
    var planner = self
    planner.gap = gap
    return try planner.leastExcess(of: rule, for: question, limits: limits, progress: progress)
  }

  /// Finds how far a rule has to give way before there is a plan.
  ///
  /// - Parameters:
  ///   - rule: the rule; the objective does not matter.
  ///   - question: what else is asked.
  ///   - limits: when to stop; what is known by then is returned.
  ///   - progress: told of the search, in the unit of the rule's value.
  /// - Throws: ``PlanningError`` where the solver refuses.
  public func leastExcess(
    of rule: ElasticRule, for question: DesignQuestion, limits: SolveLimits = SolveLimits(),
    progress: (@Sendable (SolveProgress) -> Void)? = nil
  ) throws(PlanningError) -> LeastExcess {
    let question = question.exceeding(rule)
    let monolith = Monolith(network: measured, question: question.measured(for: measured))
    let unit = (monolith.excess?.unit ?? 1) * rule.unit(in: measured)
    let search = MonolithSearch(
      monolith: monolith, gap: gap, limits: limits, neighbours: [],
      progress: SolveProgress.scaling(progress, by: unit))
    let outcome = try PlanningError.wrapping { () throws(GLPKError) in try search.leastExcess() }
    return LeastExcess(
      outcome, unit: unit,
      plan: outcome.plan(
        for: measured, question, gap: gap, record: record(monolith, nodes: outcome.nodes)))
  }

  private func record(_ monolith: Monolith, nodes: Int = 0) -> Plan.SolveRecord {
    let question = monolith.question
    return Plan.SolveRecord(
      seconds: 0, method: "monolith", rows: monolith.program.rows.count,
      columns: monolith.program.columns.count,
      objective: question.recordedObjective,
      maxRisk: question.maxRisk, maxUnmet: question.maxUnmet, nodes: nodes)
  }

  /// The best operation of a plan's openings and modules, by the whole program: for a plan that another method has made with
  /// rounding errors that the checker does not let pass.
  ///
  /// - Returns: a design of the measured network; `nil` where it has none in the time.
  package func exactDesign(
    of plan: Plan, for question: DesignQuestion, limits: SolveLimits
  ) throws(PlanningError) -> SolvedDesign? {
    let monolith = Monolith(network: measured, question: question)
    let search = MonolithSearch(
      monolith: monolith, gap: gap, limits: limits.finishing, neighbours: [], progress: nil)
    let given = StartingDesigns(
      network: measured, stage: monolith.stage, columnCount: monolith.program.columns.count
    ).design(of: plan)
    return try PlanningError.wrapping { () throws(GLPKError) in
      try search.settle(given)
    }.design
  }
}
