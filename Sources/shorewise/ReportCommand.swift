import ArgumentParser
import Browser
import Report
import Studies
import TextFiles

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Writes a report on an output folder, or compares several side by side.",
    discussion: """
      Examples:
        shorewise report first-steps-frontier
        shorewise report first-steps-frontier --format html,pdf --paper letter
        shorewise report ev-battery-frontier --format markdown,svg,csv --plan 5
        shorewise report before after -o comparison
        shorewise report runs.sqlite

      An output folder is one written by shorewise frontier -o or shorewise plan -o. \
      The formats: html writes report.html, a single self-contained file; pdf writes \
      report.pdf, printed by an installed Chromium; svg writes each figure to the \
      folder figures; markdown writes report.md; csv writes the folder tables; geojson \
      writes network.geojson, with sites and flows for QGIS and similar programs.

      Several folders, or a store written by shorewise batch, are compared in \
      comparison.html: frontiers, costs line by line, sites, mix, lost sales, \
      inputs, sweeps and regrets.

      report.yaml in the folder, or the file given with --style, sets the report's \
      looks. All keys are optional:
        title: Batteries made nearer
        logo: logo.svg        (PNG, JPEG or SVG, in the same folder)
        accent: "#0a5c5c"     (dark enough to read on white)
      """)

  @Argument(
    help: ArgumentHelp(
      "An output folder to report on, or several folders or stores to compare.",
      valueName: "folder"))
  var folders: [String]

  @Option(
    name: .customLong("format"), parsing: .singleValue,
    help: ArgumentHelp(
      "What to write (default: html). Separate several with commas, or repeat the option.",
      valueName: "formats"))
  var lists: [FormatList] = []

  @Option(help: "Paper size of the PDF (default: a4).")
  var paper: Paper?

  @Option(
    help: ArgumentHelp(
      "The plan of a frontier to open with, counted from 1 (default: the one at the knee).",
      valueName: "n")
  )
  var plan: Int?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The folder to write to (default: the output folder; for a comparison, the working folder).",
      valueName: "folder"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "A file with title, logo and accent colour (default: report.yaml in the folder).",
      valueName: "file"))
  var style: String?

  struct FormatList: ExpressibleByArgument {
    let formats: [ReportFormat]

    init?(argument: String) {
      let names = argument.split(separator: ",", omittingEmptySubsequences: false)
      formats = names.compactMap { ReportFormat(rawValue: String($0)) }
      if formats.count < names.count { return nil }
    }

    static let allValueStrings = ReportFormat.allCases.map(\.rawValue)
  }

  enum Paper: String, ExpressibleByArgument, CaseIterable {
    case a4, letter
  }

  /// Each format once, in the order asked.
  private var formats: [ReportFormat] {
    let asked = lists.flatMap(\.formats)
    if asked.isEmpty { return [.html] }
    return asked.enumerated().filter { asked.firstIndex(of: $1) == $0 }.map(\.element)
  }

  func validate() throws {
    if paper != nil, !formats.contains(.pdf) {
      throw ValidationError("--paper applies only to a PDF: add --format pdf, or leave it out.")
    }
    if let plan, plan < 1 {
      throw ValidationError("--plan is \(plan); plans are numbered from 1.")
    }
    if let misuse = request.misuse { throw ValidationError(misuse) }
  }

  private var request: ReportRequest {
    ReportRequest(
      sources: folders, formats: formats,
      paper: paper.flatMap { PaperSize(rawValue: $0.rawValue) } ?? .a4, plan: plan, style: style,
      output: output)
  }

  func run() throws {
    let paths = try Failure.ofFiles { () throws(Faults) in try request.write() }
    for path in paths { StandardOutput.tell(path) }
  }
}
