import ArgumentParser
import Studies
import TextFiles

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Creates a small dataset to start from, with every setting explained.",
    discussion: """
      Example: shorewise new my-network

      The dataset is complete: check, plan, frontier and report work on it right \
      away. Its plan.yaml and README.md explain every setting, table and column. \
      A folder that is not empty is left alone.
      """)

  @Argument(help: "The folder to create; must be new or empty. Its name becomes the title.")
  var name: String

  func validate() throws {
    if let objection = NewStudy(folder: name).objection { throw ValidationError(objection) }
  }

  func run() throws {
    let finding = try Failure.ofFiles { () throws(Faults) in try NewStudy(folder: name).run() }
    StandardOutput.tell(finding.text)
  }
}
