import Foundation
internal import GRDB
import SupplyData
public import SupplyPlan
public import TextFiles

extension RunStore {
  /// All runs, in the order in which they were first asked for.
  public func runs() throws(Faults) -> [StoredRun] {
    try read { database in
      let axes = Dictionary(
        grouping: try Row.fetchAll(database, sql: "SELECT * FROM run_axis ORDER BY run, place"),
        by: { $0["run"] as Int64 })
      return try Row.fetchAll(
        database,
        sql: """
          SELECT run.*, input.name AS input_name, input.currency AS input_currency
          FROM run JOIN input ON input.sha256 = run.input_sha256 ORDER BY run.id
          """
      ).map { row in
        let axes = (axes[row["id"]] ?? []).map {
          AxisValue(axis: $0["axis"], value: $0["value"])
        }
        return Self.run(row, axes: axes)
      }
    }
  }

  private static func run(_ row: Row, axes: [AxisValue]) -> StoredRun {
    StoredRun(
      id: row["id"],
      request: RunRequest(
        key: RunRequest.Key(
          dataset: row["dataset"], variant: row["variant"], command: row["command"],
          options: words(of: row["options"])),
        sweep: row["sweep"], axes: axes, inputSHA256: row["input_sha256"]),
      datasetName: row["input_name"], currency: row["input_currency"],
      status: RunStatus(rawValue: row["status"]) ?? .pending, reason: row["reason"],
      design: row.hasColumn("design") ? row["design"] : nil, attempts: row["attempts"],
      measure: row["measure"], level: row["level"], cost: row["cost"],
      bound: row["bound"], gap: row["gap"], salesAtRisk: row["sales_at_risk"],
      uncertainty: row["uncertainty"], solveSeconds: row["solve_seconds"],
      wallSeconds: row["wall_seconds"], processorSeconds: row["processor_seconds"],
      peakMemoryBytes: row["peak_memory_bytes"], host: row["host"], started: row["started"],
      finished: row["finished"], shorewise: row["shorewise"], glpk: row["glpk"],
      warnings: row["warnings"], log: row["log"])
  }

  /// The plans of all runs, or of one, in the order of runs and files.
  public func plans(of run: Int64? = nil) throws(Faults) -> [StoredPlanRow] {
    try rows("plan", of: run, order: "run, plan") { row in
      StoredPlanRow(
        run: row["run"], plan: row["plan"], role: row["role"], termination: row["termination"],
        cost: row["cost"], bound: row["bound"], gap: row["gap"],
        salesAtRisk: row["sales_at_risk"],
        // An older store that is only read has not got all of them.
        costLines: CostLines.lines.map { ($0.name, row.hasColumn($0.name) ? row[$0.name] : 0) })
    }
  }

  /// Where facilities are open or close, in the plans of all runs, or of one.
  public func facilities(of run: Int64? = nil) throws(Faults)
    -> [(run: Int64, plan: String, row: FacilityDecisionRow)]
  {
    try rows("facility", of: run, order: "run, plan, period, facility") { row in
      (
        row["run"], row["plan"],
        FacilityDecisionRow(
          facility: row["facility"], period: row["period"], open: row["open"],
          opened: row["opened"], closed: row["closed"])
      )
    }
  }

  /// Where goods are made, in the plans of all runs, or of one.
  public func mixes(of run: Int64? = nil) throws(Faults)
    -> [(run: Int64, plan: String, row: MixRow)]
  {
    try rows("mix", of: run, order: "run, plan, period, class, country, microfactory") { row in
      (
        row["run"], row["plan"],
        MixRow(
          period: row["period"], class: PlacementClass(rawValue: row["class"]) ?? .offshore,
          country: row["country"], microfactory: row["microfactory"],
          valueShare: row["value_share"])
      )
    }
  }

  /// The bounds of frontiers, of all runs, or of one.
  public func frontierBounds(of run: Int64? = nil) throws(Faults)
    -> [(run: Int64, bound: FrontierRecord.Bound)]
  {
    try rows("frontier_bound", of: run, order: "run, place") { row in
      (row["run"], FrontierRecord.Bound(cap: row["cap"], bound: row["bound"]))
    }
  }

  private func rows<Value>(
    _ table: String, of run: Int64?, order: String, _ make: (Row) -> Value
  ) throws(Faults) -> [Value] {
    try read { database in
      let condition = run == nil ? "" : "WHERE run = ?"
      return try Row.fetchAll(
        database, sql: "SELECT * FROM \(table) \(condition) ORDER BY \(order)",
        arguments: run.map { [$0] } ?? []
      ).map(make)
    }
  }

  // MARK: Files

  /// The files that a run read.
  public func inputFiles(_ sha256: String) throws(Faults) -> [String: [UInt8]] {
    try files(
      """
      SELECT file, length, content FROM input_file JOIN blob ON sha256 = blob_sha256
      WHERE input_sha256 = ?
      """, sha256)
  }

  /// The files that a run wrote, by path.
  ///
  /// - Parameter pattern: what their paths are like, in the words of SQL; without it all of them.
  public func outputFiles(of run: Int64, like pattern: String = "%") throws(Faults)
    -> [String: [UInt8]]
  {
    try files(
      """
      SELECT file, length, content FROM run_file JOIN blob ON sha256 = blob_sha256
      WHERE run = ? AND file LIKE ?
      """, run, pattern)
  }

  func files(_ sql: String, _ keys: (any DatabaseValueConvertible)...) throws(Faults)
    -> [String: [UInt8]]
  {
    try read { database in
      var files: [String: [UInt8]] = [:]
      for row in try Row.fetchAll(database, sql: sql, arguments: StatementArguments(keys)) {
        let name: String = row["file"]
        let content: Data = row["content"]
        guard let bytes = Compression.unpacked([UInt8](content), length: row["length"]) else {
          throw Faults([
            Fault(
              file: path,
              cause: "the store is damaged: the content of '\(name)' cannot be unpacked",
              cure: "Solve the run again with `shorewise batch --force`.")
          ])
        }
        files[name] = bytes
      }
      return files
    }
  }
}
