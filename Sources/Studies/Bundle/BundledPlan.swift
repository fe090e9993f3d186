import PlanChecker
import SupplyData
import SupplyPlan
import TextFiles

/// A plan of a bundle with what the checker says of it.
struct BundledPlan {
  /// The folder of the plan in the bundle; empty for the bundle itself.
  let folder: String
  let plan: Plan
  let verdict: PlanVerdict

  init(_ plan: Plan, folder: String, dataset: Dataset) {
    self.plan = plan
    self.folder = folder
    verdict = PlanChecker(dataset).check(plan)
  }

  /// The path of its `plan.json`.
  var path: String { WholeFile.join(folder, "plan.json") }

  /// The verdict in lines, each with the plan's folder where there are several plans.
  var text: String {
    folder.isEmpty ? verdict.text : "\(folder): \(verdict.text)"
  }
}
