import Foundation
import RunStore
import SupplyData
import TextFiles

/// A batch in Slurm, as the process follows it that owns the store: submits, takes results, and submits again what was
/// lost.
///
/// All that it knows stands in the spool and the store too, so that another process can go on with it.
struct SlurmBatch {
  private let settings: SlurmSettings
  private let limits: WorkerLimits
  private let work: BatchWork
  private let queue: SlurmQueue
  private let submitter: SlurmSubmitter
  private let longestArray: Int
  private let start = ContinuousClock.now

  private var tasks = SlurmTasks()
  /// The runs that are claimed and have no outcome.
  private var open: Set<Int64> = []
  /// What is to be submitted.
  private var ready: [SlurmChunk] = []
  private var submissions: [Int: SlurmSubmission] = [:]
  /// Whether there may be runs that are not claimed yet.
  private var hasMore = true
  private var nextTry: ContinuousClock.Instant?
  private var nextLook = ContinuousClock.now
  private var isAnswering = true

  init(settings: SlurmSettings, program: WorkerProgram, limits: WorkerLimits, work: BatchWork) {
    self.settings = settings
    self.limits = limits
    self.work = work
    queue = SlurmQueue(programs: settings.programs)
    submitter = SlurmSubmitter(
      settings: settings, program: program, limits: limits, spool: work.spool)
    longestArray = queue.longestArray()
  }

  /// Follows the batch until all its runs have their outcomes, or it is to stop.
  mutating func run() throws(Faults) {
    try adopt()
    while true {
      try take()
      if work.isStopped { return try stop() }
      try submit()
      if open.isEmpty, !hasMore { return }
      try follow()
      pause()
    }
  }

  private func pause() {
    let start = ContinuousClock.now
    while !work.isStopped, start.duration(to: .now) < .seconds(settings.pace.takeSeconds) {
      Thread.sleep(forTimeInterval: min(0.1, settings.pace.takeSeconds))
    }
  }

  // MARK: Runs

  /// Finds what a batch had in Slurm that goes on here. What it had claimed and not handed over is free again.
  private mutating func adopt() throws(Faults) {
    open = Set(work.claimed)
    for submission in SlurmSubmission.all(in: work.spool) {
      submissions[submission.number] = submission
      for index in 0..<submission.taskCount {
        guard let chunk = submission.chunk(index, in: work.spool) else { continue }
        // The latest submission comes first: an earlier one has no part in what it has.
        let jobs = chunk.jobs.filter { open.contains($0.run) && !tasks.contains($0.run) }
        tasks.add(jobs, at: index, of: submission, attempt: chunk.attempt)
        if jobs.isEmpty { submission.withdraw(index, in: work.spool) }
      }
    }
    for run in open where !tasks.contains(run) && work.spool.outcome(of: run) == nil {
      open.remove(run)
      try work.release(run)
    }
  }

  /// Brings the results into the store that have come.
  private mutating func take() throws(Faults) {
    for run in work.spool.ended() where open.contains(run) {
      try work.finish(run)
      open.remove(run)
      tasks.ended(run)
    }
  }

  /// Ends everything, takes what has come, and gives the rest back.
  mutating func stop() throws(Faults) {
    for submission in submissions.values { submission.withdraw(in: work.spool) }
    queue.cancel(tasks.names, within: settings.pace.stopSeconds)
    try take()
    for run in open.sorted() {
      try work.release(run)
      open.remove(run)
    }
  }

  // MARK: Submitting

  /// Submits one array, if there is something to submit.
  private mutating func submit() throws(Faults) {
    if let nextTry, nextTry > .now { return }
    if ready.isEmpty, hasMore { try claim() }
    let chunks = ready.prefix(longestArray).map { chunk in
      var chunk = chunk
      chunk.jobs.removeAll { !open.contains($0.run) }
      return chunk
    }.filter { !$0.jobs.isEmpty }
    let count = min(longestArray, ready.count)
    guard !chunks.isEmpty else { return ready.removeFirst(count) }
    let submission = SlurmSubmission(
      number: (submissions.keys.max() ?? 0) + 1, batch: work.batch, taskCount: chunks.count)
    submissions[submission.number] = submission
    try submitter.prepare(submission, chunks: chunks)
    do throws(SlurmFailure) {
      let submitted = try submitter.submit(submission)
      try? submitted.note(in: work.spool)
      submissions[submission.number] = submitted
      for (index, chunk) in chunks.enumerated() {
        tasks.add(chunk.jobs, at: index, of: submitted, attempt: chunk.attempt)
      }
      ready.removeFirst(count)
      nextTry = nil
    } catch {
      // Slurm may have taken it all the same, and only its answer was lost.
      submission.withdraw(in: work.spool)
      try refused(error)
    }
  }

