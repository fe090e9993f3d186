import Foundation
import RunStore

/// How a task ended that left runs without outcome.
struct SlurmEnding {
  /// Slurm's name of it, such as `12_3`.
  let task: String?
  /// How it ended, as far as Slurm knows.
  let state: SlurmState?
  /// How often its runs were submitted.
  let attempt: Int
  /// What it said.
  let logFile: String?

  /// The end of the log that is kept, in bytes.
  private static let longestLog = 16 << 10

  /// What is noted of a run: no result, and why.
  func outcome(of run: Int64, versions: Versions) -> RunOutcome {
    let data = logFile.flatMap { FileManager.default.contents(atPath: $0) } ?? Data()
    let log = String(decoding: data.suffix(Self.longestLog), as: UTF8.self)
    let now = storeTime()
    return RunOutcome(
      run: run, status: .failed, reason: reason(log: log), attempts: attempt, wallSeconds: 0,
      processorSeconds: 0, peakMemoryBytes: 0, host: "", started: now, finished: now,
      shorewise: versions.shorewise, glpk: versions.glpk, log: log)
  }

  func reason(log: String) -> String {
    let times = attempt == 1 ? "submitted once" : "submitted \(attempt) times"
    var words = "Slurm: \(state?.name ?? "the task was lost") (\(task ?? "no task"), \(times))"
    if state?.name == "COMPLETED" {
      words += ", but its results did not arrive: is the store in a folder that all nodes share?"
    }
    let lines = log.split(separator: "\n").map(String.init)
    if let last = lines.last(where: { $0.lowercased().contains("error") }) ?? lines.last {
      words += ": \(last)"
    }
    return words
  }
}
