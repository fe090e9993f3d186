import Foundation
import TextFiles
import Testing

/// Files that belong together change together.
@Suite struct FileSetTests {
  private final class Folder {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("file-set-\(UUID().uuidString)").path

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// All that is in it, hidden files too.
    var contents: [String: String] {
      var contents: [String: String] = [:]
      for case let name as String in FileManager.default.enumerator(atPath: path) ?? .init() {
        if let data = FileManager.default.contents(atPath: path + "/" + name) {
          contents[name] = String(decoding: data, as: UTF8.self)
        }
      }
      return contents
    }
  }

  @Test func `all are written, folders made, and what is obsolete is gone`() throws {
    let folder = Folder()
    var old = FileSet()
    old.add("old head", path: "plan.json", isHead: true)
    old.add("old", path: "points/03/flows.csv")
    old.add("other", path: "points/03/notes.txt")
    old.add("old", path: "points/04/flows.csv")
    try old.write(to: folder.path)
    var new = FileSet()
    new.add("new head", path: "plan.json", isHead: true)
    new.add("new", path: "points/01/flows.csv")
    // A file that is written anew is not obsolete.
    for path in ["points/03/flows.csv", "points/04/flows.csv", "plan.json"] { new.remove(path) }
    try new.write(to: folder.path)
    #expect(
      folder.contents == [
        "plan.json": "new head", "points/01/flows.csv": "new", "points/03/notes.txt": "other",
      ])
    // Nor is a folder left that only it needed.
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/points/04"))
  }

  @Test func `where one cannot be written the old ones stand, and nothing lies about`() throws {
    let folder = Folder()
    var old = FileSet()
    old.add("head", path: "plan.json", isHead: true)
    old.add("table", path: "flows.csv")
    old.add("in the way", path: "points")
    try old.write(to: folder.path)
    let before = folder.contents
    var new = FileSet()
    new.add("new head", path: "plan.json", isHead: true)
    new.add("new table", path: "flows.csv")
    new.add("point", path: "points/01/flows.csv")
    do throws(Faults) {
      try new.write(to: folder.path)
      Issue.record("it was written")
    } catch {
      #expect(error.all.map(\.file) == [folder.path + "/points/01/flows.csv"])
      #expect(error.all.first?.cause.contains("cannot be written") == true)
    }
    #expect(folder.contents == before)
  }

  @Test func `what can be read by itself goes before all others`() throws {
    let folder = Folder()
    var old = FileSet()
    old.add("an old finding", path: "stress.json")
    old.add("an old table", path: "points/09/flows.csv")
    // The head cannot be taken away: what comes behind it stays.
    old.add("in the way", path: "frontier.json/note")
    try old.write(to: folder.path)
    var new = FileSet()
    new.add("head", path: "frontier.json", isHead: true)
    new.add("table", path: "points/01/flows.csv")
    new.remove("points/09/flows.csv")
    new.remove("stress.json", isHead: true)
    #expect(throws: Faults.self) { try new.write(to: folder.path) }
    #expect(
      folder.contents == [
        "points/09/flows.csv": "an old table", "frontier.json/note": "in the way",
      ])
  }

  @Test func `readers meet no head beside tables of another run`() async throws {
    let folder = Folder()
    let path = folder.path
    func set(_ run: Int) -> FileSet {
      var files = FileSet()
      for table in 0..<3 {
        files.add(String(repeating: "\(run) ", count: 2_000), path: "table-\(table).csv")
      }
      files.add("\(run)", path: "head.json", isHead: true)
      return files
    }
    try set(0).write(to: path)
    let writing = Task.detached { for run in 1...40 { try set(run).write(to: path) } }
    var seen = 0
    while seen < 300 {
      seen += 1
      guard let head = text(path + "/head.json") else { continue }
      let tables = (0..<3).compactMap { text(path + "/table-\($0).csv") }
      // Only if the head is the same before and after does it speak of these tables.
      guard text(path + "/head.json") == head else { continue }
      for table in tables {
        let numbers = Set(table.split(separator: " "))
        #expect(numbers == [Substring(head)])
      }
    }
    try await writing.value
  }

  private func text(_ path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }
}
