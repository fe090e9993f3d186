import Foundation
internal import GRDB
import SupplyData
import SupplyPlan
public import TextFiles

extension RunStore {
  /// Keeps what a worker found, if the run is still the batch's; what was kept of it before goes.
  ///
  /// - Parameters:
  ///   - outcome: how the run ended.
  ///   - files: what it wrote.
  ///   - batch: the batch that claimed the run.
  /// - Returns: what was kept; `nil` for a result that comes twice, or too late.
  @discardableResult
  public func record(_ outcome: RunOutcome, files: RunFiles, batch: String) throws(Faults)
    -> RunOutcome?
  {
    try write { database in
      let row = try Row.fetchOne(
        database,
        sql: "SELECT input_sha256 FROM run WHERE id = ? AND batch = ? AND status = 'running'",
        arguments: [outcome.run, batch])
      guard let row else { return nil }
      let result = Self.checked(outcome, files: files, asked: row["input_sha256"])
      try Self.removeResult(of: outcome.run, in: database)
      try Self.update(outcome.run, with: result, files: files, in: database)
      // A result for another dataset than the one asked for is no result of this run.
      if result.status.isResult { try Self.insert(files, of: outcome.run, in: database) }
      return result
    }
  }

  /// An outcome that stands for the dataset that was asked for, or says that it does not.
  private static func checked(_ outcome: RunOutcome, files: RunFiles, asked: String) -> RunOutcome {
    var outcome = outcome
    guard outcome.status.isResult else { return outcome }
    if let fault = files.faults.first {
      outcome.status = .failed
      outcome.reason = "the worker's output cannot be read: \(fault)"
    } else if files.datasets.contains(where: { $0 != asked }) {
      outcome.status = .failed
      outcome.reason = "the dataset was changed during the batch; run the batch again"
    }
    return outcome
  }

  private static func update(
    _ run: Int64, with outcome: RunOutcome, files: RunFiles, in database: Database
  ) throws {
    let summary = outcome.status.isResult ? files.summary : RunFiles.Summary()
    try database.execute(
      sql: """
        UPDATE run SET status = ?, reason = ?, revision = revision + 1, attempts = ?, measure = ?,
          level = ?, cost = ?, bound = ?, gap = ?, sales_at_risk = ?, uncertainty = ?,
          solve_seconds = ?, wall_seconds = ?, processor_seconds = ?, peak_memory_bytes = ?,
          host = ?, started = ?, finished = ?, shorewise = ?, glpk = ?, warnings = ?, log = ?
        WHERE id = ?
        """,
      arguments: [
        outcome.status.rawValue, outcome.reason, outcome.attempts, summary.measure, summary.level,
        summary.cost, summary.bound, summary.gap, summary.salesAtRisk, summary.uncertainty,
        summary.solveSeconds, outcome.wallSeconds, outcome.processorSeconds,
        outcome.peakMemoryBytes, outcome.host, outcome.started, outcome.finished,
        outcome.shorewise, outcome.glpk, outcome.warnings.joined(separator: "\n"), outcome.log, run,
      ])
  }

  static func insert(_ files: RunFiles, of run: Int64, in database: Database) throws {
    for (file, bytes) in files.contents.sorted(by: { $0.key < $1.key }) {
      try database.execute(
        sql: "INSERT INTO run_file (run, file, blob_sha256) VALUES (?, ?, ?)",
        arguments: [run, file, try keep(bytes, in: database)])
    }
    for plan in files.plans { try insert(plan, of: run, in: database) }
    for (place, bound) in files.bounds.enumerated() {
      try database.execute(
        sql: "INSERT INTO frontier_bound (run, place, cap, bound) VALUES (?, ?, ?, ?)",
        arguments: [run, place + 1, bound.cap, bound.bound])
    }
  }

  static func removeResult(of run: Int64, in database: Database) throws {
    for table in ["trial", "frontier_bound", "mix", "facility", "plan", "run_file"] {
      try database.execute(sql: "DELETE FROM \(table) WHERE run = ?", arguments: [run])
    }
    try database.execute(
      sql: """
        UPDATE run SET design = NULL, attempts = 0, measure = NULL, level = NULL, cost = NULL, bound = NULL,
          gap = NULL, sales_at_risk = NULL, uncertainty = NULL, solve_seconds = NULL,
          wall_seconds = NULL, processor_seconds = NULL, peak_memory_bytes = NULL, host = NULL,
          started = NULL, finished = NULL, shorewise = NULL, glpk = NULL, warnings = '', log = ''
        WHERE id = ?
        """, arguments: [run])
  }

  // MARK: Contents

  /// Keeps a content, once however many files have it.
  ///
  /// - Returns: its SHA-256.
  static func keep(_ bytes: [UInt8], in database: Database) throws -> String {
    let name = sha256(of: bytes)
    let isKnown =
      try Int.fetchOne(database, sql: "SELECT 1 FROM blob WHERE sha256 = ?", arguments: [name])
      != nil
    if !isKnown {
      try database.execute(
        sql: "INSERT INTO blob (sha256, length, content) VALUES (?, ?, ?)",
        arguments: [name, bytes.count, Data(Compression.packed(bytes))])
    }
    return name
  }

  /// Removes contents, inputs and designs that no run has any more.
  public func removeUnused() throws(Faults) {
    try write { database in
      try database.execute(
        sql: "DELETE FROM input WHERE sha256 NOT IN (SELECT input_sha256 FROM run)")
      try database.execute(
        sql: "DELETE FROM design WHERE sha256 NOT IN (SELECT design FROM trial)")
      try database.execute(
        sql: """
          DELETE FROM blob WHERE sha256 NOT IN (SELECT blob_sha256 FROM input_file)
            AND sha256 NOT IN (SELECT blob_sha256 FROM run_file)
            AND sha256 NOT IN (SELECT plan_sha256 FROM design)
          """)
    }
  }
}
