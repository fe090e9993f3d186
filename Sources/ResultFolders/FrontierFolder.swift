import Findings
package import Premium
package import SupplyData
package import SupplyPlan
package import TextFiles

/// The folder of `frontier -o`, read: the frontier, the plan of each point, and the networks to compare with.
package struct FrontierFolder {
  /// Its path.
  package let path: String
  /// What `frontier.json` says.
  package let frontier: FrontierRecord
  /// The plans of its points, in their order.
  package let plans: [Plan]
  /// The current network, where it has a plan.
  package let baseline: Plan?
  /// Today's sites, expanded, where they have a plan.
  package let expanded: Plan?

  /// Reads the folder.
  ///
  /// - Throws: faults of its files.
  package init(_ folder: String) throws(Faults) {
    path = folder
    frontier = try FrontierRecord.read(from: folder)
    var plans: [Plan] = []
    for point in frontier.points {
      plans.append(try Plan.read(from: WholeFile.join(folder, point.plan)))
    }
    self.plans = plans
    func read(_ path: String?) throws(Faults) -> Plan? {
      guard let path else { return nil }
      return try Plan.read(from: WholeFile.join(folder, path))
    }
    baseline = try read(frontier.baseline)
    expanded = try read(frontier.expanded)
  }

  /// What resilience costs along the frontier.
  ///
  /// - Throws: faults where frontier, plans and dataset do not belong together; files are named with the folder.
  package func premium(_ dataset: Dataset) throws(Faults) -> PremiumRecord {
    do throws(Faults) {
      return try Premium(
        dataset: dataset, frontier: frontier, plans: plans, current: baseline, expanded: expanded
      ).record()
    } catch {
      throw Faults(error.all.map { $0.located(in: path) })
    }
  }
}
