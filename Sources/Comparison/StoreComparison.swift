import Findings
import Foundation
public import RunStore
import SupplyData
import SupplyPlan
public import TextFiles

/// A comparison of runs of a store: of two, of all, or of those of a sweep.
///
/// ```swift
/// let store = try RunStore(path: "runs.sqlite", access: .read)
/// let pair = ComparisonChoice(pair: .variants("-", "no-credits"))
/// print(try StoreComparison(of: store, pair).text)
/// ```
public struct StoreComparison: Sendable {
  private enum Content {
    case pair(PlanPair)
    case runs(RunsOverview)
  }

  private let content: Content

  /// Reads what is compared; the store may be on another machine than the datasets.
  ///
  /// - Throws: a fault where the choice means no run, or several, and what cannot be read.
  public init(of store: RunStore, _ choice: ComparisonChoice) throws(Faults) {
    let selection = RunSelection(store: store.path, runs: try store.runs(), choice: choice)
    if let pair = choice.pair {
      let (first, second) = try selection.pair(pair)
      content = .pair(try PlanPair(first, second, in: store))
    } else {
      content = .runs(try RunsOverview(try selection.groups(), sweep: choice.sweep, in: store))
    }
  }

  private var document: Document {
    switch content {
    case .pair(let pair): pair.document
    case .runs(let runs): runs.document
    }
  }

  private var tables: [Table] {
    switch content {
    case .pair(let pair): pair.tables
    case .runs(let runs): runs.tables
    }
  }

  /// The comparison in lines for a terminal.
  public var text: String { document.text }

  /// The tables as JSON: an object with a list of rows for each table.
  public var json: String {
    let kind =
      switch content {
      case .pair: "pair"
      case .runs: "runs"
      }
    let value = JSONComparison(
      schema: "shorewise/comparison/1", kind: kind,
      tables: Dictionary(tables.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first }))
    return prettyJSON(value)
  }

  private struct JSONComparison: Encodable {
    var schema: String
    var kind: String
    var tables: [String: Table]
  }

  /// Writes the tables as CSV files into a folder, with a `README.md` of their columns.
  ///
  /// - Throws: what cannot be written.
  public func writeTables(to folder: String) throws(Faults) {
    try TableFolder(title: "Comparison of runs", tables: tables).write(to: folder)
  }

  /// Writes the comparison as one HTML file that asks for nothing else.
  ///
  /// - Throws: a fault where it cannot be written.
  public func writePage(to path: String) throws(Faults) {
    let page: String
    do { page = try document.page() } catch {
      throw Faults([
        Fault(
          file: path, cause: "the page cannot be made (\(error))", cure: "Please report this bug.")
      ])
    }
    try WholeFile.write(page, path: path)
  }
}
