import NetworkDesign
import ResultFolders
package import SupplyData
import SupplyPlan
import TextFiles
import Wording

/// The command line that repeats a run on a bundle's inputs: every option that can make another result, defaults included.
package struct RunWords {
  package private(set) var words: [String]

  package init(_ command: String) { words = ["shorewise", command, LoadedDataset.inputsFolder] }

  package mutating func add(_ option: String, _ value: String?) {
    if let value { words += [option, value] }
  }

  package mutating func add(_ option: String, _ value: Double?) {
    add(option, value.map(NumberText.text))
  }

  package mutating func add(_ measure: RiskMeasure) {
    add("--measure", measure.name)
    add("--level", measure.level)
  }

  package mutating func add(flag: String, _ isSet: Bool) {
    if isSet { words.append(flag) }
  }

  /// The words for a shell.
  package static func line(_ words: [String]) -> String {
    words.map { $0.hasPrefix("--") ? $0 : ShellWord.path($0) }.joined(separator: " ")
  }
}
