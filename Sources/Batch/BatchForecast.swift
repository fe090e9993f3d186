public import RunStore

/// What a batch would do.
public struct BatchForecast: Sendable {
  /// What it would solve.
  public var due: [DueRun]
  /// How many runs the store has already.
  public var known: Int
  /// How many another batch is at.
  public var takenByOthers: Int
  /// Mean wall seconds of runs before; `nil` where there were none.
  public var meanSeconds: Double?
  /// How many would be solved at a time; `nil` where that is up to a cluster.
  public var width: Int?

  /// Wall seconds that it would take, one at a time where that is up to a cluster.
  public var seconds: Double? {
    meanSeconds.map { $0 * (Double(due.count) / Double(max(1, width ?? 1))).rounded(.up) }
  }
}

/// What a batch has done.
public struct BatchResult: Sendable {
  /// A run without result.
  public struct Failure: Sendable {
    /// What tells the run from others.
    public var key: RunRequest.Key
    /// `failed` or `invalid`.
    public var status: RunStatus
    /// Why.
    public var reason: String
  }

  /// The counts.
  public var tally: BatchTally
  /// Whether it was asked to stop.
  public var wasStopped: Bool
  /// The runs that were asked for and have no result.
  public var failures: [Failure]

  /// Whether every run that was asked for has its result.
  public var isComplete: Bool {
    !wasStopped && failures.isEmpty && tally.left == 0
  }
}
