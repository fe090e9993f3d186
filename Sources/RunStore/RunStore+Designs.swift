internal import GRDB
import SupplyData
public import SupplyPlan
public import TextFiles

/// Designs that runs have found, and what they cost in other runs.
extension RunStore {
  /// The designs of the store, by their name.
  public func designs() throws(Faults) -> [String: StoredDesign] {
    try read { database in
      guard try database.tableExists("design") else { return [:] }
      var designs: [String: StoredDesign] = [:]
      for row in try Row.fetchAll(database, sql: "SELECT sha256, structure FROM design") {
        let name: String = row["sha256"]
        designs[name] = StoredDesign(sha256: name, structure: row["structure"], open: [:])
      }
      for row in try Row.fetchAll(database, sql: "SELECT * FROM design_facility") {
        let (design, period): (String, String) = (row["design"], row["period"])
        designs[design]?.open[period, default: []].insert(row["facility"])
      }
      return designs
    }
  }

  /// What designs cost in all runs, or in one, in the order of runs.
  public func trials(of run: Int64? = nil) throws(Faults) -> [StoredTrial] {
    try read { database in
      // A store of an earlier version that is only read has none.
      guard try database.tableExists("trial") else { return [] }
      let condition = run == nil ? "" : "WHERE run = ?"
      return try Row.fetchAll(
        database, sql: "SELECT * FROM trial \(condition) ORDER BY run, design",
        arguments: run.map { [$0] } ?? []
      ).map { row in
        StoredTrial(
          run: row["run"], design: row["design"], isFoundHere: row["found_here"],
          cost: row["cost"], salesAtRisk: row["sales_at_risk"])
      }
    }
  }

  /// The plan that a design was first found with, without flows, production and draws.
  ///
  /// - Throws: what cannot be read in the store, or in the plan.
  public func planDocument(ofDesign design: String) throws(Faults) -> Plan {
    let files = try files(
      """
      SELECT design.sha256 AS file, length, content FROM design
      JOIN blob ON blob.sha256 = plan_sha256 WHERE design.sha256 = ?
      """, design)
    return try Plan.readDocument(files[design] ?? [], file: "\(path): design \(design)")
  }

  /// Notes the design that a run's own search has found.
  ///
  /// - Parameters:
  ///   - plan: the bytes of its `plan.json`; the store has them already.
  ///   - trial: what it costs there.
  public func note(_ design: StoredDesign, plan: [UInt8], as trial: StoredTrial) throws(Faults) {
    try write { database in
      let content = try Self.keep(plan, in: database)
      try database.execute(
        sql: "INSERT OR IGNORE INTO design (sha256, structure, plan_sha256) VALUES (?, ?, ?)",
        arguments: [design.sha256, design.structure, content])
      if database.changesCount == 1 {
        for (period, facilities) in design.open {
          for facility in facilities {
            try database.execute(
              sql: "INSERT INTO design_facility (design, period, facility) VALUES (?, ?, ?)",
              arguments: [design.sha256, period, facility])
          }
        }
      }
      try Self.insert(trial, in: database)
      try database.execute(
        sql: "UPDATE run SET design = ? WHERE id = ? AND design IS NULL",
        arguments: [design.sha256, trial.run])
    }
  }

  /// Notes what designs cost in a run, and gives it the plan of one of them where that is better than its own.
  ///
  /// - Parameters:
  ///   - trials: of one run.
  ///   - plan: the design, and the files of the plan that is to be the run's.
  ///   - input: the SHA-256 of what was read: a run that has been solved anew for another dataset is left as it is.
  ///   - replacing: the cost of the plan that was there; `nil` where there was none. Another batch may have found a better one.
  /// - Returns: whether the plan was taken.
  @discardableResult
  public func record(
    _ trials: [StoredTrial], of run: Int64, adopting plan: (design: String, files: RunFiles)?,
    input: String, replacing cost: Double?
  ) throws(Faults) -> Bool {
    try write { database in
      let row = try Row.fetchOne(
        database,
        sql: """
          SELECT cost FROM run
          WHERE id = ? AND input_sha256 = ? AND status IN ('solved', 'stopped')
          """, arguments: [run, input])
      guard let row else { return false }
      for trial in trials { try Self.insert(trial, in: database) }
      guard let plan, (row["cost"] as Double?) == cost else { return false }
      for table in ["mix", "facility", "plan", "run_file"] {
        try database.execute(sql: "DELETE FROM \(table) WHERE run = ?", arguments: [run])
      }
      let found = plan.files.summary
      try database.execute(
        sql: """
          UPDATE run SET design = ?, revision = revision + 1, cost = ?, bound = ?, gap = ?,
            sales_at_risk = ? WHERE id = ?
          """,
        arguments: [plan.design, found.cost, found.bound, found.gap, found.salesAtRisk, run])
      try Self.insert(plan.files, of: run, in: database)
      return true
    }
  }

  private static func insert(_ trial: StoredTrial, in database: Database) throws {
    try database.execute(
      sql: """
        INSERT OR IGNORE INTO trial (run, design, found_here, cost, sales_at_risk)
        VALUES (?, ?, ?, ?, ?)
        """,
      arguments: [trial.run, trial.design, trial.isFoundHere, trial.cost, trial.salesAtRisk])
  }
}
