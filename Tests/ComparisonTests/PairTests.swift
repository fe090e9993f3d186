import Findings
import Foundation
import RunStore
import SupplyData
import SupplyPlan
import TestDatasets
import Testing
import TestSnapshots

@testable import Comparison

/// Two runs side by side.
@Suite struct PairTests {
  private func pair(_ builder: StoreBuilder, _ first: String, _ second: String) throws -> PlanPair {
    let runs = try builder.store.runs()
    func run(_ name: String) throws -> StoredRun {
      try #require(runs.first { RunFacts.name(ofVariant: $0.request.key.variant) == name })
    }
    return try PlanPair(try run(first), try run(second), in: builder.store)
  }

  @Test(arguments: ["dear", "near", "none", "broken", "later"])
  func `in words`(_ second: String) throws {
    let pair = try pair(try Stores.variants(), "-", second)
    try expectSnapshot(pair.document.text + "\n", "pair-\(second).txt")
  }

  @Test func `frontiers in words`() throws {
    let pair = try pair(try Stores.frontiers(), "-", "dear")
    try expectSnapshot(pair.document.text + "\n", "pair-frontiers.txt")
  }

  /// The differences of the lines add up to that of the costs.
  @Test(arguments: ["dear", "near"])
  func `cost lines add up`(_ second: String) throws {
    let builder = try Stores.variants()
    let tables = try pair(builder, "-", second).tables
    let lines = CSV.rows(try #require(tables.first { $0.name == "cost_lines" }).csv)
    let runs = CSV.rows(try #require(tables.first { $0.name == "runs" }).csv)
    #expect(lines.map { $0["line"] } == CostLines.lines(shownOf: []).map(\.name))
    for (index, column) in ["first", "second"].enumerated() {
      let sum = lines.reduce(0) { $0 + (Double($1[column] ?? "") ?? .nan) }
      let cost = try #require(Double(runs[index]["cost"] ?? ""))
      #expect(abs(sum - cost) <= 1e-9 * cost)
    }
    let sum = lines.reduce(0) { $0 + (Double($1["difference"] ?? "") ?? .nan) }
    let difference = try #require(Double(runs[1]["cost_difference"] ?? ""))
    #expect(abs(sum - difference) <= 1e-9 * 1_000_000)
  }

  /// The other way round everything has the other sign.
  @Test func `a pair turned round`() throws {
    let builder = try Stores.variants()
    let (there, back) = (try pair(builder, "-", "dear"), try pair(builder, "dear", "-"))
    let (one, other) = (
      there.first.difference(to: there.second), back.first.difference(to: back.second)
    )
    #expect(one?.verdict == .dearer && other?.verdict == .cheaper)
    #expect(one?.cost == other.map { -$0.cost })
    #expect(one?.least == other?.most.map { -$0 })
    #expect(there.opened(in: "year-1").onlySecond == ["second"])
    #expect(back.opened(in: "year-1").onlyFirst == ["second"])
    #expect(there.changes.map(\.old) == back.changes.map(\.new))
    #expect(there.modules.map(\.second) == back.modules.map(\.first))
  }

  @Test func `modules and inputs`() throws {
    let pair = try pair(try Stores.variants(), "-", "dear")
    #expect(
      pair.modules == [
        .init(facility: "plant", module: "line", period: "year-1", first: 1, second: 2),
        .init(facility: "second", module: "line", period: "year-1", first: 0, second: 2),
      ])
    #expect(pair.changes.count == 1)
    #expect(pair.changes.first?.old == ["plant", "widget", "20"])
    #expect(pair.changes.first?.new == ["plant", "widget", "30"])
    let inputs = try #require(pair.tables.first { $0.name == "inputs" })
    #expect(
      inputs.csv
        == "file,row,change,column,first,second\nproduction.csv,1,changed,unit_cost,20,30\n")
  }
}
