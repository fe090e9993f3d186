import Decomposition
import FrontierSearch
import NetworkDesign
import ResultFolders
import SupplyData
public import SupplyPlan

extension PlanStudy {
  /// The plan that a solve had saved whose process has ended.
  ///
  /// - Parameters:
  ///   - folder: where it is; `nil` where none was saved.
  ///   - reason: why the process ended.
  /// - Returns: a plan without a cost where there is none.
  public func saved(in folder: String?, because reason: String) -> Plan {
    if let folder, var plan = try? Plan.read(from: folder) {
      plan.termination = .stopped
      plan.stopReason = reason
      return plan
    }
    return Plan(
      dataset: loaded.reference, termination: .stopped, stopReason: reason, bound: 0,
      risk: PlanRisk(measure: question.measure.name, level: question.measure.level),
      solve: Plan.SolveRecord(
        seconds: 0, method: method.resolved(for: loaded.network).rawValue, rows: 0, columns: 0,
        objective: question.recordedObjective,
        maxRisk: question.maxRisk, maxUnmet: question.maxUnmet, nodes: 0))
  }
}

extension FrontierStudy {
  /// The frontier that a search had saved whose process has ended.
  ///
  /// - Parameters:
  ///   - folder: where it is; `nil` where none was saved.
  ///   - reason: why the process ended.
  /// - Returns: a frontier without points where there is none.
  public func saved(in folder: String?, because reason: String) -> Result {
    if let folder, let saved = try? FrontierFolder(folder) {
      var record = saved.frontier
      record.termination = .stopped
      record.stopReason = reason
      return Result(
        record: record, plans: saved.plans, baseline: saved.baseline, expanded: saved.expanded)
    }
    let record = FrontierRecord(
      dataset: loaded.reference, measure: measure.name, level: measure.level,
      tolerance: search.tolerance, uncertainty: 1, termination: .stopped, stopReason: reason,
      points: [], bounds: [],
      solve: FrontierRecord.SolveRecord(
        seconds: 0, solves: 0, weightedSums: 0, slices: 0,
        method: method.resolved(for: loaded.network).rawValue))
    return Result(record: record, plans: [])
  }
}
