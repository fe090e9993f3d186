public import Decomposition
import Findings
public import Modeling
public import NetworkDesign
public import ResultFolders
import SupplyData
import SupplyPlan
public import TextFiles
public import Sensitivity

/// Which plan has the smallest regret, whichever of several futures comes.
public struct RegretStudy: Sendable {
  /// A future: a dataset, or a variant of one.
  public struct Future: Sendable {
    /// `-` for a dataset as its files are, else the variant; with the folder before it where there are several.
    public let name: String
    /// The dataset.
    public let loaded: LoadedDataset
    /// The value of the one axis of its sweep, where it has one.
    let value: AxisValue?
  }

  /// The futures.
  public let futures: [Future]
  /// What is asked in each of them.
  public var question: DesignQuestion
  /// How likely they are, adding up to 1.
  public var weights: [Double]
  /// Relative gap within which costs are proved.
  public var gap: Double
  /// How programs are solved.
  public var method: SolveMethod
  /// Most threads.
  public var threads: Int
  /// When to stop.
  public var limits: SolveLimits

  /// Creates a study.
  ///
  /// - Parameter weights: of the futures in their order, in any unit; equal ones where it is empty.
  public init(
    futures: [Future], question: DesignQuestion, weights: [Double] = [], gap: Double,
    method: SolveMethod = .auto, threads: Int = 1, limits: SolveLimits
  ) {
    self.futures = futures
    self.question = question
    let given = weights.isEmpty ? futures.map { _ in 1 } : weights
    let sum = given.reduce(0, +)
    self.weights = given.map { $0 / sum }
    self.gap = gap
    self.method = method
    self.threads = threads
    self.limits = limits
  }

  /// Solves each future, each plan in every other one, and the programs of all together.
  ///
  /// - Throws: ``PlanningError`` where the solver or the checker refuse.
  public func run(
    progress: (@Sendable (SolveProgress) -> Void)? = nil,
    note: @Sendable (String) -> Void = { _ in }
  ) throws(PlanningError) -> RegretRecord {
    let start = ContinuousClock.now
    let networks = futures.map(\.loaded.network)
    let (gap, limits) = (gap, limits)
    let planners = FuturePlanners(networks, method: method, threads: threads, gap: gap)
    let search = RegretSearch(
      networks: networks, question: question, weights: weights, gap: gap, limits: limits,
      joint: planners.joint(limits, progress)
    ) { future, question, neighbours throws(PlanningError) in
      try planners.plan(
        future, for: question, neighbours: neighbours, limits: limits, progress: progress)
    }
    let result = try search.run { note("\($0)  ") }
    return account.record(result, seconds: start.duration(to: .now) / .seconds(1))
  }

  /// What tells of a search.
  var account: RegretAccount {
    RegretAccount(
      futures: futures.map {
        RegretAccount.Future(
          name: $0.name, dataset: $0.loaded.dataset, reference: $0.loaded.reference,
          value: $0.value)
      }, question: question, weights: weights, gap: gap)
  }

  /// Writes a record and, unless it is left out, a copy of the first future's dataset into `folder`.
  ///
  /// - Throws: faults that say what cannot be written.
  public func write(_ record: RegretRecord, to folder: String, withInputs: Bool = true)
    throws(Faults)
  {
    if withInputs {
      // The dataset as it is, where it is one of the futures: plans beside are most likely of it.
      let datasets = futures.map(\.loaded)
      let plain = datasets.first(where: \.changes.isEmpty) ?? datasets[0]
      try plain.addInputs(to: folder, or: datasets)
    }
    try record.write(to: folder)
  }
}
