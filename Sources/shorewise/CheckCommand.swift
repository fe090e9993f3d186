import ArgumentParser
import Studies

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Validates a dataset; prints every error in it, or its size.",
    discussion: """
      Example: shorewise check datasets/first-steps

      The exit status is 65 if the dataset is invalid or implausible: a product that \
      nobody can make, a customer that no lane reaches, a demand beyond all capacity. \
      Other commands accept implausible data with a warning.
      """)

  @Argument(help: "The dataset's folder.")
  var dataset: String

  @OptionGroup var variant: VariantOptions

  @Flag(help: "Print the result as JSON.")
  var json = false

  func run() throws {
    let finding = CheckStudy(folder: dataset, changes: variant.changes).run()
    StandardOutput.tell(json ? finding.json : finding.text)
    if finding.isRefused { throw ExitCode.invalidDataset }
  }
}
