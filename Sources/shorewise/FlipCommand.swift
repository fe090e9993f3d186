import ArgumentParser
import Findings
import NetworkDesign
import ResultFolders
import Sensitivity
import Studies
import SupplyData
import TextFiles

struct FlipCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "flip",
    abstract: "Finds the values of a parameter at which the best footprint changes.",
    discussion: """
      Examples:
        shorewise flip datasets/first-steps --vary 'tariffs.rate*=0..3'
        shorewise flip datasets/first-steps --vary 'modes.cost_per_t*=0..9' -o flip

      A parameter is written like a change for --set, with a range instead of a number. \
      It may affect only costs, as a tariff, a price or a probability does. If there are \
      several, each is varied by itself. The footprint is which facilities are open in \
      which period.
      """)

  @Argument(help: "The dataset's folder.")
  var dataset: String

  @Option(
    name: .customLong("vary"), parsing: .singleValue,
    help: ArgumentHelp(
      "A parameter with its range, such as 'modes[mode=sea].cost_per_t_km*=0.5..3'; also with = or +=. May be repeated.",
      valueName: "change"))
  var ranges: [String] = []

  @Option(
    help: ArgumentHelp(
      "How precisely to locate each change, as a share of the range.", valueName: "share"))
  var tolerance = Share(0.001)

  @OptionGroup var cap: RiskCapOptions

  @OptionGroup var variant: VariantOptions
  @OptionGroup var risk: RiskOptions
  @OptionGroup var effort: EffortOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if ranges.isEmpty {
      throw ValidationError(
        "Name a parameter to vary: --vary 'tariffs[layer=reciprocal].rate*=0..2'.")
    }
    try tolerance.check("--tolerance", .aboveZero(0.5), such: 0.001)
  }

  func run() throws {
    let limits = effort.limits()
    let loaded = try Loading.dataset(dataset, variant, withWarnings: output.allWarnings)
    let measure = try risk.measure(of: loaded.dataset.settings)
    let parsed = try Failure.ofDataset { () throws(Faults) in try FlipStudy.ranges(ranges) }
    let study = FlipStudy(
      loaded: loaded, question: DesignQuestion(maxRisk: cap.maxRisk?.value, measure: measure),
      ranges: parsed, tolerance: tolerance.value, gap: effort.gap, method: effort.method,
      threads: effort.mostThreads, limits: limits)
    let checked = try Failure.ofDataset { () throws(Faults) in try study.checked() }
    try output.prepare()
    let line = ProgressLine(isTerminal: StandardError.isTerminal) { StandardError.write($0) }
    let record = try Failure.ofPlanning { () throws(PlanningError) in
      try study.run(checked, progress: { line.show($0) }, note: { line.show(step: $0) })
    }
    line.finish()
    // Printed first: it is all there is if the files cannot be written.
    if output.json {
      StandardOutput.tell(record.jsonText, terminator: "")
    } else {
      StandardOutput.tell(FlipText(record, dataset: loaded.dataset).text, orJSON: nil)
    }
    if let folder = output.output {
      try Failure.ofFiles { () throws(Faults) in
        try study.write(record, to: folder, withInputs: output.inputs)
      }
      Written.tell([FlipRecord.file, "inputs/"], tables: true, in: folder, json: output.json)
    }
    if record.studies.contains(where: \.isInfeasible) { throw ExitCode.noPlan }
    if record.studies.contains(where: \.pieces.isEmpty) { throw ExitCode.failure }
  }
}
