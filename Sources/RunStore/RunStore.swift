public import Foundation
internal import GRDB
public import TextFiles

/// A store of runs: one SQLite file that any number of batches share.
///
/// Every change is one transaction: a process that dies leaves the store as it was before the change or after it.
/// The tables are explained in the article <doc:RunStore>, and made in `RunStoreSchema.swift`.
public final class RunStore: Sendable {
  /// What is to be done with the file.
  public enum Access: Sendable {
    /// Read alone; the file must be there.
    case read
    /// Read and written; the file, and the folder it lies in, are made where they are missing.
    case write
  }

  /// The file's path.
  public let path: String
  let database: DatabaseQueue

  /// Opens the store at `path`.
  ///
  /// - Throws: a fault where it cannot be opened, is no store, or was written by a newer Shorewise.
  public init(path: String, access: Access) throws(Faults) {
    self.path = path
    if access == .read, !FileManager.default.fileExists(atPath: path) {
      throw Faults([
        Fault(
          file: path, cause: "there is no such store",
          cure: "Name a file written by `shorewise batch --store`.")
      ])
    }
    if access == .write {
      // Where it cannot be made, opening the store says so.
      try? FileManager.default.createDirectory(
        at: URL(fileURLWithPath: path).deletingLastPathComponent(),
        withIntermediateDirectories: true)
    }
    // Of two that open a new store at the same time, one makes it; the other must not find it half made.
    let lock = OpeningLock(of: path)
    defer { lock.release() }
    do {
      try Self.verify(path)
      database = try DatabaseQueue(path: path, configuration: Self.configuration(path, access))
      if access == .write { try RunStoreSchema.migrator.migrate(database) }
    } catch let error as Faults {
      throw error
    } catch {
      throw Self.faults(error, path: path)
    }
  }

  private static func configuration(_ path: String, _ access: Access) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = access == .read
    // Transactions last milliseconds; half a minute means that something is wrong with the disk.
    configuration.busyMode = .timeout(30)
    // A hundred times as fast as a rollback journal; but all that use such a store must be on one machine.
    if access == .write, FileSystem(of: path).isLocal { configuration.journalMode = .wal }
    return configuration
  }

  deinit { close() }

  /// Ends the use of the store, which nobody may use afterwards: a store at rest is one file alone, and can be read where
  /// nothing can be written.
  public func close() {
    // Another process may be using it, who then does the same; and a store that is closed is closed.
    try? database.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA busy_timeout = 0")
      try database.execute(sql: "PRAGMA journal_mode = DELETE")
    }
    try? database.close()
  }

  /// Refuses a file that is no store, or one of a version that is not known here, before anything in it is changed.
  private static func verify(_ path: String) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return }
    if isFolder.boolValue {
      throw Faults([
        Fault(
          file: path, cause: "this is a folder, but a store is a file",
          cure: "Name a file in it, such as runs.sqlite.")
      ])
    }
    recover(path)
    let configuration = configuration(path, .read)
    let (id, tables, isNewer) = try DatabaseQueue(path: path, configuration: configuration).read {
      database in
      (
        try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0,
        // The migrator makes its own table first, in a transaction of its own.
        try Int.fetchOne(
          database, sql: "SELECT count(*) FROM sqlite_schema WHERE tbl_name <> 'grdb_migrations'")
          ?? 0,
        try RunStoreSchema.migrator.hasBeenSuperseded(database)
      )
    }
    // A file without tables is one that is new, or whose making was cut short.
    guard id == RunStoreSchema.applicationID || (id == 0 && tables == 0) else {
      throw Faults([
        Fault(
          file: path, cause: "the file is an SQLite database, but not a store of runs",
          cure: "Name another file; it is created if it does not exist.")
      ])
    }
    if isNewer {
      throw Faults([
        Fault(
          file: path, cause: "the store was written by a newer version of Shorewise",
          cure: "Use that version, or another store.")
      ])
    }
  }

  /// Undoes what a killed process has left half done, which takes the right to write. Without that right reading
  /// fails afterwards, and says so.
  private static func recover(_ path: String) {
    let remnants = ["-journal", "-wal"].map { path + $0 }
    guard remnants.contains(where: FileManager.default.fileExists) else { return }
    _ = try? DatabaseQueue(path: path).read { try Int.fetchOne($0, sql: "PRAGMA application_id") }
  }

  // MARK: Access

  func read<Value>(_ work: (Database) throws -> Value) throws(Faults) -> Value {
    do { return try database.read(work) } catch let error as Faults { throw error } catch {
      throw Self.faults(error, path: path)
    }
  }

  /// One transaction, which takes the lock at once: two that both read first could not both go on to write.
  func write<Value>(_ work: (Database) throws -> Value) throws(Faults) -> Value {
    do { return try database.write(work) } catch let error as Faults { throw error } catch {
      throw Self.faults(error, path: path)
    }
  }

  /// What SQLite refuses, in words of a user.
  static func faults(_ error: any Error, path: String) -> Faults {
    guard let error = error as? DatabaseError else {
      return Faults([
        Fault(
          file: path, cause: "the store cannot be used (\(error))", cure: "Please report this bug.")
      ])
    }
    let (cause, cure) =
      switch error.resultCode {
      case .SQLITE_FULL:
        ("the disk is full", "Free some space and run the same command again: it will resume.")
      case .SQLITE_READONLY, .SQLITE_PERM:
        ("the store cannot be written to", "Make the file and its folder writable.")
      case .SQLITE_CANTOPEN:
        (
          "the store cannot be opened",
          "Check that its folder exists and can be read and written."
        )
      case .SQLITE_NOTADB: ("the file is not a store of runs", "Name another file.")
      case .SQLITE_CORRUPT:
        ("the store is damaged", "Restore an earlier copy, or run the batch into a new store.")
      case .SQLITE_BUSY:
        (
          "another program has locked the store for half a minute",
          "Close the store there, and run the same command again."
        )
      case .SQLITE_IOERR:
        ("the disk failed to read or write the store", "Check the disk and run the command again.")
      default: ("the store cannot be used (\(error))", "Please report this bug.")
      }
    return Faults([Fault(file: path, cause: cause, cure: cure)])
  }
}

/// The present time as the store writes it: UTC to the millisecond, so that texts sort as times do.
public func storeTime(_ date: Date = Date()) -> String {
  date.formatted(.iso8601.year().month().day().time(includingFractionalSeconds: true))
}
