import Foundation
import GRDB
import SupplyPlan
import Testing
import TextFiles

@testable import RunStore

@Suite struct ResultTests {
  private let folder: StoreFolder
  private let store: RunStore

  init() throws {
    folder = try StoreFolder()
    store = try folder.open()
    try store.add([.of(), .of("changed")])
    try store.begin(.of("one"))
    try store.register([.of("a")])
  }

  private func claim(_ input: String = "input") throws {
    let standing = try #require(try store.standings(of: [.of("a", input: input)]).first)
    #expect(
      try store.claim(1, revision: standing.revision, as: .of("a", input: input), for: "one"))
  }

  @Test func `a result is kept once, in figures and whole`() throws {
    try claim()
    let files = try folder.files(cost: 120)
    #expect(try store.record(.of(1), files: files, batch: "two") == nil)
    #expect(try store.record(.of(1), files: files, batch: "one")?.status == .solved)
    #expect(try store.record(.of(1), files: files, batch: "one") == nil)

    let run = try #require(try store.runs().first)
    #expect(run.status == .solved)
    #expect(run.cost == 120)
    #expect(run.salesAtRisk == 0.1)
    #expect(run.measure == "expected")
    #expect(run.solveSeconds == 0.5)
    #expect(run.warnings == "a\nb")
    #expect(run.shorewise == "0.1.0")
    let plan = try #require(try store.plans().first)
    #expect(plan.role == "plan")
    #expect(plan.costLines.reduce(0) { $0 + $1.value } == plan.cost)
    #expect(try store.facilities().map(\.row.facility) == ["a", "b"])
    #expect(try store.mixes().map(\.row.valueShare) == [1])
    #expect(try store.outputFiles(of: 1) == files.contents)
    #expect(try store.inputFiles("input") == RunInput.of().files)
    #expect(try store.meanWallSeconds(of: run.request.key) == 1)
  }

  /// Stores of the second version know no contracts, clusters, handling and the like: read alone they stay as they are.
  @Test func `an older store's plans have no optional costs`() throws {
    try claim()
    try store.record(.of(1), files: folder.files(cost: 120), batch: "one")
    store.close()
    let optional = Set(CostLines.lines.map(\.name))
      .subtracting(CostLines.lines(shownOf: []).map(\.name))
    #expect(optional.count == 6)
    try DatabaseQueue(path: folder.store).write { database in
      for line in optional { try database.execute(sql: "ALTER TABLE plan DROP COLUMN \(line)") }
      try database.execute(sql: "DELETE FROM grdb_migrations WHERE identifier = '3'")
    }
    for access in [RunStore.Access.read, .write] {
      let older = try RunStore(path: folder.store, access: access)
      let plan = try #require(try older.plans().first)
      #expect(plan.costLines.map(\.name) == CostLines.lines.map(\.name))
      #expect(plan.costLines.reduce(0) { $0 + $1.value } == 120)
      #expect(plan.costLines.allSatisfy { !optional.contains($0.name) || $0.value == 0 })
      older.close()
    }
  }

  @Test func `a new result takes the place of the old one`() throws {
    try claim()
    try store.record(.of(1), files: folder.files(cost: 120), batch: "one")
    let stale = try #require(try store.standings(of: [.of("a", input: "changed")]).first)
    #expect(stale.status == .solved)
    #expect(!stale.isCurrent)
    try claim("changed")
    #expect(try store.plans().isEmpty)
    try store.record(.of(1), files: folder.files(cost: 90, input: "changed"), batch: "one")
    #expect(try store.plans().map(\.cost) == [90])
    #expect(try store.runs().map(\.request.inputSHA256) == ["changed"])
    try store.removeUnused()
    #expect(try store.inputFiles("input").isEmpty)
    #expect(try store.inputFiles("changed") == RunInput.of("changed").files)
    let unused = try store.database.read {
      try String.fetchAll(
        $0,
        sql: """
          SELECT sha256 FROM blob WHERE sha256 NOT IN (SELECT blob_sha256 FROM run_file)
            AND sha256 NOT IN (SELECT blob_sha256 FROM input_file)
          """)
    }
    #expect(unused.isEmpty)
  }

  @Test func `a result for another dataset is none`() throws {
    try claim()
    let kept = try store.record(.of(1), files: folder.files(cost: 120, input: "x"), batch: "one")
    #expect(kept?.status == .failed)
    #expect(try store.runs().first?.reason?.contains("was changed during") == true)
    #expect(try store.plans().isEmpty)
    #expect(try store.runs().first?.cost == nil)
  }

  @Test func `a file that cannot be read is no result, and says why`() throws {
    try claim()
    let result = folder.path + "/broken"
    try FileManager.default.createDirectory(atPath: result, withIntermediateDirectories: true)
    try "{\"schema\": \"shorewise/plan/1\"".write(
      toFile: result + "/plan.json", atomically: true, encoding: .utf8)
    let kept = try store.record(.of(1), files: RunFiles(folder: result), batch: "one")
    #expect(kept?.status == .failed)
    #expect(kept?.reason?.contains("plan.json") == true)
  }

  @Test func `a frontier's files are read with their roles`() throws {
    let result = folder.path + "/frontier"
    let reference = Plan.DatasetReference(name: "test", sha256: "input")
    let record = FrontierRecord(
      dataset: reference, measure: "cvar", level: 0.9, tolerance: 0.01, uncertainty: 0.004,
      termination: .optimal,
      points: [
        .init(cost: 10, salesAtRisk: 0.2, bound: 9.5, gap: 0.05, plan: "points/01/plan.json")
      ],
      bounds: [.init(cap: 0.2, bound: 9.5)],
      solve: .init(seconds: 2, solves: 3, weightedSums: 0, slices: 0, method: "monolith"))
    try record.write(to: result)
    for place in ["points/01", "baseline", "expanded"] {
      var plan = Plan(
        dataset: reference, termination: .optimal, cost: 10, bound: 9.5, gap: 0.05,
        risk: PlanRisk(measure: "cvar", level: 0.9, salesAtRisk: 0.2),
        solve: Plan.SolveRecord(
          seconds: 0, method: "monolith", rows: 0, columns: 0, objective: "cost", maxRisk: nil,
          nodes: 0))
      plan.costs.duty = 10
      try plan.write(to: "\(result)/\(place)")
      try plan.write(to: "\(result)/inputs/\(place)")
    }
    try claim()
    try store.record(.of(1), files: RunFiles(folder: result), batch: "one")
    #expect(try store.plans().map(\.role) == ["baseline", "expanded", "point"])
    let run = try #require(try store.runs().first)
    #expect((run.cost, run.bound) == (10, 9.5))
    #expect(run.uncertainty == 0.004)
    #expect(run.level == 0.9)
    #expect(try store.frontierBounds().map(\.bound) == [.init(cap: 0.2, bound: 9.5)])
    // The dataset is in the store already.
    #expect(try store.outputFiles(of: 1).keys.allSatisfy { !$0.hasPrefix("inputs") })
  }
}
