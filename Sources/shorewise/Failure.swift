import ArgumentParser
import NetworkDesign
import TextFiles

/// The exit statuses of the program.
extension ExitCode {
  /// Proven that no plan exists.
  static let noPlan = ExitCode(2)
  /// The dataset is not valid.
  static let invalidDataset = ExitCode(65)
}

/// Runs work and turns its faults into messages and exit statuses.
enum Failure {
  /// Faults of a dataset: every one on standard error, status 65.
  static func ofDataset<Result>(_ work: () throws(Faults) -> Result) throws -> Result {
    try report(as: .invalidDataset, work)
  }

  /// Faults of output files: every one on standard error, status 1.
  static func ofFiles<Result>(_ work: () throws(Faults) -> Result) throws -> Result {
    try report(as: .failure, work)
  }

  /// What the solver or checker refuse: status 1.
  static func ofPlanning<Result>(_ work: () throws(PlanningError) -> Result) throws -> Result {
    do { return try work() } catch {
      StandardError.tell("error: \(error)")
      throw ExitCode.failure
    }
  }

  private static func report<Result>(
    as status: ExitCode, _ work: () throws(Faults) -> Result
  ) throws -> Result {
    do { return try work() } catch {
      for fault in error.all { StandardError.tell("\(fault)") }
      throw status
    }
  }
}
