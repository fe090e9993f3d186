import Foundation
import TextFiles

/// Why one of Slurm's programs did not do what it was asked.
struct SlurmFailure: Error, Equatable {
  /// The program.
  var program: String
  /// Why, in its own words.
  var words: String
  /// Whether there is no such program.
  var isMissing = false

  /// The last line of it.
  var line: String { words.split(separator: "\n").last.map(String.init) ?? words }
}

/// A call of one of Slurm's programs.
enum SlurmCall {
  /// After so long a program that does not answer is given up. Their own limits are shorter.
  private static let longestSeconds = 120.0

  /// What the program prints.
  ///
  /// - Throws: where it is missing, fails, or does not answer.
  static func output(of program: String, _ arguments: [String]) throws(SlurmFailure) -> String {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("shorewise-slurm-\(UUID().uuidString)").path
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw SlurmFailure(
        program: program, words: "\(folder) cannot be created (\(error.localizedDescription))")
    }
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (output, errors) = ("\(folder)/output", "\(folder)/errors")

    let child: ChildProcess
    do throws(ChildProcess.Refusal) {
      child = try ChildProcess(
        program: program, arguments: arguments, output: output, log: errors)
    } catch {
      throw SlurmFailure(program: program, words: error.reason, isMissing: true)
    }
    let start = ContinuousClock.now
    while !child.hasEnded(within: 1000) {
      if start.duration(to: .now) > .seconds(longestSeconds) { child.kill() }
    }
    switch child.ending().exit {
    case .status(0): return text(output)
    case .status(let status):
      let words = text(errors) + text(output)
      throw SlurmFailure(
        program: program, words: words.isEmpty ? "it ended with status \(status)" : words)
    case .signal:
      throw SlurmFailure(program: program, words: "it did not answer")
    }
  }

  private static func text(_ file: String) -> String {
    String(decoding: FileManager.default.contents(atPath: file) ?? Data(), as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
