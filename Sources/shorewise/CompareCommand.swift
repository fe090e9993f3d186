import ArgumentParser
import Comparison
import ResultFolders
import Studies
import TextFiles

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compares the runs in a store: two variants, a sweep, or all of them.",
    discussion: """
      Examples:
        shorewise compare runs.sqlite
        shorewise compare runs.sqlite - no-credits
        shorewise compare runs.sqlite --sweep tariffs --html tariffs.html
        shorewise compare runs.sqlite --run 3 --run 7

      Two variants are compared by their inputs and by their results; - stands for \
      the unchanged dataset. Without names, all runs are shown, then each sweep, \
      then the frontiers. The comparison says whether a difference in cost is \
      proved: one smaller than the gaps of the plans is not.
      """)

  @Argument(help: "A store written by shorewise batch.")
  var store: String

  @Argument(help: "Two variants; - stands for the unchanged dataset.")
  var variants: [String] = []

  @Option(
    help: ArgumentHelp(
      "Which dataset, if the store has several: its folder, or the end of its path.",
      valueName: "folder"))
  var dataset: String?

  @Option(help: ArgumentHelp("Which command, if several were run.", valueName: "command"))
  var command: String?

  @Option(
    help: ArgumentHelp(
      "Which options of the command, as typed, if it was run with different ones; '' for none.",
      valueName: "text"))
  var options: String?

  @Option(help: ArgumentHelp("Show only the runs of this sweep.", valueName: "name"))
  var sweep: String?

  @Option(
    name: .customLong("run"), parsing: .singleValue,
    help: ArgumentHelp("A run by its number; give two, instead of variants.", valueName: "id"))
  var runs: [Int64] = []

  @Flag(help: "Print the tables as JSON.")
  var json = false

  @Option(help: ArgumentHelp("The folder to write CSV tables to.", valueName: "folder"))
  var csv: String?

  @Option(help: ArgumentHelp("The HTML file to write figures and tables to.", valueName: "file"))
  var html: String?

  func validate() throws {
    if variants.count != 0, variants.count != 2 {
      throw ValidationError(
        "Expected two variants or none, but got \(variants.count); - stands for the unchanged dataset."
      )
    }
    if runs.count != 0, runs.count != 2 {
      throw ValidationError(
        "Expected two runs or none, but --run was given \(runs.count == 1 ? "once" : "\(runs.count) times")."
      )
    }
    if [!variants.isEmpty, !runs.isEmpty, sweep != nil].filter({ $0 }).count > 1 {
      throw ValidationError("Name two variants, two runs or a sweep, but only one of these.")
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
