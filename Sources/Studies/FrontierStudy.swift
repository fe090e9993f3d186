public import Audit
public import Decomposition
import Findings
import Foundation
public import FrontierSearch
public import Modeling
import NetworkDesign
import Resilience
public import ResultFolders
public import SupplyData
public import SupplyPlan
import Synchronization
public import TextFiles

/// The certified frontier of a dataset, each point with its plan, and two networks of today's sites to compare with.
public struct FrontierStudy: Sendable {
  /// The dataset.
  public var loaded: LoadedDataset
  /// How risk is measured.
  public var measure: RiskMeasure
  /// How the frontier is searched.
  public var search: BandRefinement
  /// How programs are solved.
  public var method: SolveMethod
  /// When to stop.
  public var limits: SolveLimits

  /// Creates a study.
  public init(
    loaded: LoadedDataset, measure: RiskMeasure, search: BandRefinement,
    method: SolveMethod = .auto, limits: SolveLimits
  ) {
    self.loaded = loaded
    self.measure = measure
    self.search = search
    self.method = method
    self.limits = limits
  }

  /// What a search found.
  public struct Result: Sendable {
    /// What `frontier.json` says.
    public var record: FrontierRecord
    /// The plans of its points, in their order.
    public var plans: [Plan]
    /// The current network, where it has a plan.
    public var baseline: Plan?
    /// Today's sites, expanded, where they have a plan.
    public var expanded: Plan?
  }

  /// Searches the frontier.
  ///
  /// - Parameters:
  ///   - log: notes how it came about.
  ///   - progress: told after every solve of the search.
  ///   - solving: told of the solves themselves, by cap.
  ///   - first: given the first curve, once, as soon as there are two points.
  ///   - found: given what has been found so far, now and then, so that it can be kept should the process be killed.
  public func run(
    log: RunLog? = nil, progress: @Sendable (FrontierProgress) -> Void = { _ in },
    solving: (@Sendable (SolveProgress) -> Void)? = nil,
    first: @escaping @Sendable (Result) -> Void = { _ in },
    found: @escaping @Sendable (Result) -> Void = { _ in }
  ) -> Result {
    let start = ContinuousClock.now
    let method = method.resolved(for: loaded.network)
    log?.note("read: dataset \(loaded.dataset.sha256)")
    log?.note("search begins: \(method.rawValue)")
    let pace = SavingPace()
    let isCurveShown = Mutex(false)
    let limits = searchLimits
    let frontier = frontier(
      method, limits,
      progress: {
        log?.note($0)
        progress($0)
      }, solving: solving
    ) { frontier in
      if frontier.points.isEmpty { return }
      let isFirst =
        frontier.points.count > 1
        && isCurveShown.withLock { isShown in
          defer { isShown = true }
          return !isShown
        }
      if isFirst { first(result(of: frontier, method, start, isWhole: false)) }
      pace.save { found(result(of: frontier, method, start, isWhole: false)) }
    }
    // Who asked to stop may not wait for the comparators.
    if limits.stopReason != nil, !frontier.points.isEmpty {
      found(result(of: frontier, method, start, isWhole: false))
    }
    var whole = result(of: frontier, method, start)
    addComparators(to: &whole, method)
    log?.note("search ends: \(whole.record.termination.rawValue)")
    return whole
  }

  /// When to stop the search: of a time limit a little is left for the comparators.
  private var searchLimits: SolveLimits {
    var limits = limits
    limits.deadline = limits.deadline.map {
      $0 - .seconds(min(Self.mostSecondsForComparators, limits.secondsLeft / 20))
    }
    return limits
  }

  private static let mostSecondsForComparators = 5.0