  /// Claims as many runs as an array can have.
  private mutating func claim() throws(Faults) {
    let length =
      settings.chunkLength
      ?? SlurmChunking.length(runs: work.tally.due, secondsPerRun: work.expectedSeconds)
    var jobs: [RunJob] = []
    while jobs.count < length * longestArray, let job = try work.next() {
      jobs.append(job)
      open.insert(job.run)
    }
    hasMore = jobs.count == length * longestArray
    ready += SlurmChunk.chunks(of: jobs, length: length, limits: limits)
  }

  /// A queue that is full has room again later; a submission that is wrong stays wrong.
  private mutating func refused(_ failure: SlurmFailure) throws(Faults) {
    let isHopeless =
      tasks.isEmpty && (submissions.count == 1 || (try? queue.look(at: ["none"])) != nil)
    if isHopeless { throw SlurmSubmitter.fault(failure) }
    nextTry = .now + .seconds(settings.pace.retrySeconds)
    work.tell("Slurm accepts no more tasks for now (\(failure.line)); the batch will try again")
  }

  // MARK: Following

  /// Looks at the queue now and then, and submits again what was lost.
  private mutating func follow() throws(Faults) {
    guard !tasks.isEmpty, nextLook <= .now else { return }
    let pace = settings.pace.lookSeconds
    let age = start.duration(to: .now) / .seconds(1)
    nextLook = .now + .seconds(min(max(pace.lowerBound, age / 30), pace.upperBound))
    let snapshot: SlurmSnapshot
    do throws(SlurmFailure) {
      snapshot = try queue.look(at: tasks.names)
    } catch {
      // Tasks go on without the controller; what nobody can tell of is not lost.
      work.tell(
        "Slurm does not answer (\(error.line)); the batch keeps trying, and nothing is lost")
      isAnswering = false
      return
    }
    if !isAnswering { work.tell("Slurm answers again") }
    isAnswering = true
    tasks.note(snapshot, at: .now)
    work.show(running: tasks.runningCount)
    if let obstacle = tasks.obstacle { work.tell("Slurm is holding the tasks: \(obstacle)") }
    if tasks.lost(at: .now, graceSeconds: settings.pace.graceSeconds).isEmpty { return }
    try take()
    try replace(tasks.lost(at: .now, graceSeconds: settings.pace.graceSeconds))
  }

  /// Submits the runs of lost tasks again, or notes why they have no result.
  private mutating func replace(_ lost: [SlurmTasks.Task]) throws(Faults) {
    let unknown = lost.filter { $0.state?.hasEnded != true }.compactMap(tasks.slurmName)
    let endings = queue.endings(of: unknown)
    var counts: [String: Int] = [:]
    for task in lost {
      let name = tasks.slurmName(of: task)
      let state =
        task.state?.hasEnded == true
        ? task.state : name.flatMap { endings[$0] }
      let submission = submissions[task.id.submission]
      submission?.withdraw(task.id.index, in: work.spool)
      tasks.remove(task.id)
      if task.attempt < SlurmTasks.mostAttempts, state?.isCancelled != true {
        ready += SlurmChunk.chunks(
          of: task.jobs,
          length: SlurmChunking.length(left: task.jobs.count, attempt: task.attempt + 1),
          limits: limits, attempt: task.attempt + 1)
        counts[state?.name ?? "lost", default: 0] += task.jobs.count
      } else {
        let log = submission?.logFile(task.id.index, in: work.spool)
        let ending = SlurmEnding(task: name, state: state, attempt: task.attempt, logFile: log)
        for job in task.jobs { try fail(job.run, ending) }
      }
    }
    if !counts.isEmpty {
      let causes = counts.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
      work.tell(
        "runs of tasks that ended early are submitted again: " + causes.joined(separator: ", "))
    }
  }

  /// Notes that a run has no result, by the way that results come; one that comes at this very moment goes before.
  private mutating func fail(_ run: Int64, _ ending: SlurmEnding) throws(Faults) {
    let own = Spool("\(work.spool.path)/lost")
    try own.prepare(run)
    try own.finish(ending.outcome(of: run, versions: submitter.program.versions))
    work.spool.publish(run, from: own)
    try work.finish(run)
    open.remove(run)
  }
}
