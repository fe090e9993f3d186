import ArgumentParser
import Studies

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Reads and validates a dataset; prints every fault, or the dataset's size.",
    discussion: """
      Example: shorewise check datasets/first-steps

      Exit status 65 where the dataset is not valid, or says what can hardly be \
      meant: a product that nobody can make, a customer that no lane reaches, a \
      demand beyond all capacity. A solve accepts the latter and warns.
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
