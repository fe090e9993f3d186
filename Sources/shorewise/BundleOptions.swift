import ArgumentParser
import Audit
import Studies
import SupplyData
import TextFiles

/// Whether the folder of results is to be a bundle for an auditor.
struct BundleOptions: ParsableArguments {
  @Flag(
    help:
      "Make the folder a bundle for an auditor, with versions, options, log, verdict and hashes.")
  var bundle = false

  /// Refuses what a bundle cannot be without.
  func validate(with output: OutputOptions) throws {
    guard bundle else { return }
    if output.output == nil {
      throw ValidationError("--bundle writes a folder: add -o and the folder's name.")
    }
    if !output.inputs {
      throw ValidationError(
        "--bundle includes the inputs: leave out either --no-inputs or --bundle.")
    }
  }

  /// Makes the folder, which for a bundle must be empty, before the solve.
  ///
  /// - Parameter dataset: the folder of the dataset that is read.
  func prepare(_ output: OutputOptions, reading dataset: String) throws {
    guard bundle, let folder = output.output else {
      return try output.prepare(reading: dataset)
    }
    try Failure.ofFiles { () throws(Faults) in try AuditBundle.prepare(folder) }
  }

  /// Fails where a bundle was asked for and its process has ended too early to make one.
  func refuseUnsealed() throws {
    guard bundle else { return }
    StandardError.write(
      "error: the folder is not a bundle: the process ended before it was sealed\n")
    throw ExitCode.failure
  }

  /// What a bundle says of the run that begins now.
  func run(_ effort: EffortOptions) -> AuditBundle.Run {
    AuditBundle.Run(
      versions: ProgramVersions(shorewise: Release.version), timeLimit: effort.timeLimit,
      log: RunLog())
  }
}
