import Foundation
import TestDatasets
import Testing

/// The frontiers that the READMEs of datasets show are those that the program finds.
///
/// `RECORD_SNAPSHOTS=1 SHOREWISE_LONG_TESTS=1 swift test --filter DatasetReadmeTests` writes them anew.
@Suite(.serialized) struct DatasetReadmeTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private func check(_ dataset: String) throws {
    let place = Self.root.appendingPathComponent("datasets/\(dataset)/README.md")
    let readme = try String(contentsOf: place, encoding: .utf8)
    let told = try MeasuredFrontier(readme: readme)
    #expect(told.words.prefix(2) == ["frontier", "datasets/\(dataset)"])
    #expect(readme.contains("\nshorewise " + told.words.joined(separator: " ")))
    let scratch = try Scratch()
    let output = scratch.path("frontier")
    var words = told.words
    words[1] = Self.root.appendingPathComponent(words[1]).path
    let outcome = try Shorewise.run(words + ["-o", output])
    #expect(outcome.status == 0, "\(outcome.error)")
    let fresh = try FreshFrontier(output)
    let text = fresh.text(told.words)
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try MeasuredFrontier.readme(readme, with: text)
        .write(to: place, atomically: true, encoding: .utf8)
      Issue.record("Recorded the frontier of \(dataset): look at it, then run without recording.")
    } else if text != told.text {
      let denials = fresh.denials(of: told.rows)
      #expect(denials.isEmpty, "\(dataset): \(denials.joined(separator: "; "))")
    }
  }

  @Test func `the table of first-steps is what the command finds`() throws {
    try check("first-steps")
  }

  @Test(
    .enabled(if: runsLongTests),
    arguments: ["ev-battery", "semiconductors", "pharma", "apparel"])
  func `the tables of larger datasets are what the commands find`(_ dataset: String) throws {
    try check(dataset)
  }

  @Test func `a stale table is denied`() throws {
    let scratch = try Scratch(Cases.small)
    let output = scratch.path("frontier")
    let words = ["frontier", scratch.path("data"), "-o", output]
    #expect(try Shorewise.run(words).status == 0)
    let fresh = try FreshFrontier(output)
    let readme = """
      # Small
      <!-- measured: shorewise frontier data -->
      \(fresh.text(["frontier", "data"]))<!-- end of measured -->
      """
    let told = try MeasuredFrontier(readme: readme)
    #expect(told.words == ["frontier", "data"])
    #expect(told.rows.count == fresh.plans.count)
    #expect(fresh.denials(of: told.rows) == [])
    for place in told.rows.indices {
      for factor in [0.9, 1.6] {
        var rows = told.rows
        let row = rows[place]
        rows[place] = .init(name: row.name, cost: row.cost * factor, risk: row.risk)
        #expect(!fresh.denials(of: rows).isEmpty, "\(row.name) × \(factor)")
      }
    }
    #expect(!fresh.denials(of: Array(told.rows.dropFirst())).isEmpty)
    #expect(try MeasuredFrontier.readme(readme, with: "new\n").contains("data -->\nnew\n<!-- end"))
  }
}
