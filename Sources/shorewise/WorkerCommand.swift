import ArgumentParser
import Batch
import Foundation

/// A run of a batch in a process of its own; for the batch to call, not for a user.
struct WorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker", abstract: "A run of a batch.", shouldDisplay: false)

  @Argument(parsing: .captureForPassthrough)
  var words: [String] = []

  /// How a batch calls it.
  static var program: WorkerProgram {
    WorkerProgram(
      path: Bundle.main.executablePath ?? CommandLine.arguments[0], leading: ["worker"],
      versions: Release.versions)
  }

  func run() throws {
    WorkerProcess.begin()
    Interrupts.ignore()
    Shorewise.main(words)
  }
}
