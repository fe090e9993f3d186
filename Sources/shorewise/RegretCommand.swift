import ArgumentParser
import Findings
import NetworkDesign
import ResultFolders
import Sensitivity
import Studies
import SupplyData
import TextFiles

struct RegretCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "regret",
    abstract: "Finds the plan with the smallest regret across several futures.",
    discussion: """
      Examples:
        shorewise regret datasets/ev-battery --future - --future no-credits
        shorewise regret today in-2035 -o regret

      It solves each future, tests each plan's first stage in every other future, and \
      finds the plans with the smallest maximum and the smallest expected regret with \
      one program over all futures.
      """)

  @Argument(
    help:
      "A dataset's folder, or the folders of several datasets with the same facilities, one for each future."
  )
  var datasets: [String]

  @Option(
    name: .customLong("future"), parsing: .singleValue,
    help: ArgumentHelp(
      "A variant, a sweep or a member of a sweep; - for the unchanged dataset. May be repeated (default: the unchanged dataset and all its variants).",
      valueName: "name"))
  var names: [String] = []

  @Option(
    help: ArgumentHelp(
      "How likely the futures are, in order and on any scale, such as 3,1,1 (default: equally likely).",
      valueName: "numbers"))
  var weights: String?

  @OptionGroup var cap: RiskCapOptions

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp(
      "A change to make to every future, such as 'tariffs[origin=CN].rate*=1.5'. May be repeated.",
      valueName: "change"))
  var sets: [String] = []

  @OptionGroup var risk: RiskOptions
  @OptionGroup var effort: EffortOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if datasets.count > 1, !names.isEmpty {
      throw ValidationError(
        "--future works with a single dataset; if there are several, each is a future.")
    }
    if let weights, numbers == nil {
      throw ValidationError(
        "--weights is '\(weights)'; give numbers of 0 or more, not all of them 0, such as 3,1,1.")
    }
  }

  /// The weights given; `nil` where they are no weights.
  private var numbers: [Double]? {
    guard let weights else { return [] }
    let numbers = weights.split(separator: ",", omittingEmptySubsequences: false).map(Double.init)
    let known = numbers.compactMap { $0 }.filter { $0 >= 0 && $0.isFinite }
    return known.count == numbers.count && known.contains { $0 > 0 } ? known : nil
  }

  func run() throws {
    let limits = effort.limits()
    let futures = try Failure.ofDataset { () throws(Faults) in
      try RegretStudy.futures(folders: datasets, names: names, changes: sets)
    }
    let weights = numbers ?? []
    if !weights.isEmpty, weights.count != futures.count {
      StandardError.write(
        "Error: --weights has \(weights.count) numbers for \(futures.count) futures: "
          + "\(futures.map(\.name).joined(separator: ", ")).\n")
      throw ExitCode.validationFailure
    }
    let measure = try risk.measure(of: futures[0].loaded.dataset.settings)
    try output.prepare()
    let study = RegretStudy(
      futures: futures, question: DesignQuestion(maxRisk: cap.maxRisk?.value, measure: measure),
      weights: weights, gap: effort.gap, method: effort.method, threads: effort.mostThreads,
      limits: limits)
    let line = ProgressLine(isTerminal: StandardError.isTerminal) { StandardError.write($0) }
    let record = try Failure.ofPlanning { () throws(PlanningError) in
      try study.run(progress: { line.show($0) }, note: { line.show(step: $0) })
    }
    line.finish()
    // Printed first: it is all there is if the files cannot be written.
    if output.json {
      StandardOutput.tell(record.jsonText, terminator: "")
    } else {
      StandardOutput.tell(RegretText(record).text, orJSON: nil)
    }
    if let folder = output.output {
      try Failure.ofFiles { () throws(Faults) in
        try study.write(record, to: folder, withInputs: output.inputs)
      }
      Written.tell([RegretRecord.file, "inputs/"], tables: true, in: folder, json: output.json)
    }
    if record.futures.contains(where: \.isInfeasible) { throw ExitCode.noPlan }
    if record.plans.isEmpty { throw ExitCode.failure }
  }
}
