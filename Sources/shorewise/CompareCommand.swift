import ArgumentParser
import Comparison
import ResultFolders
import Studies
import TextFiles

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compares the runs of a store: two variants, a sweep over its axes, or all.",
    discussion: """
      Examples:
        shorewise compare runs.sqlite
        shorewise compare runs.sqlite - no-credits
        shorewise compare runs.sqlite --sweep tariffs --html tariffs.html
        shorewise compare runs.sqlite --run 3 --run 7

      Two variants are compared in what they read and in what was found; - is the \
      dataset as its files are. Without names all runs are shown, then each sweep, \
      then the frontiers. Costs are told with what is proved: plans whose costs \
      differ by less than their gaps are not proved to differ.
      """)

  @Argument(help: "The store that shorewise batch filled.")
  var store: String

  @Argument(help: "Two variants; - is the dataset as its files are.")
  var variants: [String] = []

  @Option(
    help: ArgumentHelp(
      "The dataset, where the store has several: its folder, or the end of its path.",
      valueName: "folder"))
  var dataset: String?

  @Option(help: ArgumentHelp("The command, where several were run.", valueName: "command"))
  var command: String?

  @Option(
    help: ArgumentHelp(
      "The command's options as they were typed, where it was run with several; '' is none.",
      valueName: "text"))
  var options: String?

  @Option(help: ArgumentHelp("The runs of one sweep alone.", valueName: "name"))
  var sweep: String?

  @Option(
    name: .customLong("run"), parsing: .singleValue,
    help: ArgumentHelp("A run by its number; given twice, instead of variants.", valueName: "id"))
  var runs: [Int64] = []

  @Flag(help: "Print the tables as JSON.")
  var json = false

  @Option(help: ArgumentHelp("The folder to write CSV tables to.", valueName: "folder"))
  var csv: String?

  @Option(help: ArgumentHelp("The file to write a page with figures to.", valueName: "file"))
  var html: String?

  func validate() throws {
    if variants.count != 0, variants.count != 2 {
      throw ValidationError(
        "\(variants.count) variants are named; name two (- is the dataset as its files are), or none."
      )
    }
    if runs.count != 0, runs.count != 2 {
      throw ValidationError("--run names \(runs.count) runs; name two, or none.")
    }
    if [!variants.isEmpty, !runs.isEmpty, sweep != nil].filter({ $0 }).count > 1 {
      throw ValidationError("Name two variants, two runs or a sweep, not several of these.")
    }
  }

  func run() throws {
    try Failure.ofFiles { () throws(Faults) in
      if let csv { try OutputFolder(csv).check() }
      if let html { try OutputFile(html).checkPage() }
    }
    let comparison = try Failure.ofFiles { () throws(Faults) in
      try StoreComparison(of: try StorePath.open(store), choice)
    }
    // Printed first: it is all there is if the files cannot be written.
    StandardOutput.tell(comparison.text, orJSON: json ? comparison.json : nil)
    try Failure.ofFiles { () throws(Faults) in
      if let csv { try comparison.writeTables(to: csv) }
      if let html { try comparison.writePage(to: html) }
    }
  }

  private var choice: ComparisonChoice {
    var choice = ComparisonChoice(
      dataset: dataset, command: command, options: options, sweep: sweep)
    if variants.count == 2 { choice.pair = .variants(variants[0], variants[1]) }
    if runs.count == 2 { choice.pair = .runs(runs[0], runs[1]) }
    return choice
  }
}
