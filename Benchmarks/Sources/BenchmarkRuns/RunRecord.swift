/// What one run of one solver gave: a line of the file of results.
public struct RunRecord: Sendable, Equatable, Codable {
  /// How a run ended.
  public enum Status: String, Sendable, Codable {
    /// Within the gap that was asked.
    case solved
    /// Stopped by the time limit.
    case limit
    /// Proved that there is no plan.
    case infeasible
    /// The solver is not installed.
    case missing
    /// It failed, or was ended because it did not heed its time limit.
    case error
  }

  /// The set that was run.
  public var set: String
  /// ``BenchmarkCase/name``.
  public var dataset: String
  /// Scenarios in the dataset.
  public var scenarios: Int
  /// Facilities in the dataset.
  public var facilities: Int
  /// The cap on sales at risk, if there was one.
  public var cap: Double?
  /// `shorewise`, or the peer.
  public var solver: String
  /// The solver's version.
  public var version: String?
  /// `weak` or `strong`: how flows were tied to openings in the exported program; nil for Shorewise.
  public var links: String?
  /// The relative gap that was asked.
  public var gap: Double
  /// The threads that were granted.
  public var threads: Int
  /// Seconds that were granted.
  public var timeLimit: Double
  /// How it ended.
  public var status: Status
  /// Cost of the best plan.
  public var objective: Double?
  /// Proved lower bound of the cost.
  public var bound: Double?
  /// Wall seconds of the process, reading and building included, loading of Python's packages left out; nil for a point of a
  /// frontier, which has no time of its own.
  public var seconds: Double?
  /// Processor seconds of the process and its children, loading of Python's packages left out.
  public var processorSeconds: Double?
  /// The most memory it held, KiB.
  public var peakKiB: Int?
  /// How the search went; nil where the solver does not tell.
  public var trace: SearchTrace?
  /// What else there is to say.
  public var note: String?

  /// Creates a record, as yet without a result.
  public init(
    set: String, dataset: String, scenarios: Int, facilities: Int, cap: Double? = nil,
    solver: String, version: String? = nil, links: String? = nil, gap: Double, threads: Int,
    timeLimit: Double, status: Status, objective: Double? = nil, bound: Double? = nil,
    seconds: Double? = nil
  ) {
    self.set = set
    self.dataset = dataset
    self.scenarios = scenarios
    self.facilities = facilities
    self.cap = cap
    self.solver = solver
    self.version = version
    self.links = links
    self.gap = gap
    self.threads = threads
    self.timeLimit = timeLimit
    self.status = status
    self.objective = objective
    self.bound = bound
    self.seconds = seconds
  }

  /// `(objective − bound) / |objective|`, nil where one of them is missing.
  public var provedGap: Double? {
    guard let objective, let bound else { return nil }
    return max(0, objective - bound) / max(objective.magnitude, 1e-9)
  }
}
