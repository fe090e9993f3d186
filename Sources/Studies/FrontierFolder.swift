import SupplyData
import SupplyPlan

/// The folder of `frontier -o`, read: the frontier, the plan of each point, and the current network.
struct FrontierFolder {
  /// What `frontier.json` says.
  let frontier: FrontierRecord
  /// The plans of its points, in their order.
  let plans: [Plan]
  /// The current network, where it has a plan.
  let baseline: Plan?

  /// Reads the folder.
  ///
  /// - Throws: faults of its files.
  init(_ folder: String) throws(Faults) {
    frontier = try FrontierRecord.read(from: folder)
    var plans: [Plan] = []
    for point in frontier.points {
      plans.append(try Plan.read(from: WholeFile.join(folder, point.plan)))
    }
    self.plans = plans
    var baseline: Plan?
    if let path = frontier.baseline {
      baseline = try Plan.read(from: WholeFile.join(folder, path))
    }
    self.baseline = baseline
  }
}
