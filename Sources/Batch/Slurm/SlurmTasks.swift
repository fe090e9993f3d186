/// A task of an array, by its submission and its place in it.
struct SlurmTaskID: Hashable, Comparable {
  var submission: Int
  var index: Int

  static func < (left: Self, right: Self) -> Bool {
    (left.submission, left.index) < (right.submission, right.index)
  }
}

/// The tasks that have runs without outcome, and how they stand in the queue.
struct SlurmTasks {
  /// How often a run is submitted: once, and three times after its task was lost.
  static let mostAttempts = 4

  /// A task.
  struct Task {
    let id: SlurmTaskID
    /// The name of its submission.
    let name: String
    /// Its runs without outcome.
    fileprivate(set) var jobs: [RunJob]
    /// How often they were submitted.
    let attempt: Int
    /// How it stood when the queue last knew it.
    fileprivate(set) var state: SlurmState?
    /// Since when it is not in the queue, or has ended there.
    fileprivate(set) var goneSince: ContinuousClock.Instant?
  }

  private var tasks: [SlurmTaskID: Task] = [:]
  private var taskOfRun: [Int64: SlurmTaskID] = [:]
  /// The numbers of arrays by the names of their submissions.
  private(set) var jobs: [String: String] = [:]

  var isEmpty: Bool { tasks.isEmpty }
  /// How many run.
  var runningCount: Int { tasks.values.count { $0.state?.isRunning == true } }
  /// The names of their submissions.
  var names: [String] { Set(tasks.values.map(\.name)).sorted() }

  /// Whether a task has the run.
  func contains(_ run: Int64) -> Bool { taskOfRun[run] != nil }

  /// Adds a task of a submission; without runs it is none.
  mutating func add(_ jobs: [RunJob], at index: Int, of submission: SlurmSubmission, attempt: Int) {
    guard !jobs.isEmpty else { return }
    let id = SlurmTaskID(submission: submission.number, index: index)
    tasks[id] = Task(id: id, name: submission.name, jobs: jobs, attempt: attempt)
    for job in jobs { taskOfRun[job.run] = id }
    if let job = submission.job { self.jobs[submission.name] = job }
  }

  /// A run has its outcome.
  mutating func ended(_ run: Int64) {
    guard let id = taskOfRun.removeValue(forKey: run) else { return }
    tasks[id]?.jobs.removeAll { $0.run == run }
    if tasks[id]?.jobs.isEmpty == true { tasks[id] = nil }
  }

  /// A task is given up.
  mutating func remove(_ id: SlurmTaskID) {
    for job in tasks.removeValue(forKey: id)?.jobs ?? [] { taskOfRun[job.run] = nil }
  }

  // MARK: The queue

  /// Notes what the queue says. A task that has ended there may have results on their way.
  mutating func note(_ snapshot: SlurmSnapshot, at now: ContinuousClock.Instant) {
    jobs.merge(snapshot.jobs) { _, new in new }
    for (id, task) in tasks {
      let state = snapshot.state(of: id.index, in: task.name)
      if let state { tasks[id]?.state = state }
      if let state, !state.hasEnded {
        tasks[id]?.goneSince = nil
      } else if task.goneSince == nil {
        tasks[id]?.goneSince = now
      }
    }
  }

  /// The tasks that have been gone for so long that no result is to come.
  func lost(at now: ContinuousClock.Instant, graceSeconds: Double) -> [Task] {
    tasks.values.filter { task in
      task.goneSince.map { $0.duration(to: now) >= .seconds(graceSeconds) } ?? false
    }.sorted { $0.id < $1.id }
  }

  /// Slurm's own name of a task, such as `12_3`; `nil` where its array was never seen.
  func slurmName(of task: Task) -> String? { jobs[task.name].map { "\($0)_\(task.id.index)" } }

  /// Why nothing runs, where somebody may have to do something about it.
  var obstacle: String? {
    guard runningCount == 0 else { return nil }
    return tasks.values.compactMap { $0.state }.first {
      $0.name == "PENDING" && !Self.passing.contains($0.reason)
    }?.reason
  }

  /// Reasons to wait that pass by themselves.
  private static let passing: Set<String> = [
    "", "None", "Resources", "Priority", "JobArrayTaskLimit", "BeginTime", "Cleaning",
  ]
}
