import Decomposition
import Modeling
import NetworkDesign
import SupplyNetwork
import SupplyPlan
import Sensitivity

/// Who plans for each of several futures, and for all of them together.
///
/// By decomposition each future keeps what it has learnt of its own question, all measured alike, so that the search for one first
/// stage begins with the cuts of all.
struct FuturePlanners: Sendable {
  private let networks: [Network]
  private let method: SolveMethod
  private let threads: Int
  private let gap: Double
  /// By future; none where the whole programs are solved.
  private let planners: [DecompositionPlanner]

  init(_ networks: [Network], method: SolveMethod, threads: Int, gap: Double) {
    self.networks = networks
    self.threads = threads
    self.gap = gap
    let isLarge = networks.contains { method.resolved(for: $0) == .decomposition }
    self.method = isLarge ? .decomposition : .monolith
    guard isLarge, let first = networks.first else {
      planners = []
      return
    }
    let units = NetworkUnits(suiting: first)
    planners = networks.map { DecompositionPlanner(network: $0, threads: threads, units: units) }
  }

  /// A plan for one future.
  func plan(
    _ future: Int, for question: DesignQuestion, neighbours: [Plan], limits: SolveLimits,
    progress: (@Sendable (SolveProgress) -> Void)?
  ) throws(PlanningError) -> Plan {
    if planners.isEmpty || question.firstStage != .free {
      // A first stage that is given is a question of another kind, for which what was learnt would be given up.
      return try method.planner(for: networks[future], threads: threads)
        .plan(
          for: question, gap: gap, neighbours: neighbours, limits: limits, progress: progress)
    }
    return try planners[future].plan(
      for: question, gap: gap, neighbours: neighbours, limits: limits, progress: progress)
  }

  /// One first stage for all futures; `nil` where that is left to the whole program.
  func joint(_ limits: SolveLimits, _ progress: (@Sendable (SolveProgress) -> Void)?)
    -> RegretSearch.Joint?
  {
    if planners.isEmpty { return nil }
    let planner = JointPlanner(planners)
    let (threads, gap) = (threads, gap)
    return { asked throws(PlanningError) in
      let answer = try planner.leastRegret(
        asked.aim, asked.question,
        leastCosts: asked.leastCosts, weights: asked.weights, known: asked.known,
        precision: .init(ofRegret: Self.precision, finest: gap * Self.finest), threads: threads,
        limits: Self.share(of: limits, for: asked.aim), progress: progress)
      return JointAnswer(
        bound: answer.bound, isProven: true, isInfeasible: answer.isInfeasible,
        decisions: answer.decisions, reason: answer.stopReason)
    }
  }

  /// The first of two searches takes half of the time that is left.
  private static func share(of limits: SolveLimits, for aim: RegretAim) -> SolveLimits {
    guard limits.secondsLeft.isFinite, aim == .greatest else { return limits }
    return SolveLimits(
      deadline: ContinuousClock.now + .seconds(limits.secondsLeft / 2),
      cancellation: limits.cancellation, patience: limits.patience)
  }

  /// A regret is told to a tenth of itself.
  private static let precision = 0.1
  /// Or to this share of the gap of the costs, where it is next to nothing.
  private static let finest = 0.05
}
