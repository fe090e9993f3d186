import AnuraImport
import ArgumentParser
import Findings
import Studies
import SupplyData
import TextFiles

struct ImportAnuraCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "anura",
    abstract: "Makes a dataset of a Cosmic Frog model: CSV tables of the schema Anura.",
    discussion: """
      Example: shorewise import anura model-tables -o my-network

      The folder holds the model's tables as Cosmic Frog exports them, such as \
      Facilities.csv and TransportationPolicies.csv. What has no counterpart in \
      a dataset is listed by table, column and number of rows, here and in the \
      files import.json and IMPORT.md of the dataset. Amounts become rates per \
      year; nothing is discounted.
      """)

  @Argument(help: "The folder of the model's CSV tables.")
  var folder: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The folder to write the dataset to, a new or an empty one.", valueName: "dataset"))
  var output: String

  @Option(help: "Name or code of the country of places that name none.")
  var country = "US"

  @Option(
    help: ArgumentHelp(
      "What a unit not delivered costs where the model gives neither price nor penalty (default: ten times what a unit costs at the dearest).",
      valueName: "money"))
  var shortageCost: Double?

  @Flag(help: "Print the account as JSON.")
  var json = false

  func validate() throws {
    if let objection = AnuraImportStudy.objection(to: country) {
      throw ValidationError("--country: \(objection)")
    }
    if let shortageCost, !(shortageCost > 0 && shortageCost <= 1e15) {
      throw ValidationError("--shortage-cost is an amount of money above 0.")
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
