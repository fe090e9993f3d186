import ArgumentParser
import Audit
import FrontierSearch
import Modeling
import NetworkDesign
import ResultFolders
import Studies
import SupplyData
import SupplyPlan
import TextFiles

struct FrontierCommand: GuardedCommand {
  static let configuration = CommandConfiguration(
    commandName: "frontier",
    abstract: "Traces the frontier of cost against sales at risk, with a proven band around it.",
    discussion: """
      Examples:
        shorewise frontier datasets/first-steps -o first-steps-frontier
        shorewise report first-steps-frontier

      A first curve appears quickly. The search then narrows the band between plans \
      found and proven bounds where it is widest, until its area is at most the tolerance, \
      as a share of the rectangle that the two end points span. If stopped, it keeps every \
      point and bound found.
      """)

  @Argument(help: "The dataset's folder.")
  var dataset: String

  @OptionGroup var variant: VariantOptions

  @Option(
    help: ArgumentHelp(
      "The uncertainty to reach: the band's area as a share of the rectangle between the end points.",
      valueName: "share"))
  var tolerance = Share(BandRefinement.usualTolerance)

  @Option(help: ArgumentHelp("The most points to find, including the two ends.", valueName: "n"))
  var points: Int?

  @OptionGroup var risk: RiskOptions
  @OptionGroup var effort: EffortOptions
  @OptionGroup var diagnosis: DiagnosisOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var audit: BundleOptions

  func validate() throws {
    try audit.validate(with: output)
    try tolerance.check("--tolerance", .whole, such: BandRefinement.usualTolerance)
    if let points, points < 2 {
      throw ValidationError("--points is \(points); a frontier has two ends, so give 2 or more.")
    }
  }

  func run() throws {
    let limits = effort.limits()
    let run = audit.run(effort)
    let loaded = try Loading.dataset(dataset, variant, withWarnings: output.allWarnings)
    let measure = try risk.measure(of: loaded.dataset.settings)
    try audit.prepare(output, reading: dataset)
    let study = FrontierStudy(
      loaded: loaded, measure: measure,
      search: BandRefinement(
        tolerance: tolerance.value, maximumPoints: points, gap: effort.gap,
        threads: effort.mostThreads),
      method: effort.method, limits: limits)
    let line = ProgressLine(isTerminal: StandardError.isTerminal) { StandardError.write($0) }
    let result = study.run(
      log: run.log, progress: { line.show($0) }, solving: { line.show($0) },
      first: { line.tell(FrontierSummary($0, dataset: loaded.dataset).firstCurve) }
    ) { [output] result in
      GuardedRun.save(to: output.output) {
        try study.write(result, to: $0, withInputs: output.inputs && output.output != nil)
      }
    }
    line.finish()
    // Printed first: it is all there is if the files cannot be written.
    StandardOutput.tell(
      FrontierSummary(result, dataset: loaded.dataset).text,
      orJSON: output.json ? result.record.jsonText : nil)
    if let folder = output.output {
      try Failure.ofFiles { () throws(Faults) in
        try study.write(result, to: folder, withInputs: output.inputs)
        GuardedRun.noteTold()
        try study.writeStress(of: result, to: folder) { line.show(done: $0, of: $1, "outages") }
      }
      line.finish()
      tellWritten(to: folder)
    }
    GuardedRun.noteTold()
    if result.record.termination == .infeasible {
      try diagnosis.explain(
        DiagnosisStudy(
          loaded: loaded, question: DesignQuestion(measure: measure), gap: effort.gap,
          method: effort.method, threads: effort.mostThreads, limits: limits), output, line)
    }
    // Sealed last: nothing is added to a bundle.
    if audit.bundle, let folder = output.output {
      try Failure.ofFiles { () throws(Faults) in
        StandardError.tell(try study.bundle(result, in: folder, run: run).text)
      }
    }
    if result.record.termination == .infeasible { throw ExitCode.noPlan }
    if result.record.points.isEmpty { throw ExitCode.failure }
  }

  private func tellWritten(to folder: String) {
    Written.tell(
      ["frontier.json", "points/", "baseline/", "expanded/", "stress.json", "inputs/"], in: folder,
      json: output.json)
  }

  func take(savedIn folder: String?, because reason: String) throws {
    let loaded = try Failure.ofDataset { () throws(Faults) in
      try LoadedDataset(folder: dataset, changes: variant.changes)
    }
    let study = FrontierStudy(
      loaded: loaded, measure: try risk.measure(of: loaded.dataset.settings),
      search: BandRefinement(tolerance: tolerance.value), method: effort.method,
      limits: SolveLimits())
    let result = study.saved(in: folder, because: reason)
    StandardOutput.tell(
      FrontierSummary(result, dataset: loaded.dataset).text,
      orJSON: output.json ? result.record.jsonText : nil)
    if let folder = output.output {
      try Failure.ofFiles { () throws(Faults) in
        try study.write(result, to: folder, withInputs: output.inputs)
      }
      tellWritten(to: folder)
    }
    try audit.refuseUnsealed()
    if result.record.points.isEmpty { throw ExitCode.failure }
  }
}
