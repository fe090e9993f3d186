import SupplyData
import TestDatasets
import Testing
import TextFiles

/// A dataset with one thing wrong, and what is to be said of it.
struct BrokenDataset: Sendable, CustomTestStringConvertible {
  /// The rule that is broken.
  let rule: String
  /// Where: `file:line:column`.
  let place: String
  /// What the cause says, among other words.
  let cause: String
  /// What the cure says, among other words.
  let cure: String
  let dataset: TestDataset

  var testDescription: String { rule }

  init(
    _ rule: String, at place: String, says cause: String, cure: String = "",
    _ break: (TestDataset) -> TestDataset
  ) {
    self.rule = rule
    self.place = place
    self.cause = cause
    self.cure = cure
    dataset = `break`(TestDataset())
  }

  /// What reading the dataset throws.
  var faults: [Fault] { SupplyDataTests.faults(of: dataset.source) }
}

/// What reading the files throws; nothing where they are valid.
func faults(of source: DatasetSource) -> [Fault] {
  do throws(Faults) {
    _ = try Dataset.reading(source)
    return []
  } catch {
    return error.all
  }
}

extension Fault {
  /// `file:line:column`.
  var place: String { "\(file):\(line):\(column)" }
}
