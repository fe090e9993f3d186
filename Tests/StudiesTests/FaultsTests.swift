import Foundation
import Modeling
import NetworkDesign
import ResultFolders
import Studies
import SupplyData
import TestDatasets
import Testing
import TextFiles

/// Folders that are not what they should be.
@Suite struct FaultsTests {
  @Test func `faults name their file with its folder`() throws {
    let folder = try Folder(
      TestDataset.withStrike.replacing("production", "second,widget", with: "second,gadget"))
    let finding = CheckStudy(folder: folder.data).run()
    #expect(finding.isRefused)
    #expect(finding.faults.map(\.file) == [folder.file("data/production.csv")])
    #expect(finding.text.hasSuffix("\nnot valid: 1 error"))
  }

  @Test func `warnings do not refuse a dataset, doubts do`() throws {
    let idle = try Folder(
      TestDataset().adding("tariffs", "layer,origin,destination,rate", "base,BB,AA,0.1"))
    let warned = CheckStudy(folder: idle.data).run()
    #expect(warned.faults.map(\.severity) == [.warning])
    #expect(!warned.isRefused)
    #expect(warned.text.hasSuffix("\nvalid"))
    let doubtful = try Folder(TestDataset().replacing("demand", "*,80,300", with: "*,800,300"))
    let doubted = CheckStudy(folder: doubtful.data).run()
    #expect(doubted.isRefused)
    #expect(doubted.text.hasSuffix("\ndoubtful: 1 row is implausible"))
  }

  @Test func `an output without its inputs`() throws {
    let folder = try Folder(.withStrike)
    let loaded = try LoadedDataset(folder: folder.data)
    let study = PlanStudy(
      loaded: loaded, question: DesignQuestion(measure: .expected), gap: 1e-3,
      limits: SolveLimits())
    try study.write(try study.run(), to: folder.file("out"))
    try FileManager.default.removeItem(atPath: folder.file("out/inputs"))
    #expect(throws: Faults.self) { try ReportStudy(folder: folder.file("out")).write(to: "") }
    #expect(throws: Faults.self) {
      try VerifyStudy(dataset: nil, plan: folder.file("out")).findDataset()
    }
  }

  @Test func `the inputs are found from a point of a frontier`() throws {
    let folder = try Folder()
    try TestDataset().write(to: folder.file("out/inputs"))
    for plan in ["out", "out/plan.json", "out/points/01", "out/points/01/plan.json"] {
      let found = try VerifyStudy(dataset: nil, plan: folder.file(plan)).findDataset()
      #expect(found == folder.file("out/inputs"))
    }
  }

  @Test func `an output folder is tried before it is needed`() throws {
    let folder = try Folder()
    try "".write(toFile: folder.file("file"), atomically: true, encoding: .utf8)
    try OutputFolder(folder.file("new/deep")).prepare()
    #expect(folder.exists("new/deep"))
    #expect(throws: Faults.self) { try OutputFolder(folder.file("file")).prepare() }
    #expect(throws: Faults.self) { try OutputFolder(folder.file("file/below")).prepare() }
  }

  @Test(arguments: ExportStudy.Format.allCases)
  func `exports`(_ format: ExportStudy.Format) throws {
    let folder = try Folder(.withStrike)
    let study = ExportStudy(
      loaded: try LoadedDataset(folder: folder.data),
      question: DesignQuestion(measure: .expected), format: format)
    try study.write(to: folder.file("out"))
    #expect(try folder.text("out/\(study.fileName)") == study.text())
    #expect(!study.text().isEmpty)
  }
}
