import GLPK
public import Modeling
public import NetworkDesign
import PlanChecker
import SupplyData
public import SupplyNetwork
public import SupplyPlan
import Synchronization

/// Answers questions about a network by decomposition, and keeps what it learns from one for the next.
///
/// Any thread may ask; questions are answered one after another, each with all the threads. Every plan passes the
/// checker before it is returned.
public final class DecompositionPlanner: @unchecked Sendable {
  private let network: Network
  private let threads: Int
  private let checker: PlanChecker
  private let lock = Mutex(())
  /// Programs and cuts of the last kind of question; guarded by ``lock``.
  private var session: (measure: String, choice: DesignQuestion.FirstStageChoice, DecompositionSession)?

  /// - Parameters:
  ///   - network: the network.
  ///   - threads: 1 or 2; the answers are the same.
  public init(network: Network, threads: Int) {
    self.network = network
    self.threads = threads
    checker = PlanChecker(network.dataset)
  }

  /// Finds a plan.
  ///
  /// - Parameters:
  ///   - question: what is asked.
  ///   - gap: relative gap within which the objective is to be proved.
  ///   - neighbours: plans of the same network whose first stages may be good here too.
  ///   - limits: when to stop; the best plan found by then is returned with its bound.
  ///   - progress: told of the search.
  /// - Returns: a plan. Its cost is `nil` where there is none: ``Plan/termination`` is then `infeasible`, or
  ///   `stopped` where none was found in time.
  /// - Throws: ``PlanningError`` where the solver or the checker refuse.
  public func plan(
    for question: DesignQuestion, gap: Double, neighbours: [Plan] = [],
    limits: SolveLimits = SolveLimits(), progress: (@Sendable (SolveProgress) -> Void)? = nil
  ) throws(PlanningError) -> Plan {
    let answer: Result<Plan, PlanningError> = lock.withLock { _ in
      do throws(PlanningError) {
        return .success(
          try solve(question, gap: gap, neighbours, limits: limits, progress: progress))
      } catch {
        return .failure(error)
      }
    }
    return try answer.get()
  }

  private func solve(
    _ question: DesignQuestion, gap: Double, _ neighbours: [Plan], limits: SolveLimits,
    progress: (@Sendable (SolveProgress) -> Void)?
  ) throws(PlanningError) -> Plan {
    let start = ContinuousClock.now
    let session = try session(for: question)
    let master = session.master
    let starts = StartingDesigns(
      network: network, stage: master.stage, columnCount: master.program.columns.count)
    for plan in neighbours {
      session.remember(Design(rounding: starts.design(of: plan), at: session.wholeColumns))
    }
    let search = QuestionSearch(
      session: session, question: question, gap: gap, limits: limits, progress: progress)
    let (outcome, counts) = search.run()
    let record = Plan.SolveRecord(
      seconds: 0, method: "decomposition", rows: master.program.rows.count,
      columns: master.program.columns.count,
      objective: question.firstStage == .currentNetwork ? "baseline" : question.objective.rawValue,
      maxRisk: question.maxRisk, nodes: outcome.nodes, cuts: counts.cuts,
      recourseSolves: counts.recourseSolves)
    var plan = outcome.plan(for: network.dataset, question, gap: gap, record: record)
    if plan.cost != nil {
      let verdict = checker.check(plan)
      if !verdict.isSound { throw .unsound(verdict) }
    }
    plan.solve.seconds = start.duration(to: .now) / .seconds(1)
    return plan
  }

  private func session(for question: DesignQuestion) throws(PlanningError) -> DecompositionSession {
    let measure = "\(question.measure)"
    if let session, session.measure == measure, session.choice == question.firstStage {
      return session.2
    }
    session = nil
    let fresh = try PlanningError.wrapping { () throws(GLPKError) in
      try DecompositionSession(network: network, question: question, threads: threads)
    }
    session = (measure, question.firstStage, fresh)
    return fresh
  }
}
