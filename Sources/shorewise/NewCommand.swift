import ArgumentParser
import Studies
import TextFiles

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Writes a small dataset to start from, explained in its own files.",
    discussion: """
      Example: shorewise new my-network

      The dataset is complete: check, plan, frontier and report work on it as it \
      is. Its plan.yaml and README.md explain every setting, table and column. \
      A folder that holds something is left as it is.
      """)

  @Argument(help: "The folder to write, a new or an empty one; its name is the title.")
  var name: String

  func validate() throws {
    if let objection = NewStudy(folder: name).objection { throw ValidationError(objection) }
  }

  func run() throws {
    let finding = try Failure.ofFiles { () throws(Faults) in try NewStudy(folder: name).run() }
    StandardOutput.tell(finding.text)
  }
}
