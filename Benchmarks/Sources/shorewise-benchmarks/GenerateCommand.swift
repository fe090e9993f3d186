import ArgumentParser
import BenchmarkDatasets
import Foundation

struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Makes a dataset from a seed.",
    discussion: """
      Examples:
        shorewise-benchmarks generate --size S --seed 1 /tmp/S-1
        shorewise-benchmarks generate --size S --scenarios 40 --facilities 80 /tmp/S-40-80

      The same size, numbers and seed give the same bytes everywhere.
      """)

  @Option(help: "How large it is.")
  var size: DatasetSize

  @Option(help: "Which dataset of that size.")
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("Another number of scenarios.", valueName: "n"))
  var scenarios: Int?

  @Option(help: ArgumentHelp("Another number of facilities.", valueName: "n"))
  var facilities: Int?

  @Argument(help: "The folder to write to; it is made if need be.")
  var folder: String

  private var shape: DatasetShape {
    DatasetShape(size, scenarios: scenarios, facilities: facilities)
  }

  func validate() throws {
    if let fault = shape.fault { throw ValidationError(fault) }
  }

  func run() throws {
    let title = "Generated \(size.rawValue) \(seed)"
    try GeneratedDataset(shape, seed: seed, title: title)
      .write(to: URL(fileURLWithPath: folder, isDirectory: true))
  }
}
