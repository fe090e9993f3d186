import Foundation
import GRDB
import SupplyData
import Testing
import TextFiles

@testable import RunStore

@Suite struct OpeningTests {
  private func cause(_ path: String, _ access: RunStore.Access) -> String? {
    do {
      _ = try RunStore(path: path, access: access)
      return nil
    } catch {
      return error.all.first?.cause
    }
  }

  @Test func `a store is made where it is missing, and is there again`() throws {
    let folder = try StoreFolder()
    #expect(cause(folder.store, .read) == "there is no such store")
    #expect(!FileManager.default.fileExists(atPath: folder.store))
    try folder.open().register([])
    #expect(cause(folder.store, .read) == nil)
    #expect(cause(folder.store, .write) == nil)
    // One file: no journal stays beside it.
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["runs.sqlite"])
  }

  @Test func `what is no store is left as it is`() throws {
    let folder = try StoreFolder()
    let text = Data(String(repeating: "cost,risk\n1,2\n", count: 100).utf8)
    try text.write(to: URL(fileURLWithPath: folder.store))
    #expect(cause(folder.store, .write) == "the file is not a store of runs")
    #expect(FileManager.default.contents(atPath: folder.store) == text)

    let other = folder.path + "/other.sqlite"
    try DatabaseQueue(path: other).write { try $0.execute(sql: "CREATE TABLE t (a)") }
    #expect(
      cause(other, .write) == "the file is an SQLite database, but not a store of runs")
    let tables = try DatabaseQueue(path: other).read {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_schema")
    }
    #expect(tables == 1)
  }

  @Test func `a store of a newer version is refused`() throws {
    let folder = try StoreFolder()
    _ = try folder.open()
    try DatabaseQueue(path: folder.store).write {
      try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99')")
    }
    for access in [RunStore.Access.read, .write] {
      #expect(
        cause(folder.store, access) == "the store was written by a newer version of Shorewise")
    }
  }

  @Test func `a folder that is missing, or a folder for a file`() throws {
    let folder = try StoreFolder()
    #expect(cause(folder.path + "/new/runs.sqlite", .read) == "there is no such store")
    #expect(cause(folder.path + "/new/runs.sqlite", .write) == nil)
    try Data().write(to: URL(fileURLWithPath: folder.path + "/file"))
    #expect(cause(folder.path + "/file/runs.sqlite", .write) == "the store cannot be opened")
    #expect(cause(folder.path, .write) == "this is a folder, but a store is a file")
  }

  @Test func `an empty file becomes a store`() throws {
    let folder = try StoreFolder()
    try Data().write(to: URL(fileURLWithPath: folder.store))
    #expect(cause(folder.store, .write) == nil)
  }

  /// The migrator's own table is there before the store's: a process may be killed in between.
  @Test func `a store whose making was cut short becomes one`() throws {
    let folder = try StoreFolder()
    try DatabaseQueue(path: folder.store).write {
      try $0.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
    }
    #expect(cause(folder.store, .write) == nil)
    #expect(try folder.open().runs().isEmpty)
  }

  @Test func `a full disk is told, and nothing is half written`() throws {
    let folder = try StoreFolder()
    let store = try folder.open()
    try store.add([.of()])
    try store.register([.of("")])
    let pages = try #require(
      try store.database.read { try Int.fetchOne($0, sql: "PRAGMA page_count") })
    try store.database.writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA max_page_count = \(pages)")
    }
    let requests = (1...2000).map { RunRequest.of("v\($0)") }
    let faults = #expect(throws: Faults.self) { try store.register(requests) }
    #expect(faults?.all.first?.cause == "the disk is full")
    #expect(try store.runs().map(\.request) == [.of("")])
  }
}
