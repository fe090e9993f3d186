import GRDB
import TextFiles

/// The tables of the store, by version. A version that was released is never changed: a new one follows it.
///
/// The columns are explained in `RunStore.docc/RunStore.md`.
enum RunStoreSchema {
  /// "SWRS": tells a store from other SQLite files (`PRAGMA application_id`).
  static let applicationID = 0x5357_5253

  /// Brings a store of any earlier version to this one.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { database in
      try database.execute(sql: "PRAGMA application_id = \(applicationID)")
      try database.execute(sql: version1)
    }
    migrator.registerMigration("2") { try $0.execute(sql: version2) }
    migrator.registerMigration("3") { try $0.execute(sql: version3) }
    return migrator
  }

  private static let version1 = """
    CREATE TABLE batch (
      id TEXT NOT NULL PRIMARY KEY,
      engine TEXT NOT NULL,
      arguments TEXT NOT NULL,
      spool TEXT NOT NULL,
      host TEXT NOT NULL,
      process INTEGER NOT NULL,
      process_start TEXT NOT NULL,
      started TEXT NOT NULL,
      heartbeat TEXT NOT NULL,
      ended TEXT
    ) STRICT;

    CREATE TABLE blob (
      sha256 TEXT NOT NULL PRIMARY KEY,
      length INTEGER NOT NULL,
      content BLOB NOT NULL
    ) STRICT;

    CREATE TABLE input (
      sha256 TEXT NOT NULL PRIMARY KEY,
      name TEXT NOT NULL,
      currency TEXT NOT NULL
    ) STRICT;

    CREATE TABLE input_file (
      input_sha256 TEXT NOT NULL REFERENCES input ON DELETE CASCADE,
      file TEXT NOT NULL,
      blob_sha256 TEXT NOT NULL REFERENCES blob,
      PRIMARY KEY (input_sha256, file)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX input_file_blob ON input_file (blob_sha256);

    CREATE TABLE run (
      id INTEGER PRIMARY KEY,
      dataset TEXT NOT NULL,
      variant TEXT NOT NULL,
      sweep TEXT,
      command TEXT NOT NULL,
      options TEXT NOT NULL,
      input_sha256 TEXT NOT NULL REFERENCES input,
      status TEXT NOT NULL,
      reason TEXT,
      batch TEXT REFERENCES batch,
      revision INTEGER NOT NULL DEFAULT 0,
      attempts INTEGER NOT NULL DEFAULT 0,
      measure TEXT,
      level REAL,
      cost REAL,
      bound REAL,
      gap REAL,
      sales_at_risk REAL,
      uncertainty REAL,
      solve_seconds REAL,
      wall_seconds REAL,
      processor_seconds REAL,
      peak_memory_bytes INTEGER,
      host TEXT,
      started TEXT,
      finished TEXT,
      shorewise TEXT,
      glpk TEXT,
      warnings TEXT NOT NULL DEFAULT '',
      log TEXT NOT NULL DEFAULT '',
      UNIQUE (dataset, variant, command, options)
    ) STRICT;
    CREATE INDEX run_input ON run (input_sha256);
    CREATE INDEX run_batch ON run (batch);

    CREATE TABLE run_axis (
      run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
      place INTEGER NOT NULL,
      axis TEXT NOT NULL,
      value TEXT NOT NULL,
      PRIMARY KEY (run, place)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE run_file (
      run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
      file TEXT NOT NULL,
      blob_sha256 TEXT NOT NULL REFERENCES blob,
      PRIMARY KEY (run, file)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX run_file_blob ON run_file (blob_sha256);

    CREATE TABLE plan (
      run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
      plan TEXT NOT NULL,
      role TEXT NOT NULL,
      termination TEXT NOT NULL,
      cost REAL NOT NULL,
      bound REAL,
      gap REAL,
      sales_at_risk REAL NOT NULL,
      opening REAL NOT NULL,
      closing REAL NOT NULL,
      building REAL NOT NULL,
      incentives REAL NOT NULL,
      facility_fixed REAL NOT NULL,
      module_fixed REAL NOT NULL,
      buffers REAL NOT NULL,
      production REAL NOT NULL,
      freight REAL NOT NULL,
      duty REAL NOT NULL,
      pipeline REAL NOT NULL,
      carbon REAL NOT NULL,
      shortage REAL NOT NULL,
      buffer_draws REAL NOT NULL,
      PRIMARY KEY (run, plan)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE facility (
      run INTEGER NOT NULL,
      plan TEXT NOT NULL,
      period TEXT NOT NULL,
      facility TEXT NOT NULL,
      open INTEGER NOT NULL,
      opened INTEGER NOT NULL,
      closed INTEGER NOT NULL,
      PRIMARY KEY (run, plan, period, facility),
      FOREIGN KEY (run, plan) REFERENCES plan ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE mix (
      run INTEGER NOT NULL,
      plan TEXT NOT NULL,
      period TEXT NOT NULL,
      class TEXT NOT NULL,
      country TEXT NOT NULL,
      microfactory INTEGER NOT NULL,
      value_share REAL NOT NULL,
      PRIMARY KEY (run, plan, period, class, country, microfactory),
      FOREIGN KEY (run, plan) REFERENCES plan ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE frontier_bound (
      run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
      place INTEGER NOT NULL,
      cap REAL NOT NULL,
      bound REAL NOT NULL,
      PRIMARY KEY (run, place)
    ) STRICT, WITHOUT ROWID;
    """

  private static let version2 = """
    ALTER TABLE run ADD COLUMN design TEXT;

    CREATE TABLE design (
      sha256 TEXT NOT NULL PRIMARY KEY,
      structure TEXT NOT NULL,
      plan_sha256 TEXT NOT NULL REFERENCES blob
    ) STRICT;
    CREATE INDEX design_plan ON design (plan_sha256);

    CREATE TABLE design_facility (
      design TEXT NOT NULL REFERENCES design ON DELETE CASCADE,
      period TEXT NOT NULL,
      facility TEXT NOT NULL,
      PRIMARY KEY (design, period, facility)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE trial (
      run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
      design TEXT NOT NULL REFERENCES design,
      found_here INTEGER NOT NULL,
      cost REAL,
      sales_at_risk REAL,
      PRIMARY KEY (run, design)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX trial_design ON trial (design);
    """

  private static let version3 = """
    ALTER TABLE plan ADD COLUMN contracts REAL NOT NULL DEFAULT 0;
    ALTER TABLE plan ADD COLUMN clusters REAL NOT NULL DEFAULT 0;
    ALTER TABLE plan ADD COLUMN handling REAL NOT NULL DEFAULT 0;
    ALTER TABLE plan ADD COLUMN drawback REAL NOT NULL DEFAULT 0;
    ALTER TABLE plan ADD COLUMN safety_stock REAL NOT NULL DEFAULT 0;
    ALTER TABLE plan ADD COLUMN collection REAL NOT NULL DEFAULT 0;
    """
}
