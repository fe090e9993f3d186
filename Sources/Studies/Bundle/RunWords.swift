import Decomposition
import FrontierSearch
import NetworkDesign
import SupplyData
import SupplyPlan
import TextFiles

/// The command line that repeats a run on a bundle's inputs: every option that can make another result, defaults included.
struct RunWords {
  private(set) var words: [String]

  init(_ command: String) { words = ["shorewise", command, LoadedDataset.inputsFolder] }

  mutating func add(_ option: String, _ value: String?) {
    if let value { words += [option, value] }
  }

  mutating func add(_ option: String, _ value: Double?) {
    add(option, value.map(NumberText.text))
  }

  mutating func add(_ measure: RiskMeasure) {
    add("--measure", measure.name)
    add("--level", measure.level)
  }

  mutating func add(flag: String, _ isSet: Bool) {
    if isSet { words.append(flag) }
  }

  /// The words for a shell.
  static func line(_ words: [String]) -> String {
    words.map { $0.hasPrefix("--") ? $0 : ShellWord.path($0) }.joined(separator: " ")
  }
}

extension PlanStudy {
  /// The command line that repeats it on a copy of its dataset.
  func words(timeLimit: Double?) -> [String] {
    var words = RunWords("plan")
    words.add("--max-risk", question.maxRisk)
    words.add("--max-unmet", question.maxUnmet)
    words.add("--minimise", question.objective.rawValue)
    words.add(flag: "--baseline", question.firstStage == .currentNetwork)
    words.add(question.measure)
    words.add("--gap", gap)
    words.add("--method", method.rawValue)
    words.add("--threads", "\(threads)")
    words.add("--time-limit", timeLimit)
    return words.words
  }
}

extension FrontierStudy {
  /// The command line that repeats it on a copy of its dataset.
  func words(timeLimit: Double?) -> [String] {
    var words = RunWords("frontier")
    words.add("--tolerance", search.tolerance)
    words.add("--points", search.maximumPoints.map(String.init))
    words.add(measure)
    words.add("--gap", search.gap)
    words.add("--method", method.rawValue)
    words.add("--threads", "\(search.threads)")
    words.add("--time-limit", timeLimit)
    return words.words
  }
}
