public import RunStore

/// How far a batch has come.
public struct BatchTally: Sendable, Equatable {
  /// The runs that it was to solve.
  public var due = 0
  /// Those of them that have ended, by how they ended.
  public var ended: [RunStatus: Int] = [:]
  /// Those that are being solved now.
  public var running = 0
  /// Those that wait in a cluster's queue.
  public var queued = 0
  /// Those that another batch solved.
  public var takenByOthers = 0
  /// Those that the store had already.
  public var known = 0
  /// Wall seconds since it began.
  public var seconds = 0.0
  /// Wall seconds that are left, by the times of runs before; `nil` where there were none.
  public var secondsLeft: Double?
  /// What the engine has to tell.
  public var note: String?

  /// How many have ended.
  public var endedCount: Int { ended.values.reduce(0, +) }
  /// How many ended with a result.
  public var resultCount: Int { ended.filter { $0.key.isResult }.values.reduce(0, +) }
  /// How many failed.
  public var failedCount: Int { endedCount - resultCount }
  /// How many are left.
  public var left: Int { max(0, due - endedCount - takenByOthers) }

  /// The tally of this round with that of the rounds before it.
  func after(_ earlier: BatchTally) -> BatchTally {
    var all = self
    all.due += earlier.due
    all.ended.merge(earlier.ended) { $0 + $1 }
    all.takenByOthers += earlier.takenByOthers
    all.known += earlier.known
    all.seconds += earlier.seconds
    return all
  }
}
