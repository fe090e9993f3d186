public import Modeling
public import NetworkDesign
public import SupplyData
public import SupplyPlan

/// One plan: asks the question, and writes the plan with a copy of its dataset.
public struct PlanStudy: Sendable {
  /// The dataset.
  public var loaded: LoadedDataset
  /// What is asked.
  public var question: DesignQuestion
  /// Relative gap within which the objective is to be proved.
  public var gap: Double
  /// How it is solved.
  public var method: SolveMethod
  /// Most threads.
  public var threads: Int
  /// When to stop.
  public var limits: SolveLimits

  /// Puts a study together.
  public init(
    loaded: LoadedDataset, question: DesignQuestion, gap: Double,
    method: SolveMethod = .auto, threads: Int = 1, limits: SolveLimits
  ) {
    self.loaded = loaded
    self.question = question
    self.gap = gap
    self.method = method
    self.threads = threads
    self.limits = limits
  }

  /// Finds the plan.
  ///
  /// - Throws: ``PlanningError`` where the solver or the checker refuse.
  public func run(progress: (@Sendable (SolveProgress) -> Void)? = nil)
    throws(PlanningError) -> Plan
  {
    var plan = try Planner(network: loaded.network, method: method, threads: threads)
      .plan(for: question, gap: gap, limits: limits, progress: progress)
    plan.dataset = loaded.reference
    return plan
  }

  /// Writes a plan and, unless it is left out, a copy of its dataset into `folder`.
  ///
  /// - Throws: faults that say what cannot be written.
  public func write(_ plan: Plan, to folder: String, withInputs: Bool = true) throws(Faults) {
    var files = FileSet()
    if withInputs { loaded.addInputs(to: &files, in: folder) }
    try plan.add(to: &files)
    try files.write(to: folder)
  }
}
