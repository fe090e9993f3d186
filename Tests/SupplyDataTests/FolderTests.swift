import Foundation
import SupplyData
import TestDatasets
import Testing
import TextFiles

/// Datasets as folders, and folders that are not what they seem.
@Suite final class FolderTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("shorewise-\(UUID().uuidString)")
    try TestDataset().write(to: path())
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  private func path(_ name: String = "dataset") -> String {
    folder.appendingPathComponent(name).path
  }

  private func folderFaults(_ name: String = "dataset") -> [Fault] {
    do throws(Faults) {
      return SupplyDataTests.faults(of: try DatasetSource(folder: path(name)))
    } catch {
      return error.all
    }
  }

  @Test func isReadLikeMemory() throws {
    let dataset = try Dataset.reading(DatasetSource(folder: path())).dataset
    #expect(dataset.sha256 == (try TestDataset().read().sha256))
    // A slash at the end, and a way through a link, lead to the same.
    #expect(
      try Dataset.reading(DatasetSource(folder: path() + "/")).dataset.sha256 == dataset.sha256)
    try FileManager.default.createSymbolicLink(atPath: path("link"), withDestinationPath: path())
    #expect(folderFaults("link") == [])
  }

  @Test func leavesOtherFilesAlone() throws {
    try Data([0xFF]).write(to: folder.appendingPathComponent("dataset/SOURCES.md"))
    try FileManager.default.createDirectory(
      atPath: path("dataset/raw.csv"), withIntermediateDirectories: true)
    try FileManager.default.createDirectory(
      atPath: path("dataset/more"), withIntermediateDirectories: true)
    try Data("a".utf8).write(to: folder.appendingPathComponent("dataset/more/other.csv"))
    #expect(folderFaults() == [])
  }

  @Test func refusesWhatIsNoFolder() throws {
    #expect(folderFaults("absent").first?.cause == "there is no such folder")
    #expect(folderFaults("dataset/plan.yaml").first?.cause.contains("this is a file") == true)
    try FileManager.default.createDirectory(
      atPath: path("empty"), withIntermediateDirectories: true)
    let faults = folderFaults("empty")
    #expect(faults.count == 10)
    #expect(faults.allSatisfy { $0.cause == "the file is missing" })
  }

  @Test func refusesUnknownTablesWithoutReadingThem() throws {
    try Data([0xFF, 0]).write(to: folder.appendingPathComponent("dataset/tarifs.csv"))
    #expect(
      folderFaults().map(\.description) == [
        "tarifs.csv: error: there is no table of this name. Did you mean 'tariffs.csv'?"
      ])
  }

  /// Beside what is wrong with the file, nothing is said of rows that depend on it.
  @Test(arguments: ["modes.csv", "facilities.csv", "countries.csv", "plan.yaml"])
  func refusesFoldersAndOutsideLinks(_ file: String) throws {
    let manager = FileManager.default
    try manager.moveItem(atPath: path("dataset/\(file)"), toPath: path("outside"))
    try manager.createSymbolicLink(
      atPath: path("dataset/\(file)"), withDestinationPath: path("outside"))
    #expect(folderFaults().map(\.file) == [file])
    #expect(folderFaults().first?.cause.contains("outside the folder") == true)
    try manager.removeItem(atPath: path("dataset/\(file)"))
    try manager.createSymbolicLink(
      atPath: path("dataset/\(file)"), withDestinationPath: path("dataset/nowhere"))
    #expect(folderFaults().map(\.cause) == ["the file cannot be found"])
    try manager.removeItem(atPath: path("dataset/\(file)"))
    try manager.createDirectory(
      atPath: path("dataset/\(file)"), withIntermediateDirectories: true)
    #expect(folderFaults().map(\.cause) == ["it is a folder, not a file"])
  }

  @Test func followsLinksInside() throws {
    try FileManager.default.moveItem(
      atPath: path("dataset/modes.csv"), toPath: path("dataset/modes.txt"))
    try FileManager.default.createSymbolicLink(
      atPath: path("dataset/modes.csv"), withDestinationPath: "modes.txt")
    #expect(folderFaults() == [])
  }

  @Test(.timeLimit(.minutes(1))) func refusesPipes() throws {
    try #require(mkfifo(path("dataset/groups.csv"), 0o600) == 0)
    #expect(folderFaults().map(\.cause) == ["it is not a regular file"])
  }

  @Test(.timeLimit(.minutes(1))) func refusesHugeFiles() throws {
    let file = folder.appendingPathComponent("dataset/groups.csv")
    try Data("group,kind,country\n".utf8).write(to: file)
    let handle = try FileHandle(forWritingTo: file)
    // A hole: no bytes are written.
    try handle.truncate(atOffset: 200 << 20)
    try handle.close()
    #expect(folderFaults().map(\.cause) == ["the file is larger than 128 MiB"])
  }

  /// What a variant is read from is looked at like the tables.
  @Test(.timeLimit(.minutes(1))) func refusesVariantsThatAreNoFilesOfTheFolder() throws {
    let manager = FileManager.default
    try manager.createDirectory(
      atPath: path("dataset/variants"), withIntermediateDirectories: true)
    try Data("description: outside\npatches: []\n".utf8)
      .write(to: folder.appendingPathComponent("outside.yaml"))
    try manager.createSymbolicLink(
      atPath: path("dataset/variants/link.yaml"), withDestinationPath: path("outside.yaml"))
    try #require(mkfifo(path("dataset/variants/pipe.yaml"), 0o600) == 0)
    for (name, words) in [("link", "outside the folder"), ("pipe", "not a regular file")] {
      let faults = try #require(throws: Faults.self) {
        try DatasetChanges(variant: name).patched(folder: path())
      }
      #expect(faults.all.map(\.file) == ["variants/\(name).yaml"])
      #expect(faults.all.first?.cause.contains(words) == true, "\(faults.all)")
    }
    // A name that leads out of the folder is none, and nothing is read.
    let faults = try #require(throws: Faults.self) {
      try DatasetChanges(variant: "../../outside").patched(folder: path())
    }
    #expect(faults.all.first?.cause.contains("outside") == true)
    #expect(faults.all.allSatisfy { !$0.cause.contains("description") })
  }
}
