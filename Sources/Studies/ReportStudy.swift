import Alternatives
public import Browser
import Explanation
public import FigureDrawing
import Findings
import Modeling
import Foundation
import Premium
public import Report
import Resilience
import ResultFolders
import Sensitivity
import SupplyData
import SupplyPlan
public import TextFiles

/// The report of an output folder.
public struct ReportStudy: Sendable {
  /// The folder that a frontier, a plan or findings were written to.
  public var folder: String
  /// What the report is written as, in this order.
  public var formats: [ReportFormat]
  /// What a PDF is printed on.
  public var paper: PaperSize
  /// The number of the plan on the frontier, from 1, that the report opens with; `nil` for the one at the knee.
  public var plan: Int?
  /// How the house wants it to look.
  public var style: ReportStyle

  /// Creates a study.
  public init(
    folder: String, formats: [ReportFormat] = [.html], paper: PaperSize = .a4, plan: Int? = nil,
    style: ReportStyle = ReportStyle()
  ) {
    self.folder = folder
    self.formats = formats
    self.paper = paper
    self.plan = plan
    self.style = style
  }

  /// Writes the report in all its formats, and returns the paths of the files.
  ///
  /// - Throws: faults of the folder's files, or of what a format needs and is not there.
  public func write(to output: String) throws(Faults) -> [String] {
    var writers: [any ReportWriter] = []
    // What a format needs is looked for first: the report itself may take long.
    for format in formats { writers.append(try format.writer(paper: paper, beside: formats)) }
    return try write(writers, to: output)
  }

  private func write(_ writers: [any ReportWriter], to output: String) throws(Faults) -> [String] {
    var input = try input()
    input.style = style
    input.alternatives = try AlternativesRecord.read(from: folder)
    input.explanation = try ExplanationRecord.read(from: folder)
    input.flip = try FlipRecord.read(from: folder)
    input.regret = try RegretRecord.read(from: folder)
    var paths: [String] = []
    for writer in writers { paths += try writer.write(input, of: folder, to: output) }
    return paths
  }

  private func input() throws(Faults) -> ReportInput {
    let contents = OutputContents(of: folder)
    if contents.isEmpty { throw OutputContents.nothing(in: folder) }
    let inputs = try InputsFolder.find(
      near: folder, cure: "Run the command again with -o, which keeps a copy.")
    let loaded = try LoadedDataset(folder: inputs)
    var input = ReportInput(dataset: loaded.dataset, plans: [])
    input.files = SourceFiles(reportOf: folder, dataset: inputs)
    switch contents.result {
    case .frontier:
      let folder = try FrontierFolder(folder)
      input.frontier = folder.frontier
      input.plans = folder.plans
      input.baseline = folder.baseline
      input.expanded = folder.expanded
      if !folder.plans.isEmpty {
        input.premium = try folder.premium(input.dataset)
      }
    case .plan: input.plans = [try Plan.read(from: folder)]
    case nil:
      input.premium = try PremiumRecord.read(from: folder)
      input.sources = [try SourceMapRecord.read(from: folder)].compactMap(\.self)
    }
    if let plan {
      guard input.plans.indices.contains(plan - 1) else {
        throw noPlan(plan, of: input.plans.count)
      }
      input.opening = plan - 1
    }
    addSources(&input)
    try addStress(&input, loaded)
    return input
  }

  private func noPlan(_ number: Int, of count: Int) -> Faults {
    let cure =
      count > 1
      ? "Give a number from 1 to \(count)." : "Leave out --plan: there is nothing to choose from."
    return Faults([
      Fault(
        file: folder,
        cause:
          "plan \(number) was requested, but the folder holds \(count == 0 ? "no plan" : "\(count)")",
        cure: cure)
    ])
  }

  /// What breaks the plans, and the current network: as it was written, else tested now.
  private func addStress(_ input: inout ReportInput, _ loaded: LoadedDataset) throws(Faults) {
    input.stress = try StressRecord.read(from: folder)
    // What was tested before the plans were written anew is of other plans.
    if let stress = input.stress, stress.results.isEmpty || !Self.isOf(input, stress) {
      input.stress = nil
    }
    if input.stress == nil { input.files?.remove(StressRecord.file) }
    guard input.stress == nil, input.plans.contains(where: { $0.cost != nil }) else { return }
    let study = StressStudy(
      plan: folder, targets: StressStudy.drawnTargets,
      threads: ProcessInfo.processInfo.activeProcessorCount,
      limits: SolveLimits(deadline: .now + .seconds(StressStudy.mostSecondsForReport)))
    let plans: StressStudy.Plans =
      input.frontier == nil
      ? .single(input.plans[0])
      : .ofFrontier(input.plans, baseline: input.baseline, expanded: input.expanded)
    input.stress = try study.stress(loaded, of: plans)
  }

  /// Whether the plans of the report that were tested cost what they cost when they were.
  private static func isOf(_ input: ReportInput, _ stress: StressRecord) -> Bool {
    let isFrontier = input.frontier != nil
    return input.plans.enumerated().allSatisfy { place, plan in
      let name = isFrontier ? "plan \(place + 1)" : "plan"
      guard let tested = stress.networks.first(where: { $0.name == name })?.cost,
        let cost = plan.cost
      else { return true }
      return abs(tested - cost) <= 1e-9 * max(1, abs(cost))
    }
  }

  /// Where the goods of each plan come from, and those of the current network.
  private func addSources(_ input: inout ReportInput) {
    guard !input.plans.isEmpty else { return }
    input.sources = input.plans.map { SourceMap(dataset: input.dataset, plan: $0).record }
    guard let baseline = input.baseline, baseline.cost != nil else { return }
    input.currentSources = SourceMap(dataset: input.dataset, plan: baseline).record
  }
}
