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
    abstract: "Says why a written plan is as it is: what each opening is worth, what a unit costs.",
    discussion: """
      Examples:
        shorewise explain plan-5
        shorewise explain first-steps-frontier --plan 1 --facility agueda
        shorewise explain plan-5 --path 'agueda>hamburg' --product e-bike

      It reads the copy of the dataset that was written beside the plan. For each facility it \
      finds what a plan costs that is forced the other way; for each path goods take, the \
      landed cost of a unit line by line; and what policy constraints cost.
      """)

  @Argument(help: "The plan's folder or its plan.json, or a frontier's folder.")
  var plan: String

  @OptionGroup var frontier: PlanNumberOptions

  @Option(
    name: .customLong("facility"), parsing: .singleValue,
    help: ArgumentHelp(
      "Ask about this facility alone (default: all). May be repeated.", valueName: "id"))
  var facilities: [String] = []

  @Option(
    help: ArgumentHelp(
      "Tell the paths from here to there alone, as 'origin>destination'; * is anywhere.",
      valueName: "path"))
  var path: String?

  @Option(help: ArgumentHelp("Tell the paths of this product alone.", valueName: "id"))
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
        "--path is '\(path ?? "")'; give two ids with > between, such as 'agueda>hamburg'.")
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
