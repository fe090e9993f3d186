import ArgumentParser
import BenchmarkRuns
import Foundation

struct TableCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "table",
    abstract: "Makes a table in Markdown of files of results.",
    discussion: """
      Examples:
        shorewise-benchmarks table results.jsonl
        shorewise-benchmarks table scenarios.jsonl facilities.jsonl > table.md

      Of runs of the same thing the last one counts.
      """)

  @Argument(help: "Files of results.")
  var files: [String]

  func run() throws {
    print(ResultTable(try ResultFiles.records(files)).markdown, terminator: "")
  }
}

/// Reads the files of a command.
enum ResultFiles {
  static func records(_ files: [String]) throws -> [RunRecord] {
    try files.flatMap { file in
      guard FileManager.default.fileExists(atPath: file) else {
        throw ValidationError("There is no file \(file).")
      }
      return try RecordFile(URL(fileURLWithPath: file)).records()
    }
  }
}
