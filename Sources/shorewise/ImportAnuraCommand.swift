import AnuraImport
import ArgumentParser
import Findings
import Studies
import SupplyData
import TextFiles

struct ImportAnuraCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "anura",
    abstract: "Converts a Cosmic Frog model (CSV tables of the Anura schema) to a dataset.",
    discussion: """
      Example: shorewise import anura model-tables -o my-network

      The folder holds the model's tables as Cosmic Frog exports them, such as \
      Facilities.csv and TransportationPolicies.csv. Anything without a counterpart in \
      a dataset is listed by table, column and number of rows, both here and in the \
      dataset's files import.json and IMPORT.md. Amounts become annual rates; \
      nothing is discounted.
      """)

  @Argument(help: "The folder with the model's CSV tables.")
  var folder: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The folder to write the dataset to; must be new or empty.", valueName: "dataset"))
  var output: String

  @Option(help: "The country, by name or code, of places that name none.")
  var country = "US"

  @Option(
    help: ArgumentHelp(
      "The cost of an undelivered unit if the model gives neither price nor penalty (default: ten times the highest unit cost).",
      valueName: "money"))
  var shortageCost: Double?

  @Flag(help: "Print the import report as JSON.")
  var json = false

  func validate() throws {
    if let objection = AnuraImportStudy.objection(to: country) {
      throw ValidationError("--country: \(objection)")
    }
    if let shortageCost, !(shortageCost > 0 && shortageCost <= 1e15) {
      throw ValidationError("--shortage-cost must be above 0 and at most 1e15.")
    }
  }

  func run() throws {
    let study = AnuraImportStudy(folder: folder, country: country, shortageCost: shortageCost)
    try Failure.ofFiles { () throws(Faults) in try AnuraImportStudy.prepare(output) }
    let finding = try Failure.ofDataset { () throws(Faults) in try study.run() }
    try Failure.ofFiles { () throws(Faults) in try study.write(finding, to: output) }
    StandardOutput.tell(
      ImportText(finding.record).text, orJSON: json ? finding.record.jsonText : nil)
    for warning in finding.warnings { StandardError.write("\(warning)\n") }
  }
}
