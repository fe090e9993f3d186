import ArgumentParser
import Findings
import Premium
import ResultFolders
import Studies
import SupplyData
import TextFiles

struct PremiumCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "premium",
    abstract: "Prices each step of a written frontier: what it costs, buys, and when it pays.",
    discussion: """
      Examples:
        shorewise frontier datasets/first-steps -o first-steps-frontier
        shorewise premium first-steps-frontier

      Reads the plans and bounds of the folder; nothing is solved. A step pays at \
      the probability of an event from which the sales that it saves are worth \
      what it costs.
      """)

  @Argument(help: "The folder that shorewise frontier -o has filled.")
  var frontier: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder to write premium.json and its tables to.", valueName: "folder"))
  var output: String?

  @Flag(help: "Print the result as JSON.")
  var json = false

  func run() throws {
    let study = PremiumStudy(folder: frontier)
    if let output {
      try Failure.ofFiles { () throws(Faults) in try OutputFolder(output).prepare() }
    }
    let inputs = try Failure.ofFiles { () throws(Faults) in try study.findDataset() }
    let loaded = try Failure.ofDataset { () throws(Faults) in try LoadedDataset(folder: inputs) }
    let record = try Failure.ofFiles { () throws(Faults) in try study.run(loaded) }
    // Printed first: it is all there is if the files cannot be written.
    StandardOutput.tell(
      PremiumText(record, dataset: loaded.dataset).text, orJSON: json ? record.jsonText : nil)
    if let output {
      try Failure.ofFiles { () throws(Faults) in try study.write(record, loaded, to: output) }
      Written.tell([PremiumRecord.file, "inputs/"], tables: true, in: output, json: json)
    }
  }
}
