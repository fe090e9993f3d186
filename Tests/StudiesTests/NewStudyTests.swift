import Findings
import Foundation
@testable import Studies
import ResultFolders
import SupplyData
import Testing
import TextFiles

@Suite struct NewStudyTests {
  @Test func `what is written is a dataset of which nothing is doubtful or idle`() throws {
    let folder = try Folder()
    let finding = try NewStudy(folder: folder.file("a/b/pumps/")).run()
    #expect(finding.title == "pumps")
    for file in finding.files { #expect(folder.exists("a/b/pumps/\(file)"), "\(file)") }
    let loaded = try LoadedDataset(folder: folder.file("a/b/pumps"))
    #expect(loaded.warnings.isEmpty)
    #expect(loaded.dataset.settings.name == "pumps")
    let variant = DatasetChanges(variant: "dearer-imports")
    #expect(try LoadedDataset(folder: folder.file("a/b/pumps"), changes: variant).warnings.isEmpty)
  }

  @Test func `a folder that holds something is left as it is`() throws {
    let folder = try Folder()
    let path = folder.file("pumps")
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    _ = try NewStudy(folder: path).run()
    try Data("mine".utf8).write(to: URL(fileURLWithPath: path + "/plan.yaml"))
    let error = #expect(throws: Faults.self) { _ = try NewStudy(folder: path).run() }
    #expect(error?.all.first?.cause.contains("it is the folder of a dataset") == true)
    #expect(try folder.text("pumps/plan.yaml") == "mine")
  }

  @Test func `a single hidden file is something too`() throws {
    let folder = try Folder()
    try Data().write(to: URL(fileURLWithPath: folder.file(".keep")))
    let error = #expect(throws: Faults.self) { _ = try NewStudy(folder: folder.path).run() }
    #expect(error?.all.first?.cause.hasSuffix("it holds '.keep'") == true)
  }

  @Test func `a file of that name is in the way, and so is one above it`() throws {
    let folder = try Folder()
    try Data().write(to: URL(fileURLWithPath: folder.file("pumps")))
    for path in ["pumps", "pumps/below"] {
      let error = #expect(throws: Faults.self) {
        _ = try NewStudy(folder: folder.file(path)).run()
      }
      #expect(error?.all.count == 1)
      #expect(error?.all.first?.cure.isEmpty == false)
    }
  }

  @Test(arguments: [
    ("my-network", "my-network"), ("my network", "'my network'"), ("-x", "./-x"),
    ("it's", #"'it'\''s'"#), ("$HOME", "'$HOME'"), ("Łódź", "Łódź"),
  ])
  func `the commands that come next can be copied`(_ folder: String, _ word: String) {
    let finding = NewStudy.Finding(folder: folder, title: "t", files: [])
    #expect(finding.text.contains("shorewise check \(word)\n"))
  }

  @Test(arguments: ["", "  ", " / ", "a\tb", "a\u{2029}b"])
  func `what is no name is refused`(_ name: String) {
    #expect(NewStudy(folder: name).objection != nil)
    #expect(throws: Faults.self) { _ = try NewStudy(folder: name).run() }
  }
}
