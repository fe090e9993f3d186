package import PlanChecker
package import SupplyData
package import SupplyPlan
import TextFiles

/// A plan of a bundle with what the checker says of it.
package struct BundledPlan {
  /// The folder of the plan in the bundle; empty for the bundle itself.
  package let folder: String
  package let plan: Plan
  package let verdict: PlanVerdict

  package init(_ plan: Plan, folder: String, dataset: Dataset) {
    self.plan = plan
    self.folder = folder
    verdict = PlanChecker(dataset).check(plan)
  }

  /// The path of its `plan.json`.
  package var path: String { WholeFile.join(folder, "plan.json") }

  /// The verdict in lines, each with the plan's folder where there are several plans.
  package var text: String {
    folder.isEmpty ? verdict.text : "\(folder): \(verdict.text)"
  }
}
