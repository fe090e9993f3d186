import Foundation
import SupplyData
import TestSnapshots
import Testing

@testable import Comparison

/// All runs of a store.
@Suite struct OverviewTests {
  @Test func `variants in words`() throws {
    let comparison = try StoreComparison(of: try Stores.variants().store, ComparisonChoice())
    try expectSnapshot(comparison.text + "\n", "overview-variants.txt")
  }

  @Test func `frontiers in words`() throws {
    let comparison = try StoreComparison(of: try Stores.frontiers().store, ComparisonChoice())
    try expectSnapshot(comparison.text + "\n", "overview-frontiers.txt")
  }

  @Test func `groups are kept apart`() throws {
    let builder = try StoreBuilder()
    try builder.add("", plans: [SyntheticPlan(100)])
    try builder.add("x", plans: [SyntheticPlan(110)])
    try builder.add("", .init(options: ["--max-risk", "0.1"]), plans: [SyntheticPlan(200)])
    try builder.add("x", .init(options: ["--max-risk", "0.1"]), plans: [SyntheticPlan(190)])
    let comparison = try StoreComparison(of: builder.store, ComparisonChoice())
    #expect(comparison.text.contains("Variants of data, plan\n"))
    #expect(comparison.text.contains("Variants of data, plan --max-risk 0.1\n"))
    let rows = try rows(comparison, "runs")
    #expect(rows.map { $0["cost_difference"] as? Double } == [nil, 10, nil, -10])
    #expect(
      rows.map { $0["verdict"] as? String } == [nil, "proved dearer", nil, "proved cheaper"])
  }

  @Test func `json has all tables and missing figures`() throws {
    let comparison = try StoreComparison(of: try Stores.variants().store, ComparisonChoice())
    let rows = try rows(comparison, "runs")
    #expect(
      rows.map { $0["variant"] as? String } == ["-", "dear", "near", "none", "broken", "later"])
    #expect(rows[3]["cost"] is NSNull)
    #expect(rows[4]["reason"] as? String == "out of memory")
    #expect(rows[2]["verdict"] as? String == "within the gaps")
    #expect(rows[1]["cost"] as? Double == 1_250_000)
  }

  private func rows(_ comparison: StoreComparison, _ table: String) throws -> [[String: Any]] {
    let value = try JSONSerialization.jsonObject(with: Data(comparison.json.utf8))
    let object = try #require(value as? [String: Any])
    #expect(object["schema"] as? String == "shorewise/comparison/1")
    let tables = try #require(object["tables"] as? [String: Any])
    return try #require(tables[table] as? [[String: Any]])
  }

  /// The folder of tables has what JSON has, and explains it.
  @Test func `tables with their README`() throws {
    let builder = try Stores.grid()
    let comparison = try StoreComparison(of: builder.store, ComparisonChoice())
    let folder = builder.folder.appendingPathComponent("tables").path
    try comparison.writeTables(to: folder)
    let readme = try String(contentsOfFile: "\(folder)/README.md", encoding: .utf8)
    for file in try FileManager.default.contentsOfDirectory(atPath: folder)
    where file.hasSuffix(".csv") {
      #expect(readme.contains("## \(file)\n"))
      let text = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
      let header = try #require(text.split(separator: "\n").first)
      for column in header.split(separator: ",") { #expect(readme.contains("| `\(column)` |")) }
    }
    #expect(
      FileManager.default.fileExists(atPath: "\(folder)/sweep-tariffs.csv"))
  }
}
