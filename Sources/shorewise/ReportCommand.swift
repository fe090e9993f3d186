import ArgumentParser
import Studies
import SupplyData

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Writes the report of an output folder, as one self-contained HTML file.",
    discussion: """
      Example: shorewise report first-steps-frontier

      The folder is one that shorewise frontier -o or shorewise plan -o has filled.
      """)

  @Argument(help: "The output folder to report on.")
  var folder: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The folder to write report.html to (default: the folder itself).", valueName: "folder"))
  var output: String?

  func run() throws {
    let path = try Failure.ofFiles { () throws(Faults) in
      try ReportStudy(folder: folder).write(to: output ?? folder)
    }
    print(path)
  }
}
