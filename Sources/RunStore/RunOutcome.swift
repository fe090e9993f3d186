/// What a worker has to say of a run besides the files it wrote: how it ended, and what it took.
///
/// It is written as JSON beside the run's files, last of all: where it stands, the run has ended.
public struct RunOutcome: Sendable, Codable, Equatable {
  /// The run in the store.
  public var run: Int64
  /// How it ended: any status but `pending` and `running`.
  public var status: RunStatus
  /// Why, in words, where it is not solved.
  public var reason: String?
  /// How many times it was tried.
  public var attempts: Int
  /// Wall seconds of the process that gave the result.
  public var wallSeconds: Double
  /// Processor seconds of that process.
  public var processorSeconds: Double
  /// The most memory it held, in bytes.
  public var peakMemoryBytes: Int64
  /// The machine.
  public var host: String
  /// When the first try began.
  public var started: String
  /// When the last one ended.
  public var finished: String
  /// The version of Shorewise.
  public var shorewise: String
  /// The version of GLPK.
  public var glpk: String
  /// What the dataset was warned of.
  public var warnings: [String]
  /// What the processes wrote to standard error, the end of it where it is long.
  public var log: String

  /// Creates an outcome.
  public init(
    run: Int64, status: RunStatus, reason: String? = nil, attempts: Int = 1, wallSeconds: Double,
    processorSeconds: Double, peakMemoryBytes: Int64, host: String, started: String,
    finished: String, shorewise: String, glpk: String, warnings: [String] = [], log: String = ""
  ) {
    self.run = run
    self.status = status
    self.reason = reason
    self.attempts = attempts
    self.wallSeconds = wallSeconds
    self.processorSeconds = processorSeconds
    self.peakMemoryBytes = peakMemoryBytes
    self.host = host
    self.started = started
    self.finished = finished
    self.shorewise = shorewise
    self.glpk = glpk
    self.warnings = warnings
    self.log = log
  }
}
