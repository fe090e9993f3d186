import Modeling
import NetworkDesign
import SupplyPlan

/// Asks whether a plan of at most a given cost meets requirements on what is open, and ends each search as soon as that is
/// decided.
struct CostLimit: Sendable {
  /// What is known of the plans that meet the requirements.
  enum Answer: Sendable {
    /// One within the limit.
    case found(Plan)
    /// All cost more: the proven bound of their cost.
    case beyond(Double)
    /// There is none at all.
    case impossible
    /// The search was stopped before it could tell; the proven bound so far.
    case undecided(Double?)
  }

  let planner: any Planner
  /// Relative gap of what is asked.
  let gap: Double
  /// The least cost is asked for, under its cap and measure.
  let question: DesignQuestion
  /// The greatest cost that is near enough.
  let limit: Double
  let limits: SolveLimits
  let progress: (@Sendable (SolveProgress) -> Void)?

  /// - Parameters:
  ///   - requirements: what is asked of the openings.
  ///   - neighbours: plans that meet them, to begin with.
  ///   - isLeast: whether the least cost is of interest, and not only a plan within the limit.
  func ask(
    _ requirements: [OpeningRequirement], neighbours: [Plan] = [], isLeast: Bool = false
  ) throws(PlanningError) -> Answer {
    var question = question
    question.requirements += requirements
    let decided = Cancellation(decidingWithin: limits.cancellation)
    var deadline = limits.deadline
    if limits.secondsLeft.isFinite {
      // One hard question does not keep all the others from being asked.
      deadline = ContinuousClock.now + .seconds(limits.secondsLeft * Self.greatestShare)
    }
    let (limit, told) = (limit, progress)
    let plan = try planner.plan(
      for: question, gap: gap, neighbours: neighbours,
      limits: SolveLimits(
        deadline: deadline, cancellation: decided, patience: limits.patience)
    ) { progress in
      told?(progress)
      // A margin: the exact cost of what is found may differ in its last digits.
      let isBeyond = progress.bound.map { $0 > limit * (1 + Self.margin) } ?? false
      let isWithin = progress.objective.map { $0 < limit * (1 - Self.margin) } ?? false
      if isBeyond || (isWithin && !isLeast) { decided.cancel() }
    }
    if let cost = plan.cost, cost <= limit { return .found(plan) }
    if plan.termination == .infeasible { return .impossible }
    if let bound = plan.bound, bound > limit { return .beyond(bound) }
    return .undecided(plan.bound)
  }

  private static let margin = 1e-7
  /// The share of the time left that one question may take.
  private static let greatestShare = 0.25
}
