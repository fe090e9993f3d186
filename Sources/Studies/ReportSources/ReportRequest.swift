public import Browser
import FigureDrawing
import Foundation
public import Report
import ResultFolders
import SupplyPlan
public import TextFiles

/// What a report is asked of: one output folder, several side by side, or stores of runs.
public struct ReportRequest: Sendable {
  /// Output folders and stores.
  public var sources: [String]
  /// What the report is written as, in this order.
  public var formats: [ReportFormat]
  /// What a PDF is printed on.
  public var paper: PaperSize
  /// The number of the plan on the frontier, from 1; `nil` for the one at the knee.
  public var plan: Int?
  /// The file that says how the report looks; `nil` for `report.yaml` in the folder, if it is there.
  public var style: String?
  /// The folder to write to; `nil` for the output folder itself, of several the working folder.
  public var output: String?

  /// Creates a request.
  public init(
    sources: [String], formats: [ReportFormat] = [.html], paper: PaperSize = .a4, plan: Int? = nil,
    style: String? = nil, output: String? = nil
  ) {
    self.sources = sources
    self.formats = formats
    self.paper = paper
    self.plan = plan
    self.style = style
    self.output = output
  }

  /// Whether several results are set side by side: several sources, or a store of runs.
  private var isComparison: Bool {
    guard let source = sources.first, sources.count == 1 else { return true }
    return FileManager.default.fileExists(atPath: source)
      && !ComparisonReportStudy.isFolder(source)
  }

  /// What is asked that no comparison has, in words; `nil` where nothing is.
  public var misuse: String? {
    guard isComparison else { return nil }
    if plan != nil {
      return "--plan applies to a single output; leave it out when comparing several."
    }
    let others = formats.filter { !ComparisonReportStudy.formats.contains($0) }
    guard let other = others.first else { return nil }
    let names = ComparisonReportStudy.formats.map(\.rawValue).joined(separator: " or ")
    return "A comparison of several results is written as \(names), not as \(other.rawValue)."
  }

  /// Writes the report in all its formats, and returns the paths of the files.
  ///
  /// - Throws: faults of the sources' files and of the style, or of what a format needs and is not there.
  public func write() throws(Faults) -> [String] {
    try check()
    if isComparison {
      let folder = output ?? "."
      let study = ComparisonReportStudy(
        sources: sources, formats: formats, paper: paper, style: try style(in: folder))
      return try study.write(to: folder)
    }
    let study = ReportStudy(
      folder: sources[0], formats: formats, paper: paper, plan: plan,
      style: try style(in: sources[0]))
    return try study.write(to: output ?? sources[0])
  }

  /// Refuses a folder in which the report could replace what is no report.
  private func check() throws(Faults) {
    if !isComparison { try NamedPlan(path: sources[0]).refuseDataset(for: "report") }
    if let output { return try OutputFolder(output).check() }
    let name = isComparison ? ComparisonReportStudy.name : "report"
    try OutputFolder(isComparison ? "." : sources[0])
      .check(adding: formats.map { $0.output(name) })
  }

  private func style(in folder: String) throws(Faults) -> ReportStyle {
    if let style { return try ReportStyle.read(from: style) }
    let path = WholeFile.join(folder, ReportStyle.file)
    return FileManager.default.fileExists(atPath: path)
      ? try ReportStyle.read(from: path) : ReportStyle()
  }
}
