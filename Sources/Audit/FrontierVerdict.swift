import PlanChecker
package import ResultFolders
package import SupplyData
import SupplyPlan
import TextFiles

/// What the checker says of every plan of a frontier's bundle, and whether the frontier says the same of them.
public struct FrontierVerdict: Sendable {
  private let seal: BundleSeal
  private let plans: [BundledPlan]
  private let differences: [String]

  package init(_ folder: FrontierFolder, seal: BundleSeal, dataset: Dataset) {
    self.seal = seal
    let points = folder.frontier.points
    var plans = zip(points, folder.plans).map {
      BundledPlan($1, folder: Self.folder(of: $0.plan), dataset: dataset)
    }
    differences = zip(points, plans).flatMap { point, item in
      [
        ("cost", point.cost, item.plan.cost ?? .nan),
        ("sales at risk", point.salesAtRisk, item.plan.risk.salesAtRisk ?? .nan),
      ].compactMap { name, said, has in
        abs(said - has) <= Self.tolerance * max(1, abs(has))
          ? nil : "\(item.folder): frontier.json says \(name) \(said), but the plan has \(has)"
      }
    }
    for (plan, path) in [
      (folder.baseline, folder.frontier.baseline), (folder.expanded, folder.frontier.expanded),
    ] {
      guard let plan, let path else { continue }
      plans.append(BundledPlan(plan, folder: Self.folder(of: path), dataset: dataset))
    }
    self.plans = plans
  }

  /// Both files are written from the same numbers.
  private static let tolerance = 1e-9

  private static func folder(of path: String) -> String {
    path.split(separator: "/").dropLast().joined(separator: "/")
  }

  /// Whether every plan is sound and the frontier agrees with them.
  public var isSound: Bool {
    differences.isEmpty && plans.allSatisfy { $0.verdict.isSound }
  }

  /// The verdicts in lines for a reader.
  public var text: String {
    ([seal.text] + plans.map(\.text) + differences).joined(separator: "\n")
  }

  /// The verdicts as JSON.
  public var json: String {
    prettyJSON(
      Report(
        bundle: VerdictReport.Bundle(seal), sound: isSound, plans: VerdictReport.list(plans),
        differences: differences))
  }

  private struct Report: Encodable {
    let bundle: VerdictReport.Bundle
    let sound: Bool
    let plans: [VerdictReport]
    let differences: [String]
  }
}
