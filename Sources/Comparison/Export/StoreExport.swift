import Findings
public import RunStore
import SupplyData
import SupplyPlan
public import TextFiles

/// A store as a folder of tidy tables, for those who go on in Excel, DuckDB or pandas.
///
/// The article <doc:Comparison> lists the tables; the `README.md` that is written beside them explains every column.
public struct StoreExport: Sendable {
  private let store: RunStore

  /// - Parameter store: the store, which is only read.
  public init(of store: RunStore) { self.store = store }

  /// Writes the tables and their `README.md` into a folder, which is made where it is missing.
  ///
  /// - Throws: what cannot be read from the store, or written.
  public func write(to folder: String) throws(Faults) {
    let name = store.path.split(separator: "/").last.map(String.init) ?? store.path
    try TableFolder(title: "Runs of \(name)", tables: try tables()).write(to: folder)
  }

  /// All tables.
  func tables() throws(Faults) -> [Table] {
    let runs = try store.runs()
    return [
      ExportTables.runs(runs), ExportTables.axes(runs), ExportTables.plans(try store.plans()),
      ExportTables.costLines(try store.plans()),
      ExportTables.facilities(try store.facilities()), ExportTables.mix(try store.mixes()),
      ExportTables.bounds(try store.frontierBounds()),
    ] + (try documents(runs))
  }

  /// What the plans say that the store keeps in their files alone.
  private func documents(_ runs: [StoredRun]) throws(Faults) -> [Table] {
    var tables = DocumentTables()
    for run in runs where run.status.isResult {
      for (file, plan) in try store.planDocuments(of: run.id) where plan.cost != nil {
        tables.add(plan, run: run.id, file: file)
      }
    }
    // Only some datasets have contracts and clusters.
    let optional = [tables.contracts, tables.clusters].filter { !$0.rows.isEmpty }
    return [tables.modules, tables.buffers] + optional + [tables.incentives, tables.scenarios]
  }
}
