import Foundation
import RunStore
import TextFiles

/// Runs a job in a process of its own, a second time with safer settings where that fails, and says how it ended.
struct JobRun {
  let job: RunJob
  let program: WorkerProgram
  let limits: WorkerLimits
  let spool: Spool
  let isStopped: @Sendable () -> Bool

  /// How often a job is tried.
  private static let mostAttempts = 2
  /// The longest log that is kept, in bytes: its end.
  private static let longestLog = 64 << 10

  /// How one process ended.
  private struct Attempt {
    var status: RunStatus
    var reason: String?
    var usage: ChildProcess.Usage
    /// Whether other settings could help.
    var canBeRetried = false
    /// Whether it failed for want of memory, which another way to solve would not mend.
    var isMemory = false
  }

  /// Runs the job; its outcome stands in the spool afterwards.
  ///
  /// - Returns: how it ended; `nil` where the batch was stopped before.
  /// - Throws: a fault where the spool cannot be written to, or the worker cannot be started.
  func run() throws(Faults) -> RunOutcome? {
    try spool.prepare(job.run)
    let started = storeTime()
    guard var attempt = try attempt([]) else { return nil }
    var attempts = 1
    var reasons: [String] = []
    while attempt.canBeRetried, attempts < Self.mostAttempts {
      reasons.append(attempt.reason ?? "")
      let more = job.saferWords + (attempt.isMemory ? [] : job.otherWayWords)
      guard let next = try self.attempt(more) else { return nil }
      attempt = next
      attempts += 1
    }
    let log = readLog()
    let outcome = RunOutcome(
      run: job.run, status: attempt.status,
      reason: attempt.status == .failed
        ? Self.reason(reasons + [attempt.reason ?? ""]) : attempt.reason,
      attempts: attempts, wallSeconds: attempt.usage.wallSeconds,
      processorSeconds: attempt.usage.processorSeconds,
      peakMemoryBytes: attempt.usage.peakMemoryBytes ?? 0, host: BatchOwner.hostName,
      started: started, finished: storeTime(), shorewise: program.versions.shorewise,
      glpk: program.versions.glpk, warnings: Self.warnings(log), log: log)
    try spool.finish(outcome)
    return outcome
  }

  /// Both reasons, where a run failed twice for different ones.
  private static func reason(_ reasons: [String]) -> String {
    guard let last = reasons.last, let first = reasons.first, reasons.count > 1 else {
      return reasons.first ?? ""
    }
    return first == last ? "twice: \(last)" : "\(first); with safer settings: \(last)"
  }

  private func attempt(_ more: [String]) throws(Faults) -> Attempt? {
    let result = spool.resultFolder(of: job.run)
    try? FileManager.default.removeItem(atPath: result)
    let child: ChildProcess
    do throws(ChildProcess.Refusal) {
      child = try ChildProcess(
        program: program.path,
        arguments: program.leading + job.words + more + [
          "--output", result, "--no-inputs", "--all-warnings",
        ],
        log: spool.logFile(of: job.run))
    } catch {
      throw Spool.fault(spool.folder(of: job.run), error.reason)
    }
    let watch = WorkerWatch(limits: limits, isStopped: isStopped)
    let (verdict, seenBytes) = watch.watch(child)
    var (exit, usage) = child.ending()
    usage.peakMemoryBytes = max(usage.peakMemoryBytes ?? 0, seenBytes)
    switch verdict {
    case .stop: return nil
    case .memory:
      let most = (limits.memoryBytes ?? 0) >> 20
      return Attempt(
        status: .failed, reason: "it needed more than the \(most) MiB that --memory allows",
        usage: usage, canBeRetried: true, isMemory: true)
    case .time:
      return Attempt(
        status: .failed, reason: "it had not ended after \(Int(limits.wallSeconds)) s",
        usage: usage, canBeRetried: true)
    case .idle:
      return Attempt(
        status: .failed,
        reason: "it hung: it used no processor time for \(Int(limits.idleSeconds)) s", usage: usage,
        canBeRetried: true)
    case nil: return ended(exit, usage)
    }
  }

  /// What the exit status means, see the commands' own: 0 done, 2 no plan exists, 64 wrong usage, 65 invalid dataset.
  private func ended(_ exit: ChildProcess.Exit, _ usage: ChildProcess.Usage) -> Attempt {
    switch exit {
    case .status(2): return Attempt(status: .infeasible, reason: nil, usage: usage)
    case .status(65): return Attempt(status: .invalid, reason: errors(), usage: usage)
    case .status(64): return Attempt(status: .failed, reason: lastError(), usage: usage)
    case .status(let status):
      let summary = RunFiles(folder: spool.resultFolder(of: job.run)).summary
      switch (status, summary.termination) {
      case (0, "optimal"): return Attempt(status: .solved, usage: usage)
      // A limit that comes before the first plan leaves a bound, and status 1.
      case (_, "stopped"):
        return Attempt(status: .stopped, reason: summary.stopReason, usage: usage)
      case (0, nil):
        return Attempt(
          status: .failed, reason: "it wrote no result", usage: usage, canBeRetried: true)
      default:
        return Attempt(
          status: .failed, reason: lastError() ?? "it ended with status \(status)", usage: usage,
          canBeRetried: true)
      }
    case .signal(SIGKILL):
      return Attempt(
        status: .failed,
        reason: "it was killed from outside, probably because memory ran out",
        usage: usage, canBeRetried: true, isMemory: true)
    case .signal(let signal):
      return Attempt(
        status: .failed, reason: "it crashed (\(String(cString: strsignal(signal))))",
        usage: usage, canBeRetried: true)
    }
  }

  // MARK: The log

  private func readLog() -> String {
    let data = FileManager.default.contents(atPath: spool.logFile(of: job.run)) ?? Data()
    return String(decoding: data.suffix(Self.longestLog), as: UTF8.self)
  }

  /// The first line that tells of an error, and how many more there are: a dataset has all its faults told at once.
  private func errors() -> String? {
    let errors = readLog().split(separator: "\n").filter { $0.contains(": error: ") }
    return errors.first.map { $0 + (errors.count > 1 ? " (and \(errors.count - 1) more)" : "") }
  }

  /// The last line that tells of an error.
  private func lastError() -> String? {
    let lines = readLog().split(separator: "\n").map(String.init)
    return lines.last { $0.lowercased().contains("error:") } ?? lines.last
  }

  private static func warnings(_ log: String) -> [String] {
    var known: Set<String> = []
    return log.split(separator: "\n").map(String.init).filter { line in
      [": warning: ", ": doubtful: "].contains { line.contains($0) }
        && known.insert(line).inserted
    }
  }
}
