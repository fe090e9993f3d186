public import Audit
public import Certificate
public import Decomposition
import GLPK
public import Modeling
public import NetworkDesign
public import ResultFolders
import SupplyData
public import SupplyPlan
public import TextFiles

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

  /// Creates a study.
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
  /// - Parameters:
  ///   - log: notes how it came about.
  ///   - progress: told how far it has come.
  ///   - found: given the best plan so far, now and then, so that it can be kept should the process be killed.
  /// - Throws: ``PlanningError`` where the solver or the checker refuse.
  public func run(
    log: RunLog? = nil, progress: (@Sendable (SolveProgress) -> Void)? = nil,
    found: (@Sendable (Plan) -> Void)? = nil
  ) throws(PlanningError) -> Plan {
    log?.note("read: dataset \(loaded.dataset.sha256)")
    log?.note("solve begins: \(method.resolved(for: loaded.network).rawValue)")
    let telling: @Sendable (SolveProgress) -> Void = {
      log?.note($0)
      progress?($0)
    }
    var keeping: (@Sendable (Plan) -> Void)?
    if let found { keeping = { found(named($0)) } }
    let planner = method.planner(for: loaded.network, threads: threads)
    let plan: Plan
    do throws(PlanningError) {
      plan = named(
        try planner.plan(
          for: question, gap: gap, costGapAtLeastRisk: nil, neighbours: [], limits: limits,
          progress: telling, found: keeping))
    } catch {
      // That there is nothing left to solve with is no fault of the program.
      guard case .solver(.noThread) = error else { throw error }
      plan = saved(in: nil, because: "memory limit reached: no further thread could start")
    }
    log?.note(
      "solve ends: \(plan.termination.rawValue)" + (plan.stopReason.map { ", \($0)" } ?? ""))
    return plan
  }

  /// A plan that names its dataset as it was loaded.
  private func named(_ plan: Plan) -> Plan {
    var plan = plan
    plan.dataset = loaded.reference
    return plan
  }

  /// Finds the plan and makes a certificate of its bound, which only the decomposition can record.
  ///
  /// - Parameters:
  ///   - log: notes how it came about.
  ///   - progress: told how far it has come.
  /// - Returns: the plan, its bound the one that the certificate proves; and the certificate, or why there is none.
  /// - Throws: ``PlanningError`` where the solver or the checker refuse.
  public func runCertified(
    log: RunLog? = nil, progress: (@Sendable (SolveProgress) -> Void)? = nil,
    found: (@Sendable (Plan) -> Void)? = nil
  ) throws(PlanningError) -> (plan: Plan, certificate: Result<BoundCertificate, CertificateFault>) {
    log?.note("read: dataset \(loaded.dataset.sha256)")
    log?.note("solve begins: \(SolveMethod.decomposition.rawValue), with a certificate")
    var (plan, certificate) = try DecompositionPlanner(network: loaded.network, threads: threads)
      .certifiedPlan(
        for: question, gap: gap, limits: limits,
        progress: {
          log?.note($0)
          progress?($0)
        }, found: { found?(named($0)) })
    plan.dataset = loaded.reference
    certificate = certificate.map { made in
      var certificate = made
      certificate.dataset = loaded.reference
      return certificate
    }
    log?.note(
      "solve ends: \(plan.termination.rawValue)" + (plan.stopReason.map { ", \($0)" } ?? ""))
    return (plan, certificate)
  }

  /// Writes a plan and, unless it is left out, a copy of its dataset into `folder`; with a certificate where there is one.
  ///
  /// - Throws: faults that say what cannot be written.
  public func write(
    _ plan: Plan, certificate: BoundCertificate? = nil, to folder: String, withInputs: Bool = true
  ) throws(Faults) {
    var files = FileSet()
    if withInputs { loaded.addInputs(to: &files, in: folder) }
    if let certificate {
      files.add(try certificate.packed(), path: BoundCertificate.file)
    } else {
      // One of an earlier plan proves nothing of this one.
      files.remove(BoundCertificate.file)
    }
    try plan.add(to: &files)
    try files.write(to: folder)
  }

  /// Makes the folder that a plan was written to a bundle for an auditor; nothing may be added to it then.
  ///
  /// - Throws: faults that say what cannot be written.
  public func bundle(_ plan: Plan, in folder: String, run: AuditBundle.Run) throws(Faults)
    -> BundleSeal
  {
    try AuditBundle(
      loaded: loaded, run: run, words: words(timeLimit: run.timeLimit),
      plans: [BundledPlan(plan, folder: "", dataset: loaded.dataset)], question: question
    ).write(to: folder)
  }
}
