import SupplyData

/// An outage that constraints want survived: what is out, how long, and how many sales each constraint lets it cost.
struct SurvivedOutage: Sendable {
  let target: OutageTarget
  let weeks: Double
  /// The constraints, by their index in the dataset.
  private(set) var constraints: [Int]

  /// How a plan's tables name it.
  var name: String { "outage:\(target.text)" }

  /// All of a dataset, each target once, in the order in which constraints name them.
  static func all(in dataset: Dataset) -> [SurvivedOutage] {
    let reading = OutageReading(dataset)
    var outages: [SurvivedOutage] = []
    for (index, constraint) in dataset.constraints.enumerated() {
      guard case .survive(let selector) = constraint.kind else { continue }
      for target in reading.targets(of: selector.text) {
        if let known = outages.firstIndex(where: { $0.target == target }) {
          outages[known].constraints.append(index)
        } else if let weeks = reading.weeks(of: target) {
          outages.append(SurvivedOutage(target: target, weeks: weeks, constraints: [index]))
        }
      }
    }
    return outages
  }
}
