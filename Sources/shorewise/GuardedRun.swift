import ArgumentParser
import Batch
import Foundation
import Modeling
import Studies

/// A command that solves in a process of its own, so that what was found is kept whatever ends that.
protocol GuardedCommand: SolvingCommand {
  /// Tells and keeps what the process had saved that was to answer.
  ///
  /// - Parameters:
  ///   - folder: where it is; `nil` where nothing was saved.
  ///   - reason: why the process ended.
  func take(savedIn folder: String?, because reason: String) throws
}

/// Runs a command in a process of its own. The one that a user has started is small: it parses the options, waits, and passes
/// interrupts on; should the other one be killed for want of memory, abort or crash, it takes what that had saved.
enum GuardedRun {
  /// Where results are saved that have no folder of their own; `nil` in a process that nobody guards.
  nonisolated(unsafe) private static var spool: String?
  nonisolated(unsafe) private(set) static var isGuarded = false
  private static let saving = NSLock()

  // MARK: In the guarded process

  /// Begins as the guarded process.
  ///
  /// - Parameter folder: where results are saved that have no folder of their own.
  static func begin(spool folder: String) {
    isGuarded = true
    spool = folder.isEmpty ? nil : folder
    Interrupts.ignore()
    GuardedProcess.begin(
      heard: { Interrupts.take($0) },
      // What is being written becomes whole; nothing is begun after it.
      leaving: { saving.lock() })
  }

  /// Saves the best result so far.
  ///
  /// - Parameters:
  ///   - folder: the folder of results, where there is one.
  ///   - write: writes into a folder. What keeps it from that is told in the end.
  static func save(to folder: String?, _ write: (String) throws -> Void) {
    guard let folder = folder ?? spool else { return }
    saving.withLock {
      do { try write(folder) } catch { return }
      if isGuarded { GuardedProcess.say(.saved) }
    }
  }

  /// Takes note that the final result is told, and written if it was to be.
  static func noteTold() { if isGuarded { GuardedProcess.say(.told) } }

  // MARK: In the one that a user started

  /// Runs a command; it ends the process, unless another cannot be started.
  ///
  /// - Parameter words: the words of the command line.
  static func run(_ command: any GuardedCommand, words: [String]) throws {
    let start = ContinuousClock.now
    let spool = command.output.output == nil ? temporaryFolder() : nil
    defer { if let spool { try? FileManager.default.removeItem(atPath: spool) } }
    Interrupts.relay {
      GuardedProcess.end()
      if let spool { try? FileManager.default.removeItem(atPath: spool) }
    }
    let outcome = GuardedProcess.run(
      program: WorkerCommand.program.path,
      arguments: [SolverCommand.name, spool ?? ""] + words,
      latest: command.effort.timeLimit.map { start + .seconds(1.05 * $0 + patience) })
    guard let outcome else {
      var command = command
      return try command.run()
    }
    switch outcome.ending {
    case .status(let status): if status != 0 { throw ExitCode(status) }
    case .signal, .late:
      let reason = reason(outcome.ending)
      StandardError.write("\n\(reason): \(outcome.hasSaved ? kept : nothing)\n")
      if outcome.hasTold { return }
      let folder = command.output.output ?? spool
      try command.take(savedIn: outcome.hasSaved ? folder : nil, because: reason)
    }
  }

  private static func reason(_ ending: GuardedProcess.Ending) -> String {
    guard case .signal(let number) = ending else { return "time limit reached" }
    if MemoryWatch.isLimited { return "memory limit reached" }
    return number == SIGKILL
      ? "the solver was killed, probably because memory ran out"
      : "the solver crashed (\(String(cString: strsignal(number)))), perhaps because memory ran out"
  }

  private static func temporaryFolder() -> String? {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("shorewise-\(UUID().uuidString)").path
    return mkdir(folder, 0o700) == 0 ? folder : nil
  }

  private static let kept = "the best result found so far is kept"
  private static let nothing = "nothing had been found yet"
  /// How long after its time limit a process that has saved a result may take to say its last word, seconds.
  private static let patience = 1.5
}
