import Audit
import Decomposition
import FrontierSearch
import NetworkDesign
import SupplyPlan

extension PlanStudy {
  /// The command line that repeats it on a copy of its dataset.
  func words(timeLimit: Double?) -> [String] {
    var words = RunWords("plan")
    words.add("--max-risk", question.maxRisk)
    words.add("--max-unmet", question.maxUnmet)
    words.add("--minimise", question.objective.rawValue)
    words.add("--network", question.firstStage.comparator?.rawValue)
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
