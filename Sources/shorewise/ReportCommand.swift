import ArgumentParser
import Browser
import Report
import Studies
import TextFiles

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Writes the report of an output folder, or of several results side by side.",
    discussion: """
      Examples:
        shorewise report first-steps-frontier
        shorewise report first-steps-frontier --format html,pdf --paper letter
        shorewise report ev-battery-frontier --format markdown,svg,csv,geojson --plan 5
        shorewise report before after -o comparison
        shorewise report runs.sqlite

      A folder is one that shorewise frontier -o or shorewise plan -o has filled. \
      html is report.html, one file that asks for nothing else; pdf is report.pdf, \
      which an installed Chromium prints; svg is a folder figures, a drawing for \
      each figure; markdown is report.md; csv is a folder tables; geojson is \
      network.geojson, sites and flows for QGIS and the like.

      Several folders, or a store that shorewise batch filled, are set side by \
      side in comparison.html: frontiers, costs line by line, sites, mix, \
      sales lost, inputs, sweeps, regrets.

      report.yaml in the folder, or --style FILE, says how the report looks; all \
      keys may be absent:
        title: Batteries made nearer
        logo: logo.svg        (PNG, JPEG or SVG, beside the file)
        accent: "#0a5c5c"     (dark enough to be read on white)
      """)

  @Argument(
    help: ArgumentHelp(
      "The output folder to report on; several folders or stores are compared.",
      valueName: "folder"))
  var folders: [String]

  @Option(
    name: .customLong("format"), parsing: .singleValue,
    help: ArgumentHelp(
      "What to write (default: html). Several with commas, or repeated.", valueName: "formats"))
  var lists: [FormatList] = []

  @Option(help: "What a PDF is printed on (default: a4).")
  var paper: Paper?

  @Option(
    help: ArgumentHelp(
      "The plan of a frontier to open with, from 1 (default: the one at the knee).", valueName: "n")
  )
  var plan: Int?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The folder to write to (default: the folder itself; of several the working folder).",
      valueName: "folder"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Title, logo and accent colour (default: report.yaml in the folder).",
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
      throw ValidationError("--paper is for a PDF: add --format pdf, or leave it out.")
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