  /// What files say of a frontier.
  ///
  /// - Parameter isWhole: whether the search has ended.
  private func result(
    of frontier: Frontier<Plan>, _ method: SolveMethod, _ start: ContinuousClock.Instant,
    isWhole: Bool = true
  ) -> Result {
    let band = frontier.band
    let points = frontier.points.enumerated().map { place, point in
      let bound = min(band.lower(at: point.risk), point.cost)
      return FrontierRecord.Point(
        cost: point.cost, salesAtRisk: point.risk, bound: bound,
        gap: point.cost > 0 ? (point.cost - bound) / point.cost : 0,
        plan: "\(Self.folder(ofPoint: place, of: frontier.points.count))/plan.json",
        isJoined: point.isJoined)
    }
    // What an end has left open is no reason for the search to have ended.
    let isGoingOn = !isWhole && (limits.stopReason == nil || frontier.stopReason == nil)
    let reasons = [frontier.stopReason, isGoingOn ? KeptPlan.unfinished : nil].compactMap(\.self)
    let stopReason = reasons.isEmpty ? nil : reasons.joined(separator: "; ")
    let isReached = frontier.uncertainty <= search.tolerance && stopReason == nil
    let record = FrontierRecord(
      dataset: loaded.reference,
      measure: measure.name, level: measure.level, tolerance: search.tolerance,
      uncertainty: frontier.uncertainty,
      termination: frontier.isInfeasible ? .infeasible : isReached ? .optimal : .stopped,
      stopReason: stopReason, points: points,
      bounds: band.staircase().map { Self.bound($0, safest: points.last?.salesAtRisk) },
      lines: frontier.essentialLines,
      unproved: frontier.unproved.map {
        FrontierRecord.Unproved(cap: $0.cap, reason: $0.reason)
      },
      solve: FrontierRecord.SolveRecord(
        seconds: start.duration(to: .now) / .seconds(1), solves: frontier.solves,
        weightedSums: frontier.weightedSums, slices: frontier.slices,
        method: method.rawValue))
    let plans = zip(frontier.points, points).map { proved($0.plan, $1) }
    return Result(record: record, plans: plans)
  }

  private func frontier(
    _ method: SolveMethod, _ limits: SolveLimits,
    progress: @Sendable (FrontierProgress) -> Void,
    solving: (@Sendable (SolveProgress) -> Void)?,
    found: @escaping @Sendable (Frontier<Plan>) -> Void
  ) -> Frontier<Plan> {
    let planner = method.planner(for: loaded.network, threads: search.threads)
    var search = search
    // Questions that share one pool of cuts come one after another, each with all the threads.
    if method == .decomposition { search.threads = 1 }
    return search.search(
      FrontierQuestions(
        planner: planner, measure: measure,
        leastBend: min(1e-2, max(1e-3, search.tolerance / 10)),
        costGapAtLeastRisk: Self.usualHeight * search.tolerance, progress: solving),
      limits: limits, progress: progress, found: found)
  }

  /// What the safest plan costs more than the cheapest, a share of the cost, where it is not known yet.
  private static let usualHeight = 0.05

  /// Adds the plans of the current and of the expanded network; one that has none in time is left out.
  private func addComparators(to result: inout Result, _ method: SolveMethod) {
    let comparators = ComparatorPlans(
      network: loaded.network, measure: measure, method: method, threads: search.threads,
      gap: search.gap, limits: limits)
    result.baseline = comparators.current()
    result.baseline?.dataset = loaded.reference
    result.expanded = comparators.expanded(beginningWith: result.baseline)
    result.expanded?.dataset = loaded.reference
    result.record.baseline = result.baseline.map { _ in ComparatorNetwork.current.path }
    result.record.expanded = result.expanded.map { _ in ComparatorNetwork.expanded.path }
  }

  /// A plan with the best bound that the frontier proves for it.
  private func proved(_ plan: Plan, _ point: FrontierRecord.Point) -> Plan {
    var plan = plan
    plan.dataset = loaded.reference
    guard let cost = plan.cost, point.bound > plan.bound ?? 0 else { return plan }
    plan.bound = min(point.bound, cost)
    plan.gap = Plan.gap(cost: cost, bound: min(point.bound, cost))
    return plan
  }

