import Foundation
internal import GRDB
import SupplyData
public import TextFiles

/// A process that runs a batch.
public struct BatchOwner: Sendable, Equatable {
  /// The machine.
  public var host: String
  /// The process.
  public var process: Int32
  /// When the process began, in the words of its machine: a number that was given to two processes does not
  /// confuse them.
  public var processStart: String

  /// Creates an owner.
  public init(host: String, process: Int32, processStart: String) {
    self.host = host
    self.process = process
    self.processStart = processStart
  }
}

/// A batch as the store knows it: who runs it, and where its results come to.
public struct BatchRecord: Sendable, Equatable {
  /// Its name, which no other batch has.
  public var id: String
  /// The engine: `local` or `slurm`.
  public var engine: String
  /// How it was called.
  public var arguments: String
  /// The folder that its workers write to.
  public var spool: String
  /// Who runs it.
  public var owner: BatchOwner
  /// When the owner last said that it is alive.
  public var heartbeat: String

  /// Creates a record.
  public init(
    id: String, engine: String, arguments: String, spool: String, owner: BatchOwner,
    heartbeat: String = storeTime()
  ) {
    self.id = id
    self.engine = engine
    self.arguments = arguments
    self.spool = spool
    self.owner = owner
    self.heartbeat = heartbeat
  }
}

extension RunStore {
  /// Notes that a batch begins.
  public func begin(_ batch: BatchRecord) throws(Faults) {
    try write { database in
      try database.execute(
        sql: """
          INSERT INTO batch
            (id, engine, arguments, spool, host, process, process_start, started, heartbeat)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          batch.id, batch.engine, batch.arguments, batch.spool, batch.owner.host,
          batch.owner.process, batch.owner.processStart, storeTime(), batch.heartbeat,
        ])
    }
  }

  /// Notes that batches are still being run by their owner.
  ///
  /// - Throws: a fault where one has another owner: whoever was silent for so long that it counted as dead must stop.
  public func beat(_ batches: [String], by owner: BatchOwner) throws(Faults) {
    try write { database in
      for id in batches {
        try database.execute(
          sql: """
            UPDATE batch SET heartbeat = ?
            WHERE id = ? AND host = ? AND process = ? AND process_start = ?
            """,
          arguments: [storeTime(), id, owner.host, owner.process, owner.processStart])
        if database.changesCount == 0 {
          throw Faults([
            Fault(
              file: path,
              cause: "another process has taken over the batch, because this one did not respond",
              cure: "Let the other one finish, or run the same command again afterwards.")
          ])
        }
      }
    }
  }

  /// Notes that a batch has ended; what it still claims is free again.
  public func end(_ batch: String) throws(Faults) {
    try write { database in
      try database.execute(
        sql: """
          UPDATE run SET status = 'pending', batch = NULL, revision = revision + 1
          WHERE batch = ? AND status = 'running'
          """, arguments: [batch])
      try database.execute(
        sql: "UPDATE batch SET ended = ? WHERE id = ?", arguments: [storeTime(), batch])
    }
  }

  /// The batches that have not ended, living or dead.
  public func openBatches() throws(Faults) -> [BatchRecord] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM batch WHERE ended IS NULL ORDER BY started")
        .map { row in
          BatchRecord(
            id: row["id"], engine: row["engine"], arguments: row["arguments"],
            spool: row["spool"],
            owner: BatchOwner(
              host: row["host"], process: row["process"], processStart: row["process_start"]),
            heartbeat: row["heartbeat"])
        }
    }
  }

  /// Takes a batch over from an owner that is dead. Of two that try, one does.
  ///
  /// - Returns: whether the batch is the new owner's.
  public func adopt(_ batch: BatchRecord, by owner: BatchOwner) throws(Faults) -> Bool {
    try write { database in
      try database.execute(
        sql: """
          UPDATE batch SET host = ?, process = ?, process_start = ?, heartbeat = ?
          WHERE id = ? AND host = ? AND process = ? AND process_start = ? AND heartbeat = ?
            AND ended IS NULL
          """,
        arguments: [
          owner.host, owner.process, owner.processStart, storeTime(), batch.id, batch.owner.host,
          batch.owner.process, batch.owner.processStart, batch.heartbeat,
        ])
      return database.changesCount == 1
    }
  }
}
