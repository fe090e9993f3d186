import Findings
import Foundation
import Report
public import SupplyData
import SupplyPlan

/// The report of an output folder.
public struct ReportStudy: Sendable {
  /// The folder that a frontier or a plan was written to.
  public var folder: String

  /// - Parameter folder: the folder that a frontier or a plan was written to.
  public init(folder: String) { self.folder = folder }

  /// Writes `report.html`, and returns its path.
  ///
  /// - Throws: faults of the folder's files.
  public func write(to output: String) throws(Faults) -> String {
    let name = "report.html"
    var input = try input()
    input.flip = try FlipRecord.read(from: folder)
    input.regret = try RegretRecord.read(from: folder)
    let report = HTMLReport(input)
    let text: String
    do { text = try report.render() } catch {
      throw Faults([
        Fault(file: folder, cause: "no report can be made", cure: "\(error)")
      ])
    }
    try WholeFile.write(text, name: name, folder: output)
    return WholeFile.join(output, name)
  }

  private func input() throws(Faults) -> ReportInput {
    guard let kind = OutputKind(of: folder) else {
      throw Faults([
        Fault(
          file: folder, cause: "there is neither a frontier.json nor a plan.json in it",
          cure: "Name a folder that `shorewise frontier -o` or `shorewise plan -o` has filled.")
      ])
    }
    let dataset = try dataset()
    if kind == .plan {
      return ReportInput(dataset: dataset, plans: [try Plan.read(from: folder)])
    }
    let frontier = try FrontierRecord.read(from: folder)
    var plans: [Plan] = []
    for point in frontier.points {
      plans.append(try Plan.read(from: WholeFile.join(folder, point.plan)))
    }
    var baseline: Plan?
    if let path = frontier.baseline {
      baseline = try Plan.read(from: WholeFile.join(folder, path))
    }
    return ReportInput(dataset: dataset, frontier: frontier, plans: plans, baseline: baseline)
  }

  private func dataset() throws(Faults) -> Dataset {
    let inputs = try InputsFolder.find(
      near: folder, cure: "Write the output again with -o, which keeps a copy.")
    do throws(Faults) {
      return try Dataset.reading(try DatasetSource(folder: inputs)).dataset
    } catch {
      throw Faults(error.all.map { $0.located(in: inputs) })
    }
  }
}
