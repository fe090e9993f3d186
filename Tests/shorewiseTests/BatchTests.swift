import Foundation
import RunStore
import TestDatasets
import Testing
import TextFiles

/// A batch, from the words of a user to the rows of the store.
@Suite struct BatchTests {
  /// A dataset with a sweep of six prices and a variant that no plan can keep.
  static func scratch(prices: Int = 6) throws -> Scratch {
    let scratch = try Scratch(Cases.small)
    let values = (0..<prices).map { "\(15 + $0)" }.joined(separator: ", ")
    let sweep = """
      description: what a widget costs to make abroad
      patches:
        - {table: production, where: {facility: plant}, set: {unit_cost: $price}}
      sweep:
        axes: {price: [\(values)]}

      """
    try TestDataset(files: ["price.yaml": sweep]).write(to: scratch.path("data/variants"))
    return scratch
  }

  private func batch(_ scratch: Scratch, _ more: [String] = []) throws -> Outcome {
    try Shorewise.run(
      ["batch", scratch.path("data"), "--store", scratch.path("runs.sqlite")] + more)
  }

  @Test func `each run has what the command alone gives`() throws {
    let scratch = try Self.scratch()
    let outcome = try batch(scratch, ["--", "plan", "--max-risk", "0.04"])
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(outcome.output.hasPrefix("7 solved; "))
    let store = try RunStore(path: scratch.path("runs.sqlite"), access: .read)
    let runs = try store.runs()
    #expect(runs.count == 7)
    for run in runs {
      let variant = run.request.key.variant
      try Shorewise.run(
        ["plan", scratch.path("data"), "--max-risk", "0.04", "-o", scratch.path("alone")]
          + (variant.isEmpty ? [] : ["--variant", variant]))
      let alone = try scratch.json("alone/plan.json")
      #expect(run.cost == alone["cost"] as? Double)
      let (bound, same) = (try #require(run.bound), try #require(alone["bound"] as? Double))
      // JSON's reader may miss the last bit.
      #expect(abs(bound - same) <= 1e-15 * same)
      #expect(
        run.request.inputSHA256 == (alone["dataset"] as? [String: Any])?["sha256"] as? String)
      let files = try store.outputFiles(of: run.id)
      #expect(Set(files.keys) == ["plan.json", "flows.csv", "production.csv", "draws.csv"])
      // What the store keeps is a plan that the checker accepts.
      let place = "kept-\(run.id)"
      for (file, bytes) in files { try scratch.write(bytes, "\(place)/\(file)") }
      for (file, bytes) in try store.inputFiles(run.request.inputSHA256) {
        try scratch.write(bytes, "\(place)/inputs/\(file)")
      }
      #expect(try Shorewise.run(["verify", scratch.path(place)]).status == 0)
    }
  }

