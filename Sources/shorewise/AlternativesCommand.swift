import Alternatives
import ArgumentParser
import Findings
import NetworkDesign
import ResultFolders
import Studies
import SupplyData
import TextFiles

struct AlternativesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "alternatives",
    abstract: "Finds the most different near-optimal plans, and what they all have in common.",
    discussion: """
      Examples:
        shorewise alternatives datasets/first-steps
        shorewise alternatives datasets/first-steps --within 0.05 -o nearly
        shorewise alternatives first-steps-frontier

      For each facility, it tries to prove that every plan within the given share of \
      the least cost opens it, or that none does. For the folder of a frontier, it also \
      counts the points at which each facility is open.
      """)

  @Argument(help: "The folder of a dataset or of a frontier.")
  var dataset: String

  @OptionGroup var variant: VariantOptions

  @Option(
    help: ArgumentHelp(
      "How much more than the least cost a plan may cost: 0.02 or 2%.", valueName: "share"))
  var within = Share(0.02)

  @OptionGroup var cap: RiskCapOptions

  @Option(help: ArgumentHelp("The most plans to show, including the cheapest.", valueName: "n"))
  var count = 5

  @OptionGroup var risk: RiskOptions
  @OptionGroup var effort: EffortOptions
  @OptionGroup var diagnosis: DiagnosisOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try within.check("--within", .aboveZero(1), such: 0.02)
    if count < 1 { throw ValidationError("--count is \(count); give 1 or more.") }
  }

  func run() throws {
    let limits = effort.limits()
    let source = try Failure.ofFiles { () throws(Faults) in try AlternativesSource(dataset) }
    let loaded = try Loading.dataset(source.dataset, variant, withWarnings: output.allWarnings)
    let measure = try risk.measure(of: loaded.dataset.settings)
    try output.prepare()
    let study = AlternativesStudy(
      loaded: loaded, measure: measure, maxRisk: cap.maxRisk?.value, within: within.value,
      count: count,
      gap: effort.gap, method: effort.method, threads: effort.mostThreads, limits: limits,
      frontier: source.frontier)
    let line = ProgressLine(isTerminal: StandardError.isTerminal) { StandardError.write($0) }
    let result = try Failure.ofPlanning { () throws(PlanningError) in
      try study.run(progress: { line.show($0) }, solving: { line.show($0) })
    }
    line.finish()
    StandardOutput.tell(
      AlternativesText(result.record, dataset: loaded.dataset).text,
      orJSON: output.json ? result.record.jsonText : nil)
    if let folder = output.output {
      try Failure.ofFiles { () throws(Faults) in
        try study.write(result, to: folder, withInputs: output.inputs)
      }
      Written.tell(
        [AlternativesRecord.file, "alternatives/", "inputs/"], tables: true, in: folder,
        json: output.json)
    }
    if result.record.isInfeasible {
      try diagnosis.explain(
        DiagnosisStudy(
          loaded: loaded, question: DesignQuestion(maxRisk: cap.maxRisk?.value, measure: measure),
          gap: effort.gap, method: effort.method, threads: effort.mostThreads, limits: limits),
        output, line)
      throw ExitCode.noPlan
    }
    if result.record.plans.isEmpty { throw ExitCode.failure }
  }
}
