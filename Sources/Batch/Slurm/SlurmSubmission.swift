import Foundation
import TextFiles

/// An array of tasks, and what there is of it in the spool.
///
/// ```
/// SPOOL/submission-1/chunk-0.json     the runs of task 0
/// SPOOL/submission-1/task.sh          what a task calls
/// SPOOL/submission-1/submission.json  this; written before and after sbatch
/// SPOOL/submission-1/0.log            what task 0 said
/// ```
struct SlurmSubmission: Codable, Equatable, Sendable {
  /// Its number, from 1.
  var number: Int
  /// The name in Slurm, which no other submission has: by it an array is found whose number was not noted.
  var name: String
  /// How many tasks there are.
  var taskCount: Int
  /// The number in Slurm, once it is known.
  var job: String?

  /// A new one, of a batch.
  init(number: Int, batch: String, taskCount: Int) {
    self.number = number
    name = "shorewise-\(batch)-\(number)"
    self.taskCount = taskCount
  }

  // MARK: Files

  func folder(in spool: Spool) -> String { Self.folder(number, in: spool) }
  func chunkFile(_ index: Int, in spool: Spool) -> String {
    "\(folder(in: spool))/chunk-\(index).json"
  }
  func script(in spool: Spool) -> String { "\(folder(in: spool))/task.sh" }
  func logFile(_ index: Int, in spool: Spool) -> String { "\(folder(in: spool))/\(index).log" }

  private static let folderPrefix = "submission-"
  private static func folder(_ number: Int, in spool: Spool) -> String {
    "\(spool.path)/\(folderPrefix)\(number)"
  }
  private static func file(_ number: Int, in spool: Spool) -> String {
    "\(folder(number, in: spool))/submission.json"
  }

  /// Writes the chunks and the script, and last the note that they may be in Slurm.
  func write(_ chunks: [SlurmChunk], program: String, to spool: Spool) throws(Faults) {
    let script = """
      #!/bin/sh
      exec \(program.quotedForShell) \(SlurmTask.command) \(folder(in: spool).quotedForShell)/chunk-"$SLURM_ARRAY_TASK_ID".json

      """
    for (index, chunk) in chunks.enumerated() {
      try spool.write(chunk, to: chunkFile(index, in: spool))
    }
    try spool.write(Data(script.utf8), to: self.script(in: spool))
    try note(in: spool)
  }

  /// Notes what is known of it.
  func note(in spool: Spool) throws(Faults) {
    try spool.write(self, to: Self.file(number, in: spool))
  }

  /// What a task is to solve; `nil` where it is to solve nothing any more.
  func chunk(_ index: Int, in spool: Spool) -> SlurmChunk? {
    FileManager.default.contents(atPath: chunkFile(index, in: spool))
      .flatMap { try? JSONDecoder().decode(SlurmChunk.self, from: $0) }
  }

  /// Takes a task's warrant away: it stops if it runs, and ends at once if it begins.
  func withdraw(_ index: Int, in spool: Spool) {
    unlink(chunkFile(index, in: spool))
  }

  /// Takes all warrants away.
  func withdraw(in spool: Spool) {
    for index in 0..<taskCount { withdraw(index, in: spool) }
  }

  /// The submissions of a spool, the latest first. What was not noted was not submitted.
  static func all(in spool: Spool) -> [SlurmSubmission] {
    ((try? FileManager.default.contentsOfDirectory(atPath: spool.path)) ?? [])
      .filter { $0.hasPrefix(folderPrefix) }
      .compactMap { Int($0.dropFirst(folderPrefix.count)) }.sorted(by: >)
      .compactMap { number in
        FileManager.default.contents(atPath: file(number, in: spool))
          .flatMap { try? JSONDecoder().decode(SlurmSubmission.self, from: $0) }
      }
  }
}
