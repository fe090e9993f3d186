import ArgumentParser
import Studies
import TextFiles

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Makes a dataset of files in another format.",
    discussion: """
      Example: shorewise import orlib cap41.txt -o cap41

      The folder is a new or an empty one. What is wrong with the file is told \
      with line and column, all of it at once; nothing is written then.
      """,
    subcommands: [
      WarehouseLocationImport.self, TwoStageLocationImport.self, ImportAnuraCommand.self,
    ])
}

/// Where an instance comes from, and where it goes.
struct InstanceOptions: ParsableArguments {
  @Argument(help: "The instance's file.")
  var file: String

  @Option(name: .shortAndLong, help: "The folder to write, a new or an empty one.")
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
    abstract: "Capacitated warehouse location, from the OR-Library.",
    discussion: """
      Example: shorewise import orlib cap41.txt -o cap41

      Customers may be served from several sites. The least cost of the dataset is \
      that of the instance: shorewise plan cap41 --gap 0.
      """)

  @OptionGroup var instance: InstanceOptions

  @Option(
    help: ArgumentHelp(
      "What the word 'capacity' stands for, in the files that have it instead of a number.",
      valueName: "units"))
  var capacity: Double?

  func validate() throws {
    if let capacity, !(capacity > 0 && capacity <= 1e15) {
      throw ValidationError("--capacity is a number above 0, at most 1e15.")
    }
  }

  func run() throws { try instance.run(.warehouseLocation(capacity: capacity)) }
}

struct TwoStageLocationImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tscflp",
    abstract: "Two-stage capacitated facility location: plants, depots, customers.",
    discussion: """
      Example: shorewise import tscflp PSC1-C1-50.txt -o psc1

      The file is one of the format of Fernandes et al. (2014). The least cost of \
      the dataset is that of the instance: shorewise plan psc1 --gap 0.
      """)

  @OptionGroup var instance: InstanceOptions

  func run() throws { try instance.run(.twoStageLocation) }
}
