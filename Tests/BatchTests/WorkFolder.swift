import Foundation
import Modeling
import RunStore
import SupplyData
import SupplyPlan
import TestDatasets
import TextFiles

@testable import Batch

/// A folder with a dataset, a store and a program that stands in for Shorewise, removed with the test.
final class WorkFolder: Sendable {
  let path: String

  /// - Parameter script: what the program does, in the words of a shell; `$output` is its folder for results,
  ///   `$variant` the variant, `solve` writes a plan there, and `gate` waits until the test opens the gate, at most for
  ///   a minute.
  init(_ script: String = "solve") throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("batch-tests-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try TestDataset().write(to: data)
    try TestDataset(files: ["price.yaml": Self.sweep]).write(to: data + "/variants")
    for member in [nil] + (try VariantLibrary(folder: data).members()) {
      let patched = try DatasetSource(folder: data).patched(by: member?.patches ?? [])
      try plan(of: patched.source.sha256).write(to: "\(path)/plans/\(member?.name ?? "none")")
    }
    let program = """
      #!/bin/sh
      # worker COMMAND DATASET [--variant NAME] … --output FOLDER
      words="$*"
      variant=none
      while [ $# -gt 0 ]; do
        case "$1" in --variant) variant=$2 ;; --output) output=$2 ;; esac
        shift
      done
      echo "$variant $words" >> '\(path)/calls'
      solve() { mkdir -p "$output"; cp '\(path)'/plans/"$variant"/* "$output"; }
      gate() {
        left=1200
        while [ ! -e '\(path)/open' ] && [ $left -gt 0 ]; do sleep 0.05; left=$((left - 1)); done
      }
      \(script)
      """
    try ProgramFile.write(program, to: self.program)
  }

  /// Four prices.
  private static let sweep = """
    description: what a widget costs to make
    patches:
      - {table: production, set: {unit_cost: $price}}
    sweep:
      axes:
        price: [10, 20, 30, 40]

    """

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var data: String { "\(path)/data" }
  var store: String { "\(path)/runs.sqlite" }
  private var program: String { "\(path)/program" }

  /// The calls of the program, in order: the variant, and all words.
  var calls: [String] {
    ((try? String(contentsOfFile: "\(path)/calls", encoding: .utf8)) ?? "")
      .split(separator: "\n").map(String.init)
  }

  /// Lets the programs go on that wait at the gate, and those that will come to it.
  func openGate() { _ = FileManager.default.createFile(atPath: "\(path)/open", contents: nil) }

  func request(_ variants: [String] = [], again: BatchRequest.Again = .failedOrChanged)
    -> BatchRequest
  {
    BatchRequest(
      datasets: [data], variants: variants, command: "plan", options: ["--gap", "0.01"],
      store: store, again: again)
  }

  func batch(
    _ variants: [String] = [], again: BatchRequest.Again = .failedOrChanged, workers: Int = 2,
    limits: WorkerLimits = WorkerLimits()
  ) -> BatchRun {
    BatchRun(
      request: request(variants, again: again), engine: .local(workers: workers),
      program: worker, limits: limits)
  }

  /// The program as a worker.
  var worker: WorkerProgram {
    WorkerProgram(
      path: program, leading: ["worker"], versions: Versions(shorewise: "0.1.0", glpk: "5.0"))
  }

  private func plan(of sha256: String) -> Plan {
    Plan(
      dataset: Plan.DatasetReference(name: "small", sha256: sha256), termination: .optimal,
      cost: 100, bound: 100, gap: 0,
      risk: PlanRisk(measure: "expected", level: nil, salesAtRisk: 0.1),
      solve: Plan.SolveRecord(
        seconds: 0.1, method: "monolith", rows: 1, columns: 1, objective: "cost", maxRisk: nil,
        nodes: 1))
  }
}

extension BatchRun {
  /// Solves what is asked for.
  func run(cancellation: Cancellation, progress: @Sendable (BatchTally) -> Void) throws
    -> BatchResult
  {
    try run(try asked(), cancellation: cancellation, progress: progress)
  }

  /// What would be solved.
  func forecast() throws -> BatchForecast { try forecast(try asked()) }
}
