import Decomposition
import Findings
import GLPK
public import Modeling
import NetworkDesign
public import Resilience
public import ResultFolders
import SupplyData
import SupplyPlan
public import TextFiles

/// What breaks a plan, and today's network beside it, as it is and expanded: outages of targets, one after another.
public struct StressStudy: Sendable {
  /// The folder of a plan or of a frontier, or a plan's `plan.json`.
  public var plan: String
  /// Selectors of the targets; none for all that are usual.
  public var targets: [String]
  /// Whether pairs of countries are taken out too.
  public var takesPairs: Bool
  /// Weeks until what failed works again, where `recovery.csv` does not say.
  public var weeksToRecover: Double
  /// Most threads.
  public var threads: Int
  /// When to stop.
  public var limits: SolveLimits

  /// Creates a study.
  public init(
    plan: String, targets: [String] = [], takesPairs: Bool = false,
    weeksToRecover: Double = Self.usualWeeksToRecover, threads: Int = 1,
    limits: SolveLimits = SolveLimits()
  ) {
    self.plan = plan
    self.targets = targets
    self.takesPairs = takesPairs
    self.weeksToRecover = weeksToRecover
    self.threads = threads
    self.limits = limits
  }

  /// Weeks until what failed works again, where nobody says otherwise: a quarter of a year.
  public static let usualWeeksToRecover = 13.0

  /// What a report draws: sites and countries. Regions, ways and single products are for who asks for them.
  static let drawnTargets = ["*", "country:*"]

  /// A report is to be there soon; of a large network it tells what was tested in this time, and that it was not all.
  static let mostSecondsForReport = 20.0

  /// What a test found: the outages, and where the current network gets its goods.
  public struct Result: Sendable {
    /// The folder of the plans.
    public var plan: String
    /// The outages.
    public var stress: StressRecord
    /// The sources of the current network; `nil` where it cannot be run.
    public var sources: SourceMapRecord?
  }

  /// Reads the copy of the dataset beside the plan.
  ///
  /// - Throws: its faults, or that there is none.
  public func dataset() throws(Faults) -> LoadedDataset {
    try NamedPlan(path: plan).refuseDataset(for: "stress")
    return try LoadedDataset(
      folder: try InputsFolder.find(
        near: plan, cure: "Make the plan again with -o, which keeps a copy."))
  }

  /// Takes each target out.
  ///
  /// - Parameter progress: told how many of all tests are done.
  /// - Throws: faults of the plan's files and of selectors.
  public func run(
    _ loaded: LoadedDataset, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) throws(Faults) -> Result {
    var plans = try readPlans()
    let comparators = ComparatorPlans(
      network: loaded.network, measure: loaded.dataset.settings.risk, method: .auto,
      threads: threads, gap: 1e-3, limits: limits)
    let baseline = plans.baseline ?? comparators.current()
    if plans.expanded == nil, !plans.isOfFrontier {
      plans.expanded = comparators.expanded(beginningWith: baseline)
      plans.isExpandedMissing = plans.expanded == nil
    }
    let stress = try stress(loaded, of: plans, progress: progress)
    let sources = baseline.map {
      SourceMap(dataset: loaded.dataset, plan: $0).record
        .withFailures(of: DecidedStage(currentNetworkOf: loaded.dataset), in: loaded.network)
    }
    return Result(plan: plan, stress: stress, sources: sources)
  }

  /// Takes each target out of plans that have been read, or have just been made.
  func stress(
    _ loaded: LoadedDataset, of plans: Plans,
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) throws(Faults) -> StressRecord {
    for (_, read) in plans.named where read.dataset.sha256 != loaded.dataset.sha256 {
      throw Faults([
        Fault(
          file: plan, cause: "the plan was not made from the copy of the dataset beside it",
          cure: "Make the plan again with -o.")
      ])
    }
    let outages = try StressTargets(loaded.network).outages(
      of: targets, withPairs: takesPairs, usualWeeks: weeksToRecover)
    var subjects = [
      StressTest.Subject(
        name: StressRecord.Network.name(of: .current),
        stage: DecidedStage(currentNetworkOf: loaded.dataset))
    ]
    let expandedName = StressRecord.Network.name(of: .expanded)
    let others = (plans.expanded.map { [(name: expandedName, plan: $0)] } ?? []) + plans.named
    subjects += others.map {
      StressTest.Subject(name: $0.name, stage: DecidedStage($0.plan, in: loaded.dataset))
    }
    let results: [StressRecord.Result]
    do throws(GLPKError) {
      results = try StressTest(network: loaded.network, threads: threads)
        .run(subjects, against: outages, limits: limits, progress: progress)
    } catch {
      throw Faults([
        Fault(file: plan, cause: error.description, cure: "Try again with --threads 1.")
      ])
    }
    return StressRecord(
      results,
      networks: [StressRecord.Network(name: StressRecord.Network.name(of: .current))]
        + (plans.isExpandedMissing ? [StressRecord.Network(name: expandedName)] : [])
        + others.map { StressRecord.Network(name: $0.name, plan: $0.plan) },
      against: outages, dataset: loaded.dataset, reference: loaded.reference,
      reason: limits.stopReason?.description)
  }

  /// Writes what was found, and a copy of the dataset where there is none, into `output`.
  ///
  /// - Throws: faults that say what cannot be written.
  public func write(_ result: Result, _ loaded: LoadedDataset, to output: String) throws(Faults) {
    try loaded.addInputs(to: output)
    try result.sources?.write(to: output)
    try result.stress.write(to: output)
  }

  /// Plans with what they are called, and those of today's sites.
  struct Plans {
    var named: [(name: String, plan: Plan)] = []
    var baseline: Plan?
    var expanded: Plan?
    /// Whether they come with a frontier, which has the comparators that there are.
    var isOfFrontier = false
    /// Whether the expanded network was asked for and could not be planned: then none of its cells has an answer.
    var isExpandedMissing = false

    /// The plans of a frontier, in the order of its points.
    static func ofFrontier(_ plans: [Plan], baseline: Plan?, expanded: Plan?) -> Plans {
      Plans(
        named: plans.enumerated().map { ("plan \($0 + 1)", $1) }.filter { $0.1.cost != nil },
        baseline: baseline, expanded: expanded, isOfFrontier: true)
    }

    /// A single plan, which may be that of a comparator.
    static func single(_ plan: Plan) -> Plans {
      switch plan.comparator {
      case .current: Plans(baseline: plan)
      case .expanded: Plans(expanded: plan)
      case nil: Plans(named: plan.cost == nil ? [] : [("plan", plan)])
      }
    }
  }

  private func readPlans() throws(Faults) -> Plans {
    guard OutputContents(of: plan).result == .frontier else {
      return .single(try Plan.read(from: plan))
    }
    let folder = try FrontierFolder(plan)
    return .ofFrontier(folder.plans, baseline: folder.baseline, expanded: folder.expanded)
  }
}
