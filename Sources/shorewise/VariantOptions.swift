import ArgumentParser
import SupplyData

/// What is to be different from the dataset's files.
struct VariantOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A variant of the dataset, or a member of a sweep.", valueName: "name"))
  var variant: String?

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp(
      "A change such as 'tariffs[origin=CN].rate*=1.5', made after the variant's; also with =, += or -=. May be repeated.",
      valueName: "change"))
  var sets: [String] = []

  /// The changes.
  var changes: DatasetChanges { DatasetChanges(variant: variant, sets: sets) }

  /// The options as they are typed, with a blank before each.
  var words: String {
    (variant.map { " --variant \($0)" } ?? "") + sets.map { " --set '\($0)'" }.joined()
  }
}
