import Findings
import Foundation
import SupplyPlan
package import TextFiles

/// What an output folder holds: a frontier or a plan, and findings.
///
/// One rule for every command that reads a folder: `frontier.json` makes it the folder of a frontier, else `plan.json` that of a
/// plan; findings stand beside either, or alone. What stands alone needs the copy of the dataset in `inputs` like everything
/// else.
package struct OutputContents {
  /// The result of a solve.
  package enum Result {
    case frontier, plan
  }

  /// The result of a solve that it holds; `nil` where there is none.
  package let result: Result?
  /// The files of findings that it holds, in the order of the catalogue.
  package let findings: [String]

  /// - Parameter folder: the folder; one that does not exist holds nothing.
  package init(of folder: String) {
    let holds = { FileManager.default.fileExists(atPath: WholeFile.join(folder, $0)) }
    result = holds("frontier.json") ? .frontier : holds("plan.json") ? .plan : nil
    findings = FindingCatalogue.files.filter(holds)
  }

  /// Whether there is nothing to report.
  package var isEmpty: Bool { result == nil && findings.isEmpty }

  /// The fault of a folder that holds nothing to report.
  package static func nothing(in folder: String) -> Faults {
    Faults([
      Fault(
        file: folder,
        cause:
          "it contains no frontier.json, plan.json or finding (\(FindingCatalogue.files.joined(separator: ", ")))",
        cure: """
          Name a folder written by `shorewise frontier -o`, `shorewise plan -o` or an analysis with -o.
          """)
    ])
  }
}
