import ArgumentParser
import Explanation
import Findings
import NetworkDesign
import ResultFolders
import Studies
import SupplyData
import TextFiles

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explains a saved plan: what each site is worth, and what a unit costs on arrival.",
    discussion: """
      Examples:
        shorewise explain plan-5
        shorewise explain first-steps-frontier --plan 1 --facility agueda
        shorewise explain plan-5 --path 'agueda>hamburg' --product e-bike

      It reads the copy of the dataset in the plan's folder. For each facility, it finds \
      what the plan would cost if an open one had to be closed, or a closed one opened; \
      for each path that goods take, the landed cost of a unit, line by line; and what \
      each policy constraint costs.
      """)

  @Argument(help: "The plan's folder or its plan.json, or a frontier's folder.")
  var plan: String

  @OptionGroup var frontier: PlanNumberOptions

  @Option(
    name: .customLong("facility"), parsing: .singleValue,
    help: ArgumentHelp(
      "Ask only about this facility (default: all). May be repeated.", valueName: "id"))
  var facilities: [String] = []

  @Option(
    help: ArgumentHelp(
      "Show only the paths from an origin to a destination, as 'origin>destination'; * is anywhere.",
      valueName: "path"))
  var path: String?

  @Option(help: ArgumentHelp("Show only the paths of this product.", valueName: "id"))
  var product: String?

  @OptionGroup var effort: EffortOptions
  @OptionGroup var output: OutputOptions

  private var ends: [String?] {
    (path ?? "*>*").split(separator: ">", omittingEmptySubsequences: false).map { end in
      let end = end.trimmingPrefix(while: \.isWhitespace)
      return end == "*" ? nil : String(end)
    }
  }

  func validate() throws {
    if ends.count != 2 || ends.contains("") {
      throw ValidationError(
        "--path is '\(path ?? "")'; give two ids separated by >, such as 'agueda>hamburg'.")
    }
  }

  func run() throws {
    let limits = effort.limits()
    let study = try Failure.ofFiles { () throws(Faults) in
      try ExplainStudy(
        plan: plan, number: frontier.number, facilities: facilities,
        filter: PlanExplanation.PathFilter(
          origin: ends[0], destination: ends[1], product: product),
        gap: effort.gap, method: effort.method, threads: effort.mostThreads, limits: limits)
    }
    if output.allWarnings {
      for fault in study.loaded.warnings { StandardError.tell("\(fault)") }
    }
    try output.prepare()
    let line = ProgressLine(isTerminal: StandardError.isTerminal) { StandardError.write($0) }
    let record = try Failure.ofPlanning { () throws(PlanningError) in
      try study.run(progress: { line.show($0) }, solving: { line.show($0) })
    }
    line.finish()
    StandardOutput.tell(
      ExplanationText(record, dataset: study.loaded.dataset).text,
      orJSON: output.json ? record.jsonText : nil)
    if let folder = output.output {
      try Failure.ofFiles { () throws(Faults) in
        try study.write(record, to: folder, withInputs: output.inputs)
      }
      Written.tell(
        [ExplanationRecord.file, "inputs/"], tables: true, in: folder, json: output.json)
    }
  }
}
