import RunStore

/// What is to be done for the runs that are asked for, by how they stand.
struct BatchAgenda {
  /// The runs to be solved, in the order in which they were asked for.
  private(set) var due: [DueRun] = []
  /// The runs that a batch is at.
  private(set) var running: Set<Int64> = []
  /// The runs that have ended, and need not be solved again.
  private(set) var known: Set<Int64> = []

  /// - Parameters:
  ///   - standings: how the runs stand, in their order.
  ///   - again: which known runs are solved again.
  ///   - tried: runs that are not, whatever became of them; but for those that were given back.
  init(
    _ asked: [AskedRun], standings: [RunStanding], again: BatchRequest.Again,
    tried: Set<Int64> = []
  ) {
    for (asked, standing) in zip(asked, standings) {
      let wasTried = standing.run.map(tried.contains) ?? false
      if standing.status == .running {
        running.insert(standing.run ?? 0)
      } else if let reason = DueRun.Reason(standing, again: again), reason == .new || !wasTried {
        due.append(DueRun(asked: asked, standing: standing, reason: reason))
      } else {
        known.insert(standing.run ?? 0)
      }
    }
  }
}
