public import Decomposition
import Explanation
public import Findings
public import Modeling
public import NetworkDesign
import PlanChecker
import SupplyData
import SupplyNetwork
public import SupplyPlan
public import TextFiles

/// Why a written plan is as it is.
public struct ExplainStudy: Sendable {
  /// Which paths are told.
  public struct PathFilter: Sendable, Equatable {
    /// Where they begin; `nil` for anywhere.
    public var origin: String?
    /// Where they end; `nil` for anywhere.
    public var destination: String?
    /// The product; `nil` for all.
    public var product: String?

    /// Creates a filter.
    public init(origin: String? = nil, destination: String? = nil, product: String? = nil) {
      self.origin = origin
      self.destination = destination
      self.product = product
    }

    func passes(_ path: ExplanationRecord.Path) -> Bool {
      (origin == nil || origin == path.origin)
        && (destination == nil || destination == path.destination)
        && (product == nil || product == path.product)
    }
  }

  /// The dataset of the plan.
  public let loaded: LoadedDataset
  /// The plan.
  public let plan: Plan
  /// Facilities to ask about; all where it is empty.
  public var facilities: [String]
  /// Paths to tell.
  public var filter: PathFilter
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
  /// - Parameter folder: the plan's folder or its `plan.json`.
  /// - Throws: faults of the files, of a plan that is not sound, and of ids that the dataset does not have.
  public init(
    plan folder: String, facilities: [String] = [], filter: PathFilter = PathFilter(),
    gap: Double, method: SolveMethod = .auto, threads: Int = 1, limits: SolveLimits
  ) throws(Faults) {
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
          cure: "See `shorewise verify \(folder)`, or plan again.")
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

  /// How far it has come.
  public struct Progress: Sendable, Equatable {
    /// Questions answered.
    public var done: Int
    /// Questions in all.
    public var total: Int
    /// What is asked just now.
    public var what: String
  }

  /// Explains.
  ///
  /// - Parameters:
  ///   - progress: told before every solve.
  ///   - solving: told of the solves themselves.
  /// - Throws: ``PlanningError`` where the solver or the checker refuse.
  public func run(
    progress: (Progress) -> Void = { _ in }, solving: (@Sendable (SolveProgress) -> Void)? = nil
  ) throws(PlanningError) -> ExplanationRecord {
    let start = ContinuousClock.now
    var record = ExplanationRecord(
      dataset: plan.dataset,
      plan: ExplanationRecord.Subject(
        cost: plan.cost ?? 0, bound: plan.bound, salesAtRisk: plan.risk.salesAtRisk ?? 0,
        objective: plan.solve.objective, maxRisk: question.maxRisk))
    let landed = LandedCosts(plan, loaded.network)
    record.paths = landed.paths.filter(filter.passes)
    record.nextBest = landed.nextBest.filter {
      (filter.destination ?? $0.customer) == $0.customer
        && (filter.product ?? $0.product) == $0.product
    }
    record.reconciliation = landed.reconciliation
    if plan.solve.objective == "baseline" {
      record.stopReason = "the current network is given, so no opening of it was chosen"
    } else {
      try ask(&record, progress, solving)
      record.stopReason = limits.stopReason?.description
    }
    record.seconds = start.duration(to: .now) / .seconds(1)
    return record
  }

  private func ask(
    _ record: inout ExplanationRecord, _ progress: (Progress) -> Void,
    _ solving: (@Sendable (SolveProgress) -> Void)?
  ) throws(PlanningError) {
    var costs = PolicyCosts(
      makePlanner: method.maker(threads: threads), gap: gap, network: loaded.network, plan: plan,
      question: question, limits: limits)
    let slopes = try costs.slopes()
    record.capPrice = slopes.capPrice
    let dataset = loaded.dataset
    let asked = dataset.facilities.indices.filter {
      facilities.isEmpty || facilities.contains(dataset.facilities[$0].id)
    }
    // Asked about some facilities, it is not asked about policies.
    let policies = facilities.isEmpty ? slopes.policies : []
    let total = asked.count + policies.count(where: \.isBinding)
    func tell(_ what: String) {
      progress(Progress(done: record.solves, total: total, what: what))
    }
    var choices = OppositeChoices(
      makePlanner: method.maker(threads: threads), network: loaded.network, plan: plan,
      question: question, limits: limits, gap: gap)
    for facility in asked {
      tell(dataset.facilities[facility].id)
      choices.limits = shared(among: total - record.solves)
      record.facilities.append(try choices.opposite(of: facility, solving: solving))
      record.solves += 1
    }
    for policy in policies {
      guard policy.isBinding else {
        record.policies.append(policy)
        continue
      }
      tell(policy.constraint)
      costs.limits = shared(among: total - record.solves)
      record.policies.append(try costs.priced(policy, solving: solving))
      record.solves += 1
    }
  }

  /// The limits of the next of so many questions: it may take twice its share of the time left.
  private func shared(among questions: Int) -> SolveLimits {
    guard limits.secondsLeft.isFinite else { return limits }
    let share = min(1, 2 / Double(max(1, questions)))
    return SolveLimits(
      deadline: ContinuousClock.now + .seconds(limits.secondsLeft * share),
      cancellation: limits.cancellation)
  }

  /// The question that the plan answers, as one for the least cost: a plan of the least risk is the cheapest at its risk.
  private var question: DesignQuestion {
    let level = plan.risk.level ?? 0.95
    let measure: RiskMeasure =
      switch plan.risk.measure {
      case "expected": .expected
      case "worst": .worst
      default: .conditionalValueAtRisk(level: level)
      }
    // Slightly above the plan's own risk, so that the plan itself keeps to the cap under rounding.
    let own = (plan.risk.salesAtRisk ?? 0) * (1 + 1e-7) + 1e-9
    let cap = plan.solve.maxRisk.map { max($0, own) }
    return DesignQuestion(
      maxRisk: plan.solve.objective == "risk" ? own : cap, measure: measure)
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
