import Findings
import Foundation
import RunStore
import SupplyData
import SupplyPlan
import Testing

@testable import Comparison

/// What is exported is what the store has, number for number.
@Suite struct ExportTests {
  enum Example: CaseIterable {
    case variants, grid, frontiers

    func store() throws -> StoreBuilder {
      switch self {
      case .variants: try Stores.variants()
      case .grid: try Stores.grid()
      case .frontiers: try Stores.frontiers()
      }
    }
  }

  private func tables(_ builder: StoreBuilder) throws -> [String: [[String: String]]] {
    let folder = builder.folder.appendingPathComponent("export").path
    try StoreExport(of: builder.store).write(to: folder)
    var tables: [String: [[String: String]]] = [:]
    for file in try FileManager.default.contentsOfDirectory(atPath: folder)
    where file.hasSuffix(".csv") {
      let text = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
      tables[String(file.dropLast(4))] = CSV.rows(text)
    }
    return tables
  }

  @Test(arguments: Example.allCases)
  func `runs and plans read back`(_ example: Example) throws {
    let builder = try example.store()
    let tables = try tables(builder)
    let runs = try builder.store.runs()
    let rows = try #require(tables["runs"])
    #expect(rows.count == runs.count)
    for (row, run) in zip(rows, runs) {
      #expect(row["run"] == "\(run.id)")
      #expect(row["variant"] == (run.request.key.variant.isEmpty ? "-" : run.request.key.variant))
      #expect(row["status"] == run.status.rawValue)
      #expect(row["reason"] == run.reason ?? "")
      #expect(Double(row["cost"] ?? "") == run.cost)
      #expect(Double(row["bound"] ?? "") == run.bound)
      #expect(Double(row["wall_seconds"] ?? "") == run.wallSeconds)
      #expect(row["warnings"] == run.warnings)
      #expect(row["input_sha256"] == run.request.inputSHA256)
    }
    let axes = try #require(tables["axes"])
    #expect(axes.map { $0["value"] } == runs.flatMap(\.request.axes).map(\.value))
    let plans = try builder.store.plans()
    let planRows = try #require(tables["plans"])
    #expect(planRows.map { Double($0["cost"] ?? "") } == plans.map(\.cost))
    #expect(planRows.map { $0["plan"] } == plans.map(\.plan))
    #expect(
      planRows.map { Double($0["sales_at_risk"] ?? "") } == plans.map(\.salesAtRisk))
    let bounds = try #require(tables["frontier_bounds"])
    #expect(
      bounds.map { Double($0["bound"] ?? "") }
        == (try builder.store.frontierBounds()).map(\.bound.bound))
  }

  @Test(arguments: Example.allCases)
  func `cost lines add up to costs`(_ example: Example) throws {
    let tables = try tables(try example.store())
    let lines = Dictionary(
      grouping: try #require(tables["cost_lines"]), by: { [$0["run"], $0["plan"]] })
    for plan in try #require(tables["plans"]) {
      let own = try #require(lines[[plan["run"], plan["plan"]]])
      let sum = own.reduce(0) { $0 + (Double($1["cost"] ?? "") ?? .nan) }
      let cost = try #require(Double(plan["cost"] ?? ""))
      #expect(abs(sum - cost) <= 1e-9 * cost)
      #expect(own.count == CostLines.lines(shownOf: []).count)
    }
  }

  @Test(arguments: Example.allCases)
  func `rows of plans read back`(_ example: Example) throws {
    let builder = try example.store()
    let tables = try tables(builder)
    let mix = try builder.store.mixes()
    #expect(
      try #require(tables["mix"]).map { Double($0["value_share"] ?? "") }
        == mix.map(\.row.valueShare))
    #expect(
      try #require(tables["mix"]).map { $0["microfactory"] } == mix.map { "\($0.row.microfactory)" }
    )
    let facilities = try builder.store.facilities()
    #expect(
      try #require(tables["facilities"]).map { $0["facility"] } == facilities.map(\.row.facility))
    let documents = try builder.store.runs().flatMap { try builder.store.planDocuments(of: $0.id) }
      .map(\.plan)
    #expect(
      try #require(tables["modules"]).map { $0["count"] }
        == documents.flatMap(\.modules).map { "\($0.count)" })
    #expect(
      try #require(tables["buffers"]).map { Double($0["stock"] ?? "") }
        == documents.flatMap(\.buffers).map(\.stock))
    #expect(
      try #require(tables["incentives"]).map { Double($0["granted"] ?? "") }
        == documents.flatMap(\.incentives).map(\.granted))
    #expect(
      try #require(tables["scenarios"]).map { Double($0["sales_lost"] ?? "") }
        == documents.flatMap(\.scenarios).map(\.salesLost))
  }

  @Test func `the README explains every column`() throws {
    let builder = try Stores.frontiers()
    let tables = try StoreExport(of: builder.store).tables()
    #expect(Set(tables.map(\.name)).count == tables.count)
    let readme = TableFolder(title: "x", tables: tables).readme
    for table in tables {
      #expect(readme.contains("## \(table.name).csv\n"))
      #expect(Set(table.columns.map(\.name)).count == table.columns.count)
      for column in table.columns {
        #expect(readme.contains("| `\(column.name)` | \(column.meaning) |"))
        #expect(!column.meaning.contains("|"))
      }
    }
  }
}
