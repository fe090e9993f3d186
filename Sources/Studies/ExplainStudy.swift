public import Decomposition
public import Explanation
import Findings
public import Modeling
public import NetworkDesign
import PlanChecker
public import ResultFolders
import SupplyData
import SupplyNetwork
public import SupplyPlan
public import TextFiles

/// Why a written plan is as it is.
public struct ExplainStudy: Sendable {
  /// The dataset of the plan.
  public let loaded: LoadedDataset
  /// The plan.
  public let plan: Plan
  /// Facilities to ask about; all where it is empty.
  public var facilities: [String]
  /// Paths to tell.
  public var filter: PlanExplanation.PathFilter
  /// Relative gap within which costs are to be proved.
  public var gap: Double
  /// How it is solved.
  public var method: SolveMethod
  /// Most threads.
  public var threads: Int
  /// When to stop.
  public var limits: SolveLimits

  /// Reads a plan with the copy of its dataset beside it, and puts a study together.
  ///
  /// - Parameters:
  ///   - path: the plan's folder or its `plan.json`, or the folder of a frontier.
  ///   - number: which of the frontier's plans, from 1.
  /// - Throws: faults of the files, of a plan that is not sound, and of ids that the dataset does not have.
  public init(
    plan path: String, number: Int? = nil, facilities: [String] = [],
    filter: PlanExplanation.PathFilter = PlanExplanation.PathFilter(),
    gap: Double, method: SolveMethod = .auto, threads: Int = 1, limits: SolveLimits
  ) throws(Faults) {
    let named = NamedPlan(path: path, number: number)
    try named.refuseDataset(for: "explain")
    let folder = try named.folder()
    let study = VerifyStudy(dataset: nil, plan: folder)
    plan = try study.readPlan()
    loaded = try LoadedDataset(folder: study.findDataset())
    self.facilities = facilities
    self.filter = filter
    self.gap = gap
    self.method = method
    self.threads = threads
    self.limits = limits
    try refuse(folder)
  }

  private func refuse(_ folder: String) throws(Faults) {
    if plan.cost == nil {
      throw Faults([
        Fault(
          file: folder, cause: "there is no plan in it: \(plan.termination.rawValue)",
          cure: "Name the folder of a plan that was found.")
      ])
    }
    if !PlanChecker(loaded.dataset).check(plan).isSound {
      throw Faults([
        Fault(
          file: folder, cause: "the plan is not sound for the dataset beside it",
          cure: "See `shorewise verify \(folder)`, or make the plan again.")
      ])
    }
    let dataset = loaded.dataset
    let nodes = dataset.facilities.map(\.id) + dataset.customers.map(\.id)
    var faults: [Fault] = []
    func check(_ id: String?, _ what: String, _ known: [String]) {
      guard let id, !known.contains(id) else { return }
      faults.append(
        Fault(
          file: folder, cause: "the plan's dataset has no \(what) '\(id)'",
          cure: UnknownName.cure(for: id, among: known)))
    }
    for id in facilities { check(id, "facility", dataset.facilities.map(\.id)) }
    check(filter.origin, "facility", dataset.facilities.map(\.id))
    check(filter.destination, "facility or customer", nodes)
    check(filter.product, "product", dataset.products.map(\.id))
    if !faults.isEmpty { throw Faults(faults) }
  }

  /// Explains.
  ///
  /// - Parameters:
  ///   - progress: told before every solve.
  ///   - solving: told of the solves themselves.
  /// - Throws: ``PlanningError`` where the solver or the checker refuse.
  public func run(
    progress: (PlanExplanation.Progress) -> Void = { _ in },
    solving: (@Sendable (SolveProgress) -> Void)? = nil
  ) throws(PlanningError) -> ExplanationRecord {
    try PlanExplanation(
      network: loaded.network, plan: plan, facilities: facilities, filter: filter,
      makePlanner: method.maker(threads: threads), gap: gap, limits: limits
    ).record(progress: progress, solving: solving)
  }

  /// Writes the record and a copy of the dataset into `folder`.
  ///
  /// - Throws: faults that say what cannot be written.
  public func write(_ record: ExplanationRecord, to folder: String, withInputs: Bool = true)
    throws(Faults)
  {
    if withInputs { try loaded.addInputs(to: folder) }
    try record.write(to: folder)
  }
}
