public import Alternatives
public import Decomposition
import Findings
public import Modeling
public import NetworkDesign
public import ResultFolders
public import SupplyData
import SupplyNetwork
public import SupplyPlan
public import TextFiles

/// Plans nearly as good as the least-cost plan: those that differ most, and what all of them agree on.
public struct AlternativesStudy: Sendable {
  /// The dataset.
  public var loaded: LoadedDataset
  /// How risk is measured.
  public var measure: RiskMeasure
  /// The cap on sales at risk; `nil` for none.
  public var maxRisk: Double?
  /// By which share of the least cost a plan may be dearer.
  public var within: Double
  /// Most plans to show, the least-cost plan included.
  public var count: Int
  /// Relative gap within which costs are to be proved.
  public var gap: Double
  /// How it is solved.
  public var method: SolveMethod
  /// Most threads.
  public var threads: Int
  /// When to stop.
  public var limits: SolveLimits
  /// Plans on a frontier, whose openings are counted.
  public var frontier: [Plan]?

  /// Creates a study.
  public init(
    loaded: LoadedDataset, measure: RiskMeasure, maxRisk: Double? = nil, within: Double = 0.02,
    count: Int = 5, gap: Double, method: SolveMethod = .auto, threads: Int = 1,
    limits: SolveLimits, frontier: [Plan]? = nil
  ) {
    self.loaded = loaded
    self.measure = measure
    self.maxRisk = maxRisk
    self.within = within
    self.count = count
    self.gap = gap
    self.method = method
    self.threads = threads
    self.limits = limits
    self.frontier = frontier
  }

  /// What a search found.
  public struct Result: Sendable {
    /// What `alternatives.json` says.
    public var record: AlternativesRecord
    /// The plans shown, in their order.
    public var plans: [Plan]
  }

  /// Searches.
  ///
  /// - Parameters:
  ///   - progress: told after every solve of the search.
  ///   - solving: told of the solves themselves.
  /// - Throws: ``PlanningError`` where the solver or the checker refuse.
  public func run(
    progress: @escaping (NearBestProgress) -> Void = { _ in },
    solving: (@Sendable (SolveProgress) -> Void)? = nil
  ) throws(PlanningError) -> Result {
    let start = ContinuousClock.now
    let question = DesignQuestion(maxRisk: maxRisk, measure: measure)
    let found = try NearBestSearch(
      planner: method.planner(for: loaded.network, threads: threads), gap: gap,
      dataset: loaded.dataset,
      question: question, within: within, count: count,
      limits: limits
    ).run(progress: progress, solving: solving)
    let plans = found.shownPlans(of: loaded.reference)
    let record = AlternativesRecord(
      found, plans: plans, of: question, within: within, frontier: frontier,
      dataset: loaded.dataset, reference: loaded.reference,
      solve: SolveSummary(
        seconds: start.duration(to: .now) / .seconds(1), solves: found.solves,
        method: method.resolved(for: loaded.network).rawValue))
    return Result(record: record, plans: plans)
  }

  /// Writes the plans, a copy of the dataset and the record into `folder`; `alternatives.json` last.
  ///
  /// - Throws: faults that say what cannot be written.
  public func write(_ result: Result, to folder: String, withInputs: Bool = true) throws(Faults) {
    if withInputs { try loaded.addInputs(to: folder) }
    var files = FileSet()
    for (place, plan) in result.plans.enumerated() {
      try plan.add(to: &files, in: AlternativesRecord.folder(place))
    }
    result.record.add(to: &files)
    try files.write(to: folder)
  }
}

/// What a search for alternatives starts from: a dataset's folder, or the output folder of a frontier.
public struct AlternativesSource: Sendable {
  /// The folder of the dataset.
  public let dataset: String
  /// The plans of the frontier's points; `nil` for a dataset.
  public let frontier: [Plan]?

  /// Looks at a folder.
  ///
  /// - Throws: faults of a frontier's files.
  public init(_ folder: String) throws(Faults) {
    guard OutputContents(of: folder).result == .frontier else {
      dataset = folder
      frontier = nil
      return
    }
    dataset = try InputsFolder.find(
      near: folder, cure: "Make the frontier again with -o, which keeps a copy.")
    frontier = try FrontierFolder(folder).plans
  }
}
