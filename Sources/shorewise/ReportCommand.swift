import ArgumentParser
import Browser
import Studies
import SupplyData

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Writes the report of an output folder: a self-contained HTML file, a PDF, drawings.",
    discussion: """
      Examples:
        shorewise report first-steps-frontier
        shorewise report first-steps-frontier --format html,pdf --paper letter
        shorewise report ev-battery-frontier --format svg --plan 5

      The folder is one that shorewise frontier -o or shorewise plan -o has filled. \
      html is report.html, one file that asks for nothing else; pdf is report.pdf, \
      which an installed Chromium prints; svg is a folder figures, a drawing for \
      each figure.
      """)

  @Argument(help: "The output folder to report on.")
  var folder: String

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
      "The folder to write to (default: the folder itself).", valueName: "folder"))
  var output: String?

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
  }

  func run() throws {
    let study = ReportStudy(
      folder: folder, formats: formats,
      paper: paper.flatMap { PaperSize(rawValue: $0.rawValue) } ?? .a4, plan: plan)
    let paths = try Failure.ofFiles { () throws(Faults) in try study.write(to: output ?? folder) }
    for path in paths { print(path) }
  }
}
