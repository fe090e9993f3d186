import Findings
import Foundation
import ResultFolders
import SupplyPlan
import Testing

@testable import Studies

/// What an output folder holds, by the files in it.
@Suite struct OutputContentsTests {
  @Test(arguments: [
    ([], nil, []), (["plan.json"], OutputContents.Result.plan, []),
    (["plan.json", "frontier.json"], .frontier, []),
    (["sources.json", "premium.json", "other.json"], nil, ["premium.json", "sources.json"]),
    (["plan.json", "premium.json"], .plan, ["premium.json"]),
  ])
  func contents(_ files: [String], _ result: OutputContents.Result?, _ findings: [String]) throws {
    let folder = try Folder()
    for file in files { try Data("{}".utf8).write(to: URL(fileURLWithPath: folder.file(file))) }
    let contents = OutputContents(of: folder.path)
    #expect(contents.result == result)
    #expect(contents.findings == findings)
    #expect(contents.isEmpty == files.isEmpty)
  }

  @Test func `an empty folder is told what could be in it`() throws {
    let folder = try Folder()
    let faults = #expect(throws: (any Error).self) {
      _ = try ReportStudy(folder: folder.path).write(to: folder.path)
    }
    let text = "\(faults.map { "\($0)" } ?? "")"
    for file in FindingCatalogue.files { #expect(text.contains(file)) }
  }
}
