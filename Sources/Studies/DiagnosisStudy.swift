public import Decomposition
public import Diagnosis
import Findings
public import Modeling
public import NetworkDesign
public import ResultFolders
public import TextFiles

/// Why a question about a dataset has no plan, and what would make room for one.
public struct DiagnosisStudy: Sendable {
  /// The dataset.
  public var loaded: LoadedDataset
  /// What is asked; its objective does not matter.
  public var question: DesignQuestion
  /// Relative gap within which the costs of proposals are to be proved.
  public var gap: Double
  /// How it is solved.
  public var method: SolveMethod
  /// Most threads.
  public var threads: Int
  /// When to stop.
  public var limits: SolveLimits

  /// Creates a study.
  public init(
    loaded: LoadedDataset, question: DesignQuestion, gap: Double, method: SolveMethod = .auto,
    threads: Int = 1, limits: SolveLimits
  ) {
    self.loaded = loaded
    self.question = question
    self.gap = gap
    self.method = method
    self.threads = threads
    self.limits = limits
  }

  /// Diagnoses.
  ///
  /// - Parameters:
  ///   - isKnownImpossible: whether a solve has proved already that there is no plan.
  ///   - progress: told what it is busy with, before every solve.
  ///   - solving: told of the solves themselves.
  public func run(
    isKnownImpossible: Bool = false, progress: @escaping (_ step: String, _ solves: Int) -> Void,
    solving: (@Sendable (SolveProgress) -> Void)? = nil
  ) -> DiagnosisRecord {
    let start = ContinuousClock.now
    var record = Diagnosis(
      network: loaded.network, question: question,
      makePlanner: method.maker(threads: threads), gap: gap, isKnownImpossible: isKnownImpossible,
      limits: limits
    ).record(
      of: loaded.reference, progress: { progress($0.step, $0.solves) }, solving: solving)
    record.solve.seconds = start.duration(to: .now) / .seconds(1)
    record.solve.method = method.resolved(for: loaded.network).rawValue
    return record
  }

  /// Writes a record and, unless it is left out, a copy of the dataset into `folder`.
  ///
  /// - Throws: faults that say what cannot be written.
  public func write(_ record: DiagnosisRecord, to folder: String, withInputs: Bool = true)
    throws(Faults)
  {
    if withInputs { try loaded.addInputs(to: folder) }
    try record.write(to: folder)
  }
}