  @Test func `a frontier joins without more`() throws {
    let scratch = try Self.scratch(prices: 2)
    let outcome = try batch(scratch, ["--json", "--", "frontier", "--tolerance", "0.5"])
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect((try outcome.json()["ended"] as? [String: Int]) == ["solved": 3])
    let store = try RunStore(path: scratch.path("runs.sqlite"), access: .read)
    // Some tens of MiB, whatever the batch itself holds.
    #expect(
      try store.runs().allSatisfy { (10 << 20..<500 << 20).contains($0.peakMemoryBytes ?? 0) })
    #expect(try store.runs().allSatisfy { $0.uncertainty != nil })
    #expect(try store.plans().contains { $0.role == "point" })
    #expect(try store.plans().contains { $0.role == "baseline" })
    #expect(try !store.frontierBounds().isEmpty)
  }

  @Test func `run again it has nothing to do; a dry run says what it would`() throws {
    let scratch = try Self.scratch(prices: 2)
    let plan = try batch(scratch, ["--dry-run"])
    #expect(plan.status == 0)
    #expect(
      plan.output == """
        new      data (as its files are) plan
        new      data price@price=15 plan
        new      data price@price=16 plan
        3 to solve; the store has no times to estimate from

        """)
    #expect(!scratch.exists("runs.sqlite"))
    #expect(try batch(scratch).status == 0)
    #expect(try batch(scratch).output.hasPrefix("nothing solved, 3 already in the store; "))
    #expect(try batch(scratch, ["--", "plan", "--gap", "0.01", "--method=monolith"]).status == 0)
    #expect(
      try batch(scratch, ["--", "plan", "--method", "monolith", "--threads", "2", "--gap=0.01"])
        .output.hasPrefix("nothing solved, 3 already in the store; "))
    let forced = try batch(scratch, ["--force", "--dry-run", "--json"]).json()
    #expect((forced["due"] as? [Any])?.count == 3)
    #expect(forced["seconds"] as? Double != nil)
  }

  @Test func `designs are tried in every variant, at once or later`() throws {
    let scratch = try Self.scratch(prices: 3)
    // Nothing is proved to within half the cost, so each design may be good for any price.
    let solve = ["--", "plan", "--gap", "0.5", "--method", "decomposition"]
    let first = try batch(scratch, ["--no-exchange"] + solve)
    #expect(first.status == 0 && !first.output.contains("tried"), "\(first.output)")
    let path = scratch.path("runs.sqlite")
    #expect(try RunStore(path: path, access: .read).trials().isEmpty)
    let before = try RunStore(path: path, access: .read).runs()
    let second = try batch(scratch, ["--json"] + solve)
    #expect(second.status == 0, "\(second.error)")
    let exchange = try #require(try second.json()["exchange"] as? [String: Any])
    #expect(exchange["stopped"] as? Bool == false)
    let store = try RunStore(path: path, access: .read)
    let (runs, trials) = (try store.runs(), try store.trials())
    #expect(Set(trials.filter(\.isFoundHere).map(\.run)) == Set(runs.map(\.id)))
    for (run, old) in zip(runs, before) {
      let costs = trials.filter { $0.run == run.id }.compactMap(\.cost)
      let (cost, least) = (try #require(run.cost), try #require(costs.min()))
      #expect(abs(cost - least) <= 1e-9 * cost)
      #expect(run.bound == old.bound)
    }
    // The sweep's price only rises.
    let costs = runs.filter { $0.request.sweep == "price" }.compactMap(\.cost)
    #expect(zip(costs, costs.dropFirst()).allSatisfy { $0 <= $1 * (1 + 1e-9) }, "\(costs)")
    #expect(try batch(scratch, solve).output.hasPrefix("nothing solved, 4 already in the store; "))
    #expect(try RunStore(path: path, access: .read).trials() == trials)
  }

  @Test func `what is invalid or has no plan costs itself alone`() throws {
    let scratch = try Self.scratch(prices: 2)
    try TestDataset(files: [
      "never.yaml": """
      description: more plants than there are
      patches:
        - {table: constraints, insert: [{constraint: c, kind: open_facilities, sense: ">=", value: 9}]}

      """,
      "wrong.yaml": """
      description: a price that is none
      patches:
        - {table: production, set: {unit_cost: -1}}

      """,
    ]).write(to: scratch.path("data/variants"))
    let outcome = try batch(scratch)
    #expect(outcome.status == 1)
    #expect(
      outcome.output.contains(
        "invalid: data wrong plan: \(scratch.path("data"))/variants/wrong.yaml:3:42: error: "
          + "production.csv becomes invalid"), "\(outcome.output)")
    #expect(outcome.output.contains("3 solved, 1 infeasible, 1 invalid; "))
  }

  @Test(arguments: [
    (["--", "check"], "After -- comes plan or frontier, then its options; 'check' is neither."),
    (["--", "plan", "--gap", "3"], "After --: --gap is 3, but a share is from 0 to below 1"),
    (["--", "plan", "--gup", "3"], "After --: Unknown option '--gup'"),
    (["--", "plan", "other"], "After --: "),
    (["--", "plan", "--variant", "a"], "Put --variant and --set before --"),
    (["--", "plan", "-o", "out"], "Leave out --output and --json after --"),
    (["--workers", "0"], "--workers is 0"),
    (["--unchanged"], "--unchanged needs --variant"),
  ])
  func `wrong usage is told before anything is solved`(_ more: [String], _ text: String) throws {
    let scratch = try Self.scratch()
    let outcome = try batch(scratch, more)
    #expect(outcome.status == 64)
    #expect(outcome.error.contains(text), "\(outcome.error)")
    #expect(!scratch.exists("runs.sqlite"))
  }

  @Test(arguments: [
    (["--variant", "prise"], "there is no variant 'prise'. Did you mean 'price'?"),
    (["--set", "production.cost*=2"], "production"),
  ])
  func `what no dataset has is told before anything is solved`(_ more: [String], _ text: String)
    throws
  {
    let scratch = try Self.scratch()
    let outcome = try batch(scratch, more)
    #expect(outcome.status == 65)
    #expect(outcome.error.contains(text), "\(outcome.error)")
    #expect(!scratch.exists("runs.sqlite"))
  }

  @Test func `the warnings of a dataset are kept`() throws {
    let scratch = try Self.scratch(prices: 1)
    // A tariff that no lane uses.
    try scratch.write(
      "layer,origin,destination,product,rate\nbase,BB,AA,widget,0.1\n", "data/tariffs.csv")
    #expect(try batch(scratch).status == 0)
    let store = try RunStore(path: scratch.path("runs.sqlite"), access: .read)
    let warned = try Shorewise.run(["check", scratch.path("data")]).output.contains("tariffs.csv")
    #expect(warned)
    #expect(try store.runs().allSatisfy { $0.warnings.contains("tariffs.csv:2") })
  }

  @Test func `Ctrl-C stops, and says how to go on`() throws {
    let scratch = try Self.scratch(prices: 60)
    let run = try Shorewise.Run([
      "batch", scratch.path("data"), "--store", scratch.path("runs.sqlite"),
    ])
    // Once the first run has begun; on a machine of many cores all of them take no second.
    while run.isRunning, !hasBegun(scratch) { usleep(10_000) }
    run.interrupt()
    let outcome = try run.finish()
    #expect(outcome.status == 1)
    #expect(outcome.error.contains("stopping: finished runs are kept"))
    #expect(outcome.output.contains("left; to go on: "))
    #expect(try batch(scratch).status == 0)
  }

  /// Whether the batch is at a run: its process has a log.
  private func hasBegun(_ scratch: Scratch) -> Bool {
    let files = try? FileManager.default.subpathsOfDirectory(
      atPath: scratch.path("runs.sqlite.work"))
    return files?.contains { $0.hasSuffix("/log") } == true
  }

  @Test func `a memory limit ends a run`() throws {
    // Not the small dataset: a quick machine may be done with it before the batch first looks at its memory.
    let scratch = try Scratch(Cases.hard())
    let outcome = try batch(scratch, ["--memory", "1", "--", "plan", "--gap", "0"])
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("1 MiB that --memory allows"), "\(outcome.output)")
    #expect(outcome.output.contains("1 failed; "), "\(outcome.output)")
  }
}
