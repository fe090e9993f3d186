package import Foundation
import SupplyData
package import SupplyPlan
import TextFiles

/// What `run.json` says: what was run on what, by what, and what was proved.
package struct RunRecord: Encodable {
  /// What was proved of one plan.
  package struct Proof: Encodable {
    /// The path of its `plan.json`.
    let plan: String
    let termination: String
    let stopReason: String?
    let cost: Double?
    /// No plan under the same cap costs less.
    let bound: Double?
    let gap: Double?
    let salesAtRisk: Double?
    /// No plan risks less; where risk was minimised.
    let riskBound: Double?
    let maxRisk: Double?
    let objective: String
    let method: String
    let rows: Int
    let columns: Int
    let nodes: Int
    let cuts: Int
    let recourseSolves: Int

    enum CodingKeys: String, CodingKey {
      case plan, termination, cost, bound, gap, objective, method, rows, columns, nodes, cuts
      case stopReason = "stop_reason"
      case salesAtRisk = "sales_at_risk"
      case riskBound = "risk_bound"
      case maxRisk = "max_risk"
      case recourseSolves = "recourse_solves"
    }

    init(_ plan: Plan, at path: String) {
      self.plan = path
      termination = plan.termination.rawValue
      stopReason = plan.stopReason
      cost = plan.cost
      bound = plan.bound
      gap = plan.gap
      salesAtRisk = plan.risk.salesAtRisk
      riskBound = plan.risk.bound
      maxRisk = plan.solve.maxRisk
      objective = plan.solve.objective
      method = plan.solve.method
      rows = plan.solve.rows
      columns = plan.solve.columns
      nodes = plan.solve.nodes
      cuts = plan.solve.cuts
      recourseSolves = plan.solve.recourseSolves
    }
  }

  package struct Dataset: Encodable {
    let name: String
    let sha256: String
    let variant: String?
    let sets: [String]
  }

  package let schema = "shorewise/run/1"
  /// The beginning, in the time of Greenwich.
  package let started: String
  /// The words of the command line that repeats it in the bundle's folder.
  package let command: [String]
  package let versions: ProgramVersions
  package let dataset: Dataset
  package let proofs: [Proof]

  package init(
    started: Date, command: [String], versions: ProgramVersions, dataset: Plan.DatasetReference,
    plans: [BundledPlan]
  ) {
    self.started = started.formatted(.iso8601)
    self.command = command
    self.versions = versions
    self.dataset = Dataset(
      name: dataset.name, sha256: dataset.sha256, variant: dataset.variant, sets: dataset.sets)
    proofs = plans.map { Proof($0.plan, at: $0.path) }
  }
}
