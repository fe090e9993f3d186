import ArgumentParser
import Decomposition
import Foundation
import Modeling
import ResultFolders
import Studies
import SupplyData
import TextFiles

/// How risk is measured, where that differs from the dataset's plan.yaml.
struct RiskOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How to measure risk (default: as in plan.yaml).", valueName: "measure"))
  var measure: MeasureName?

  @Option(
    help: ArgumentHelp(
      "The level of cvar, from 0 to below 1 (default: as in plan.yaml, or else 0.95).",
      valueName: "level"))
  var level: Share?

  enum MeasureName: String, ExpressibleByArgument, CaseIterable {
    case expected, worst, cvar
  }

  func validate() throws {
    try level?.check("--level", .belowOne, such: 0.95)
    if level != nil, let measure, measure != .cvar {
      throw ValidationError(
        "--level applies only to cvar, not to --measure \(measure.rawValue); leave one of them out."
      )
    }
  }

  /// Whether it is to differ.
  var isAsked: Bool { measure != nil || level != nil }

  /// The measure that plan.yaml and the options together ask for.
  func measure(of settings: PlanSettings) throws -> RiskMeasure {
    let name = measure?.rawValue ?? settings.risk.name
    switch name {
    case "expected", "worst":
      if level != nil {
        // Usage is wrong for this dataset alone, so it comes to light too late for the parser.
        StandardError.write(
          "Error: --level applies only to cvar, but plan.yaml asks for \(name); add --measure cvar.\n"
        )
        throw ExitCode.validationFailure
      }
      return name == "worst" ? .worst : .expected
    default: return .conditionalValueAtRisk(level: level?.value ?? settings.risk.level ?? 0.95)
    }
  }
}

/// How exactly and how long to solve.
struct EffortOptions: ParsableArguments {
  @Option(
    name: .customLong("gap"),
    help: ArgumentHelp(
      "The relative gap to prove for each cost: 0.001 or 0.1%.", valueName: "gap"))
  private var share = Share(0.001)

  /// The gap.
  var gap: Double { share.value }

  @Option(
    name: .customLong("method"),
    help: ArgumentHelp(
      "How to solve: auto, monolith (as one program) or decomposition.",
      valueName: "method"))
  private var methodName = MethodName.auto

  enum MethodName: String, ExpressibleByArgument, CaseIterable {
    case auto, monolith, decomposition
  }

  /// How to solve.
  var method: SolveMethod { SolveMethod(rawValue: methodName.rawValue) ?? .auto }

  @Option(
    help: ArgumentHelp(
      "Stop after this many seconds, and keep the best result found with its bound.",
      valueName: "seconds"))
  var timeLimit: Double?

  @Option(
    help: ArgumentHelp(
      "The most threads to use. At most two help; the result does not depend on it (default: one per processor).",
      valueName: "n"))
  var threads: Int?

  func validate() throws {
    try share.check("--gap", .belowOne, such: 0.001)
    if let timeLimit, !(timeLimit > 0 && timeLimit.isFinite) {
      throw ValidationError("--time-limit is \(timeLimit); give a number of seconds above 0.")
    }
    if let threads, threads < 1 {
      throw ValidationError("--threads is \(threads); give 1 or more.")
    }
  }

  /// Most threads to use.
  var mostThreads: Int { threads ?? ProcessInfo.processInfo.activeProcessorCount }

  /// The limits of a solve that begins now and that an interrupt stops.
  func limits() -> SolveLimits {
    var limits = SolveLimits(cancellation: Interrupts.cancellation())
    if let timeLimit {
      limits.deadline = .now + .seconds(timeLimit)
      limits.patience = .seconds(1 + timeLimit / 20)
    }
    return limits
  }
}

/// Where results go.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder to write results to.", valueName: "folder"))
  var output: String?

  @Flag(
    inversion: .prefixedNo,
    help: "With -o: also write a copy of the dataset, which report and verify read.")
  var inputs = true

  @Flag(help: "Show every warning about the dataset, not just their number.")
  var allWarnings = false

  @Flag(help: "Print the result as JSON.")
  var json = false

  /// Makes the folder, so that one that cannot be written to is known before the solve and not after it.
  ///
  /// - Parameter dataset: the folder of the dataset that is read, where its copy among the results would be replaced.
  func prepare(reading dataset: String? = nil) throws {
    guard let output else { return }
    try Failure.ofFiles { () throws(Faults) in
      try OutputFolder(output).prepare(reading: dataset)
    }
  }
}
