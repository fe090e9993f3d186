/// What a task of an array solves: a file in the spool that is also its warrant. Where the file is gone, the task stops.
struct SlurmChunk: Codable, Equatable, Sendable {
  /// The runs, one after another.
  var jobs: [RunJob]
  /// What each of them may take.
  var limits: WorkerLimits
  /// How often these runs were submitted, this time included.
  var attempt: Int

  /// Chunks of so many runs, the last one shorter where they do not divide.
  static func chunks(of jobs: [RunJob], length: Int, limits: WorkerLimits, attempt: Int = 1)
    -> [SlurmChunk]
  {
    stride(from: 0, to: jobs.count, by: length).map {
      SlurmChunk(
        jobs: Array(jobs[$0..<min($0 + length, jobs.count)]), limits: limits, attempt: attempt)
    }
  }
}

/// How many runs a task solves.
enum SlurmChunking {
  /// What a task is to last: much longer than Slurm takes to start it, and short enough that little is lost with it.
  private static let taskSeconds = 180.0
  /// So many tasks at least, or the cluster would idle.
  private static let leastTasks = 8
  /// Where no time is known: few runs a task, but not more tasks than a queue likes.
  private static let (unknownLength, unknownTasks) = (4, 1000)

  /// The runs of a task, at the first submission.
  ///
  /// - Parameters:
  ///   - runs: how many there are.
  ///   - secondsPerRun: what one took before; `nil` where none did.
  static func length(runs: Int, secondsPerRun: Double?) -> Int {
    let most = (runs + leastTasks - 1) / leastTasks
    let wanted =
      secondsPerRun.map { Int(min(taskSeconds / max($0, 0.001), 1e6)) }
      ?? max(unknownLength, runs / unknownTasks)
    return max(1, min(wanted, most))
  }

  /// The runs of a task that solves what another one has left: fewer, and one alone at the last try, so that no run
  /// suffers from the one beside it.
  static func length(left: Int, attempt: Int) -> Int {
    attempt > SlurmTasks.mostAttempts - 2 ? 1 : max(1, left / 4)
  }
}
