import ArgumentParser
import Studies
import SupplyData
import TextFiles

struct VariantsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "variants",
    abstract: "Lists the variants of a dataset, or shows what one of them changes.",
    discussion: """
      Examples:
        shorewise variants list datasets/ev-battery
        shorewise variants show datasets/ev-battery no-credits

      A variant is a file in the dataset's folder variants. Other commands use it \
      with --variant.
      """,
    subcommands: [List.self, Show.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists the variants of a dataset, including the members of sweeps.",
      discussion: "Example: shorewise variants list datasets/ev-battery")

    @Argument(help: "The dataset's folder.")
    var dataset: String

    @Flag(help: "Print the result as JSON.")
    var json = false

    func run() throws {
      let listing = try Failure.ofDataset { () throws(Faults) in
        try VariantsStudy(folder: dataset).list()
      }
      StandardOutput.tell(json ? listing.json : listing.text)
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Shows the rows that a variant changes, before and after.",
      discussion: """
        Examples:
          shorewise variants show datasets/ev-battery no-credits
          shorewise variants show datasets/ev-battery --set 'tariffs[origin=CN].rate*=1.5'
        """)

    @Argument(help: "The dataset's folder.")
    var dataset: String

    @Argument(help: "A variant, or a member of a sweep.")
    var name: String?

    @Option(
      name: .customLong("set"), parsing: .singleValue,
      help: ArgumentHelp(
        "A change such as 'tariffs[origin=CN].rate*=1.5', made after the variant's. May be repeated.",
        valueName: "change"))
    var sets: [String] = []

    @Flag(help: "Print the result as JSON.")
    var json = false

    func validate() throws {
      if name == nil, sets.isEmpty {
        throw ValidationError("Name a variant, or give a change with --set.")
      }
    }

    func run() throws {
      let difference = try Failure.ofDataset { () throws(Faults) in
        try VariantsStudy(folder: dataset).show(DatasetChanges(variant: name, sets: sets))
      }
      StandardOutput.tell(json ? difference.json : difference.text)
    }
  }
}
