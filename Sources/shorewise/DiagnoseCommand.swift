import ArgumentParser
import Diagnosis
import Findings
import NetworkDesign
import ResultFolders
import Studies
import SupplyData
import TextFiles

struct DiagnoseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diagnose",
    abstract: "Explains why no plan exists, and what to relax to make one possible, at what cost.",
    discussion: """
      Examples:
        shorewise diagnose datasets/first-steps --max-risk 0.01
        shorewise diagnose datasets/ev-battery --max-unmet 0

      It shows what the tables rule out by themselves; the smallest set of rules to \
      relax, by how much and at what cost; and the smallest set that contradict one \
      another. If a plan exists, it shows the lowest possible risk. Whatever is proved is \
      marked as such; after a time limit or Ctrl-C, it shows what it has found so far.
      """)

  @Argument(help: "The dataset's folder.")
  var dataset: String

  @OptionGroup var variant: VariantOptions

  @OptionGroup var cap: RiskCapOptions

  @OptionGroup var service: ServiceOptions

  @OptionGroup var network: NetworkOptions

  @OptionGroup var risk: RiskOptions
  @OptionGroup var effort: EffortOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let limits = effort.limits()
    let loaded = try Loading.dataset(dataset, variant, withWarnings: output.allWarnings)
    let measure = try risk.measure(of: loaded.dataset.settings)
    try output.prepare()
    let study = DiagnosisStudy(
      loaded: loaded,
      question: DesignQuestion(
        maxRisk: cap.maxRisk?.value, maxUnmet: service.maxUnmet?.value, measure: measure,
        firstStage: network.choice),
      gap: effort.gap, method: effort.method, threads: effort.mostThreads, limits: limits)
    let line = ProgressLine(isTerminal: StandardError.isTerminal) { StandardError.write($0) }
    let record = study.run(
      progress: { line.show(step: "solves \($1)  \($0)  ") }, solving: { line.show($0) })
    line.finish()
    StandardOutput.tell(DiagnosisText(record).text, orJSON: output.json ? record.jsonText : nil)
    if let folder = output.output {
      try Failure.ofFiles { () throws(Faults) in
        try study.write(record, to: folder, withInputs: output.inputs)
      }
      Written.tell([DiagnosisRecord.file, "inputs/"], tables: true, in: folder, json: output.json)
    }
    if record.verdict == .undecided { throw ExitCode.failure }
  }
}
