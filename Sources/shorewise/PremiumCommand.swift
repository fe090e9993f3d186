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
    abstract: "Prices each step along a saved frontier: what it costs, what it buys, when it pays.",
    discussion: """
      Examples:
        shorewise frontier datasets/first-steps -o first-steps-frontier
        shorewise premium first-steps-frontier

      It reads the plans and bounds in the folder and solves nothing. A step pays for \
      itself if an event is likely enough that the sales saved are worth its cost; \
      premium shows how likely that is.
      """)

  @Argument(help: "A folder written by shorewise frontier -o.")
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
