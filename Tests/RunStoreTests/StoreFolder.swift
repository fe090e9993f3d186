import Foundation
import RunStore
import SupplyData
import SupplyPlan
import TextFiles

/// A folder for a store, removed with the test.
final class StoreFolder: Sendable {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("run-store-tests-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var store: String { "\(path)/runs.sqlite" }

  func open() throws -> RunStore { try RunStore(path: store, access: .write) }

  /// The files of a run that found one plan of this cost.
  func files(cost: Double, input: String = "input") throws -> RunFiles {
    let folder = "\(path)/result-\(UUID().uuidString)"
    var plan = Plan(
      dataset: Plan.DatasetReference(name: "test", sha256: input), termination: .optimal,
      cost: cost, bound: cost, gap: 0,
      risk: PlanRisk(measure: "expected", level: nil, salesAtRisk: 0.1),
      facilities: [
        FacilityDecisionRow(facility: "a", period: "p", open: true, opened: true, closed: false),
        FacilityDecisionRow(facility: "b", period: "p", open: false, opened: false, closed: true),
        FacilityDecisionRow(facility: "c", period: "p", open: false, opened: false, closed: false),
      ],
      mix: [
        MixRow(period: "p", class: .domestic, country: "AA", microfactory: false, valueShare: 1)
      ],
      solve: Plan.SolveRecord(
        seconds: 0.5, method: "monolith", rows: 1, columns: 1, objective: "cost", maxRisk: nil,
        nodes: 1))
    plan.costs.freight = cost
    try plan.write(to: folder)
    return RunFiles(folder: folder)
  }
}

extension RunRequest {
  /// A run of the variant.
  static func of(_ variant: String, input: String = "input") -> RunRequest {
    RunRequest(
      key: Key(dataset: "data", variant: variant, command: "plan", options: ["--gap", "0.01"]),
      sweep: variant.isEmpty ? nil : "sweep",
      axes: variant.isEmpty ? [] : [AxisValue(axis: "x", value: variant)], inputSHA256: input)
  }
}

extension RunInput {
  static func of(_ sha256: String = "input") -> RunInput {
    RunInput(
      sha256: sha256, name: "test", currency: "USD",
      files: ["plan.yaml": Array("name: test\n".utf8), "demand.csv": Array(sha256.utf8)])
  }
}

extension RunOutcome {
  /// A run that ended so.
  static func of(_ run: Int64, _ status: RunStatus = .solved, reason: String? = nil) -> RunOutcome {
    RunOutcome(
      run: run, status: status, reason: reason, wallSeconds: 1, processorSeconds: 0.5,
      peakMemoryBytes: 1 << 20, host: "here", started: storeTime(), finished: storeTime(),
      shorewise: "0.1.0", glpk: "5.0", warnings: ["a", "b"], log: "said")
  }
}

extension BatchRecord {
  static func of(_ id: String) -> BatchRecord {
    BatchRecord(
      id: id, engine: "local", arguments: "plan", spool: "/nowhere",
      owner: BatchOwner(host: "here", process: 1, processStart: "then"))
  }
}
