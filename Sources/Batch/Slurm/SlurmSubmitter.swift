import Foundation
import SupplyData
import TextFiles

/// Hands arrays over to Slurm.
struct SlurmSubmitter {
  let settings: SlurmSettings
  let program: WorkerProgram
  let limits: WorkerLimits
  let spool: Spool

  /// What a task may hold beyond the limit of a run: the process that starts it, and what a run takes between two looks.
  private static let (headroomShare, headroomMebibytes) = (1.1, 256.0)

  /// Writes what the tasks are to do. From here on another process would find it.
  func prepare(_ submission: SlurmSubmission, chunks: [SlurmChunk]) throws(Faults) {
    try submission.write(chunks, program: program.path, to: spool)
  }

  /// Submits an array.
  ///
  /// - Returns: the submission with its number in Slurm.
  func submit(_ submission: SlurmSubmission) throws(SlurmFailure) -> SlurmSubmission {
    let text = try SlurmCall.output(of: settings.programs.sbatch, arguments(of: submission))
    // "12", or "12;cluster" where there are several.
    guard let job = text.split(separator: ";").first, Int(job) != nil else {
      throw SlurmFailure(
        program: settings.programs.sbatch,
        words: "it printed '\(text)' instead of the array's number")
    }
    var submission = submission
    submission.job = String(job)
    return submission
  }

  func arguments(of submission: SlurmSubmission) -> [String] {
    let most = settings.mostTasks.map { "%\($0)" } ?? ""
    // In Slurm's patterns % begins a field.
    let folder = submission.folder(in: spool).replacingOccurrences(of: "%", with: "%%")
    var arguments = [
      "--parsable", "--array=0-\(submission.taskCount - 1)\(most)", "--job-name=\(submission.name)",
      "--output=\(folder)/%a.log", "--ntasks=1", "--cpus-per-task=\(settings.processors)",
      // The batch submits again itself what was lost, at once and in smaller tasks.
      "--no-requeue",
    ]
    if let bytes = limits.memoryBytes {
      let mebibytes = Double(bytes) / 1_048_576 * Self.headroomShare + Self.headroomMebibytes
      arguments.append("--mem=\(Int(mebibytes.rounded(.up)))M")
    }
    // The user's come last, so that they count.
    return arguments + settings.options + [submission.script(in: spool)]
  }

  /// What Slurm refuses, for a reader.
  static func fault(_ failure: SlurmFailure) -> Faults {
    Faults([
      Fault(
        file: failure.program,
        cause: failure.isMissing ? "it is not found on this machine" : failure.words,
        cure: failure.isMissing
          ? "Run the batch on a machine that can submit Slurm jobs, or use --engine local."
          : "Check --sbatch-option and what the cluster allows; nothing is lost.")
    ])
  }
}
