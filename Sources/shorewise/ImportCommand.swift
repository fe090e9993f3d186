import ArgumentParser
import Studies
import TextFiles

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Converts files in another format to a dataset.",
    discussion: """
      Example: shorewise import orlib cap41.txt -o cap41

      The output folder must be new or empty. If the file has errors, they are all \
      reported at once, with line and column, and nothing is written.
      """,
    subcommands: [
      WarehouseLocationImport.self, TwoStageLocationImport.self, ImportAnuraCommand.self,
    ])
}

/// Where an instance comes from, and where it goes.
struct InstanceOptions: ParsableArguments {
  @Argument(help: "The file of the instance.")
  var file: String

  @Option(name: .shortAndLong, help: "The folder to write the dataset to; must be new or empty.")
  var output: String

  /// Makes the dataset.
  func run(_ format: ImportStudy.Format) throws {
    let study = ImportStudy(format: format, file: file, folder: output)
    try Failure.ofFiles { () throws(Faults) in try study.prepare() }
    let dataset = try Failure.ofDataset { () throws(Faults) in try study.read() }
    let finding = try Failure.ofFiles { () throws(Faults) in try study.write(dataset) }
    StandardOutput.tell(finding.text)
  }
}

struct WarehouseLocationImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "orlib",
    abstract: "Imports a capacitated warehouse location problem from the OR-Library.",
    discussion: """
      Example: shorewise import orlib cap41.txt -o cap41

      A customer may be served from several sites. The dataset has the same least cost \
      as the instance: shorewise plan cap41 --gap 0.
      """)

  @OptionGroup var instance: InstanceOptions

  @Option(
    help: ArgumentHelp(
      "The capacity to use in files that have the word 'capacity' instead of a number.",
      valueName: "units"))
  var capacity: Double?

  func validate() throws {
    if let capacity, !(capacity > 0 && capacity <= 1e15) {
      throw ValidationError("--capacity must be above 0 and at most 1e15.")
    }
  }

  func run() throws { try instance.run(.warehouseLocation(capacity: capacity)) }
}

struct TwoStageLocationImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tscflp",
    abstract: "Imports a two-stage capacitated location problem: plants, depots, customers.",
    discussion: """
      Example: shorewise import tscflp PSC1-C1-50.txt -o psc1

      The file has the format of Fernandes et al. (2014). The dataset has the same \
      least cost as the instance: shorewise plan psc1 --gap 0.
      """)

  @OptionGroup var instance: InstanceOptions

  func run() throws { try instance.run(.twoStageLocation) }
}
