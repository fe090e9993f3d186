import Foundation
import RunStore
import SupplyData
import SupplyPlan
import TestDatasets
import Testing
import TextFiles

/// A store in a folder of its own, filled through the store's own ways, and removed with the test.
final class StoreBuilder {
  let folder: URL
  let store: RunStore
  private var count = 0

  var path: String { store.path }

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("shorewise-comparison-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    store = try RunStore(
      path: folder.appendingPathComponent("runs.sqlite").path, access: .write)
    try store.begin(
      BatchRecord(
        id: "batch", engine: "local", arguments: "", spool: "",
        owner: BatchOwner(host: "host", process: 1, processStart: "1")))
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// What is asked, beside the variant.
  struct Question {
    var dataset = "data"
    var command = "plan"
    var options: [String] = []
    var sweep: String?
    var axes: [AxisValue] = []
    var input = TestDataset()

    /// A member of a sweep.
    static func member(of sweep: String, _ axes: KeyValuePairs<String, String>) -> Question {
      Question(sweep: sweep, axes: axes.map { AxisValue(axis: $0.key, value: $0.value) })
    }
  }

  /// Adds a run that has not been solved.
  @discardableResult
  func ask(_ variant: String, _ question: Question = Question()) throws -> Int64 {
    let source = question.input.source
    let dataset = try question.input.read()
    try store.add([
      RunInput(
        sha256: source.sha256, name: dataset.settings.name,
        currency: dataset.settings.currency, files: source.files)
    ])
    let request = request(variant, question)
    try store.register([request])
    return try #require(try store.standings(of: [request])[0].run)
  }

  private func request(_ variant: String, _ question: Question) -> RunRequest {
    RunRequest(
      key: .init(
        dataset: question.dataset, variant: variant, command: question.command,
        options: question.options), sweep: question.sweep, axes: question.axes,
      inputSHA256: question.input.source.sha256)
  }

  /// Adds a run with what it found: a plan, or the points of a frontier.
  @discardableResult
  func add(
    _ variant: String, _ question: Question = Question(), status: RunStatus = .solved,
    reason: String? = nil, plans: [SyntheticPlan]
  ) throws -> Int64 {
    let run = try ask(variant, question)
    let request = request(variant, question)
    let standing = try store.standings(of: [request])[0]
    #expect(
      try store.claim(run, revision: standing.revision, as: request, for: "batch"))
    count += 1
    let output = folder.appendingPathComponent("output-\(count)").path
    try write(plans, question, to: output)
    let outcome = RunOutcome(
      run: run, status: status, reason: reason, wallSeconds: 1.5, processorSeconds: 2.25,
      peakMemoryBytes: 1_000_000, host: "host", started: "2026-01-01T00:00:00.000Z",
      finished: "2026-01-01T00:00:01.500Z", shorewise: "0.1.0", glpk: "5.0",
      warnings: ["first, \"warning\"", "second"])
    #expect(
      try store.record(outcome, files: RunFiles(folder: output), batch: "batch") != nil)
    return run
  }

  private func write(_ plans: [SyntheticPlan], _ question: Question, to output: String) throws {
    try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
    let source = question.input.source
    let dataset = Plan.DatasetReference(name: "base", sha256: source.sha256)
    guard question.command == "frontier" else {
      try plans.first?.plan(of: dataset).write(to: output)
      return
    }
    var points: [FrontierRecord.Point] = []
    for (index, synthetic) in plans.enumerated() {
      let plan = synthetic.plan(of: dataset)
      let file = "points/0\(index + 1)"
      try plan.write(to: "\(output)/\(file)")
      points.append(
        .init(
          cost: synthetic.cost, salesAtRisk: synthetic.risk, bound: synthetic.bound,
          gap: plan.gap ?? 0, plan: "\(file)/plan.json"))
    }
    try FrontierRecord(
      dataset: dataset, measure: "expected", level: nil, tolerance: 0.01, uncertainty: 0.005,
      termination: .optimal, points: points,
      bounds: plans.map { .init(cap: $0.risk, bound: $0.bound) }.reversed(),
      solve: .init(seconds: 1, solves: 3, method: "monolith")
    ).write(to: output)
  }
}