  /// A bound that needs no cap holds at every cap; where no plan says how far the band goes, it stands at all sales.
  private static func bound(_ bound: FrontierRecord.Bound, safest: Double?) -> FrontierRecord.Bound
  {
    FrontierRecord.Bound(
      cap: bound.cap.isFinite ? bound.cap : max(1, safest ?? 1), bound: bound.bound)
  }

  /// Writes a frontier, its plans and, unless it is left out, a copy of the dataset into `folder`.
  ///
  /// `frontier.json` is the head of all; what only an earlier frontier had, its stress test too, is taken away.
  ///
  /// - Throws: faults that say what cannot be written.
  public func write(_ result: Result, to folder: String, withInputs: Bool = true) throws(Faults) {
    var files = FileSet()
    for path in Self.pathsOfPlans(in: folder) { files.remove(path) }
    files.remove(StressRecord.file, isHead: true)
    if withInputs { loaded.addInputs(to: &files, in: folder) }
    for (place, plan) in result.plans.enumerated() {
      try plan.add(to: &files, in: Self.folder(ofPoint: place, of: result.plans.count))
    }
    for (comparator, plan) in result.comparators {
      try plan.add(to: &files, in: comparator.objective)
    }
    try result.record.add(to: &files)
    try files.write(to: folder)
  }

  /// The files of plans that an earlier frontier may have left, heads first.
  private static func pathsOfPlans(in folder: String) -> [String] {
    let points =
      (try? FileManager.default.contentsOfDirectory(atPath: WholeFile.join(folder, "points"))) ?? []
    let folders =
      points.filter { Int($0) != nil }.map { "points/\($0)" }
      + ComparatorNetwork.allCases.map(\.objective)
    return folders.flatMap { folder in
      Plan.files.reversed().map { WholeFile.join(folder, $0) }
    }
  }

  /// Takes each site and each country out of every plan that was written, so that the report need not: `stress.json`.
  ///
  /// Without a plan, after a stop, and where the test does not come to its end in time nothing is written, and the report does
  /// what it can by itself.
  ///
  /// - Parameters:
  ///   - folder: where the frontier was written to.
  ///   - progress: told how many of all tests are done.
  /// - Throws: faults that say what cannot be read or written.
  public func writeStress(
    of result: Result, to folder: String, progress: @escaping @Sendable (Int, Int) -> Void
  ) throws(Faults) {
    guard !result.plans.isEmpty, limits.stopReason == nil else { return }
    let latest = ContinuousClock.now + .seconds(StressStudy.mostSecondsForReport)
    let study = StressStudy(
      plan: folder, targets: StressStudy.drawnTargets, threads: search.threads,
      limits: SolveLimits(
        deadline: min(limits.deadline ?? latest, latest), cancellation: limits.cancellation))
    let stress = try study.stress(
      loaded, of: .ofFrontier(result.plans, baseline: result.baseline, expanded: result.expanded),
      progress: progress)
    let isStopped = stress.open?.contains { $0.reason != StressRecord.OpenCell.onlyBounds } ?? false
    if !isStopped { try stress.write(to: folder) }
  }

  /// Makes the folder that a frontier was written to a bundle for an auditor.
  ///
  /// - Throws: faults that say what cannot be written.
  public func bundle(_ result: Result, in folder: String, run: AuditBundle.Run) throws(Faults)
    -> BundleSeal
  {
    let count = result.plans.count
    let plans = result.plans.enumerated().map { (Self.folder(ofPoint: $0, of: count), $1) }
    return try AuditBundle(
      loaded: loaded, run: run, words: words(timeLimit: run.timeLimit),
      plans: (plans + result.comparators.map { ($0.objective, $1) }).map {
        BundledPlan($1, folder: $0, dataset: loaded.dataset)
      }, question: nil
    ).write(to: folder)
  }

  /// `points/01` and so on, in rising cost.
  private static func folder(ofPoint place: Int, of count: Int) -> String {
    let width = max(2, String(count).count)
    let number = String(place + 1)
    return "points/" + String(repeating: "0", count: width - number.count) + number
  }
}
