import Foundation
import RunStore
import SupplyData
import SupplyPlan
import TestDatasets
import Testing
import TextFiles

/// What the program compares and exports of a store, whose plans it has found itself.
@Suite struct CompareTests {
  /// A store with the small dataset as it is, and with another price.
  private func store(_ command: String = "plan") throws -> Scratch {
    let scratch = try Scratch()
    let store = try RunStore(path: scratch.path("runs.sqlite"), access: .write)
    try store.begin(
      BatchRecord(
        id: "b", engine: "local", arguments: "", spool: "",
        owner: BatchOwner(host: "h", process: 1, processStart: "1")))
    for (variant, dataset) in [("", Cases.small), ("dear", Cases.changed)] {
      try scratch.write(dataset)
      let output = scratch.path("out\(variant)")
      let outcome = try Shorewise.run([command, scratch.path("data"), "-o", output])
      #expect(outcome.status == 0, "\(outcome.error)")
      let source = dataset.source
      let request = RunRequest(
        key: .init(dataset: "data", variant: variant, command: command, options: []),
        inputSHA256: source.sha256)
      try store.add([
        RunInput(sha256: source.sha256, name: "small", currency: "USD", files: source.files)
      ])
      try store.register([request])
      let standing = try store.standings(of: [request])[0]
      let run = try #require(standing.run)
      #expect(try store.claim(run, revision: standing.revision, as: request, for: "b"))
      let files = RunFiles(folder: output)
      #expect(
        try store.record(
          RunOutcome(
            run: run, status: .solved, wallSeconds: 1, processorSeconds: 1, peakMemoryBytes: 1,
            host: "h", started: "s", finished: "f", shorewise: "0", glpk: "0"), files: files,
          batch: "b") != nil)
    }
    return scratch
  }

  @Test(arguments: ["plan", "frontier"])
  func `two variants`(_ command: String) throws {
    let scratch = try store(command)
    let outcome = try Shorewise.run(["compare", scratch.path("runs.sqlite"), "-", "dear"])
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(outcome.error.isEmpty)
    #expect(outcome.output.hasPrefix("dear compared with the unchanged dataset\n"))
    #expect(outcome.output.contains("production.csv\n"))
    #expect(outcome.output.contains("; the difference is proved."))
    #expect(outcome.output.contains("Frontiers") == (command == "frontier"))
    let same = try Shorewise.run(
      ["compare", scratch.path("runs.sqlite"), "--run", "1", "--run", "2", "--json"])
    let tables = try #require(try same.json()["tables"] as? [String: Any])
    let runs = try #require(tables["runs"] as? [[String: Any]])
    let costs = try runs.map { try #require($0["cost"] as? Double) }
    #expect(costs[0] < costs[1])
    let plan = try scratch.json(command == "plan" ? "out/plan.json" : "out/points/01/plan.json")
    #expect(plan["cost"] as? Double == costs[0])
  }

  @Test func `all runs, with tables and a page`() throws {
    let scratch = try store()
    let outcome = try Shorewise.run([
      "compare", scratch.path("runs.sqlite"), "--csv", scratch.path("tables"), "--html",
      scratch.path("page.html"),
    ])
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(outcome.output.contains("2 runs, 2 with a plan."))
    #expect(try scratch.text("page.html").hasPrefix("<!DOCTYPE html>"))
    #expect(try scratch.text("tables/runs.csv").hasPrefix("run,dataset,"))
    #expect(scratch.exists("tables/README.md"))
  }

  @Test func `a store is exported`() throws {
    let scratch = try store()
    let outcome = try Shorewise.run([
      "export", scratch.path("runs.sqlite"), "--format", "csv", "-o", scratch.path("tables"),
    ])
    #expect(outcome.status == 0, "\(outcome.error)")
    for table in ["runs", "axes", "plans", "cost_lines", "facilities", "mix", "modules"] {
      #expect(scratch.exists("tables/\(table).csv"))
    }
    #expect(try scratch.text("tables/README.md").contains("`sales_at_risk`"))
    // The store is only read.
    #expect(!scratch.exists("runs.sqlite-journal"))
  }

  @Test func `a store and a dataset are not taken for one another`() throws {
    let scratch = try store()
    let program = try Shorewise.run(["export", scratch.path("runs.sqlite"), "--format", "mps"])
    #expect(program.status == 1)
    #expect(program.error.contains("runs.sqlite: error: this is a store of runs"))
    #expect(program.error.contains("--format csv"))
    let tables = try Shorewise.run([
      "export", scratch.path("data"), "--format", "csv", "-o", scratch.path("tables"),
    ])
    #expect(tables.status == 1)
    #expect(tables.error.contains("data: error: this is a folder, not a store of runs"))
    #expect(!scratch.exists("tables"))
    for path in [scratch.path("data"), scratch.path("missing"), scratch.path("data/plan.yaml")] {
      let outcome = try Shorewise.run(["compare", path])
      #expect(outcome.status == 1)
      #expect(outcome.error.hasPrefix(path) && outcome.output.isEmpty, "\(outcome)")
    }
  }

  @Test func `a wrong choice`() throws {
    let scratch = try store()
    let outcome = try Shorewise.run(["compare", scratch.path("runs.sqlite"), "-", "dera"])
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
    #expect(outcome.error.contains("there is no run of a variant 'dera'. The variants are -, dear"))
  }
}
