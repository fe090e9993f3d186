import Audit
import Foundation
import Modeling
import NetworkDesign
import PlanChecker
import ResultFolders
import Studies
import SupplyData
import SupplyPlan
import TestDatasets
import Testing
import TextFiles

/// Bundles for auditors, and what tampers with them.
@Suite struct BundleTests {
  @Test func `every file that is changed, taken away or added is named`() throws {
    let folder = try bundled()
    let files = try names(in: folder.file("out"))
    #expect(files.count > 20)
    for file in files {
      let path = folder.file("out/\(file)")
      let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      var changed = bytes
      changed.append(0x20)
      try changed.write(to: URL(fileURLWithPath: path))
      #expect(faults(folder).map { $0.hasSuffix("out/\(file)") } == [true], "\(file)")
      try FileManager.default.removeItem(atPath: path)
      #expect(faults(folder).map { $0.hasSuffix("out/\(file)") } == [true], "\(file)")
      try bytes.write(to: URL(fileURLWithPath: path))
    }
    #expect(faults(folder) == [])
    try "a".write(toFile: folder.file("out/inputs/more.txt"), atomically: true, encoding: .utf8)
    #expect(faults(folder).map { $0.hasSuffix("out/inputs/more.txt") } == [true])
  }

  @Test func `a manifest that was written anew has another seal`() throws {
    let folder = try bundled()
    let seal = try #require(try verify(folder).checkBundle())
    let manifest = try folder.text("out/MANIFEST")
    let lines = manifest.split(separator: "\n").reversed().map { $0 + "\n" }.joined()
    try lines.write(toFile: folder.file("out/MANIFEST"), atomically: true, encoding: .utf8)
    #expect(try verify(folder).checkBundle()?.sha256 != seal.sha256)
    for wrong in ["../../etc/passwd", "/etc/passwd"] {
      let sum = String(repeating: "0", count: 64)
      try (manifest + "\(sum)  \(wrong)\n")
        .write(toFile: folder.file("out/MANIFEST"), atomically: true, encoding: .utf8)
      // Only what lies in the folder is read, so what lies elsewhere is missing.
      #expect(faults(folder).count == 1)
    }
    for wrong in ["abc  plan.json\n", manifest, "\n\\x\n"] {
      try (manifest + wrong)
        .write(toFile: folder.file("out/MANIFEST"), atomically: true, encoding: .utf8)
      #expect(!faults(folder).isEmpty)
    }
  }

  @Test(.timeLimit(.minutes(1))) func `links and pipes are no files of a bundle`() throws {
    let folder = try bundled()
    let path = folder.file("out/flows.csv")
    try FileManager.default.moveItem(atPath: path, toPath: folder.file("flows.csv"))
    try FileManager.default.createSymbolicLink(
      atPath: path, withDestinationPath: folder.file("flows.csv"))
    #expect(faults(folder).map { $0.hasSuffix("out/flows.csv") } == [true])
    try FileManager.default.removeItem(atPath: path)
    try #require(mkfifo(path, 0o600) == 0)
    #expect(faults(folder).map { $0.hasSuffix("out/flows.csv") } == [true])
  }

  @Test func `moved, it is as good as before, and names no place of the machine`() throws {
    let folder = try bundled()
    try FileManager.default.moveItem(
      atPath: folder.file("out"), toPath: folder.file("elsewhere"))
    try FileManager.default.removeItem(atPath: folder.data)
    let study = VerifyStudy(dataset: nil, plan: folder.file("elsewhere"))
    #expect(try study.checkBundle() != nil)
    let verdict = study.verdict(
      on: try study.readPlan(), for: try study.readDataset(in: try study.findDataset()))
    #expect(verdict.isSound)
    for file in try names(in: folder.file("elsewhere")) {
      let text = try folder.text("elsewhere/\(file)")
      for place in [folder.path, NSHomeDirectory(), "/tmp", ProcessInfo.processInfo.hostName]
      where place.count > 3 {
        #expect(!text.contains(place), "\(file) names \(place)")
      }
    }
  }

  @Test func `the same run writes the same bytes, times aside`() throws {
    let folder = try bundled()
    let again = try bundled()
    let timed: Set = ["log.txt", "run.json", "plan.json", "manifest.json", "MANIFEST"]
    let files = try names(in: folder.file("out"))
    #expect(try names(in: again.file("out")) == files)
    for file in files {
      let texts = try [folder, again].map { try $0.text("out/\(file)") }
      if timed.contains(file) {
        let plain = texts.map { text in
          text.split(separator: "\n").filter { line in
            // Seconds of more digits make their file longer, and the manifest tells lengths.
            ["seconds", "\"started\"", "sha256", "\"bytes\""].allSatisfy { !line.contains($0) }
          }
        }
        if ["run.json", "plan.json", "manifest.json"].contains(file) {
          #expect(plain[0] == plain[1], "\(file)")
        }
      } else {
        #expect(texts[0] == texts[1], "\(file)")
      }
    }
  }

  @Test func `changes stand beside the inputs that have them`() throws {
    let folder = try bundled(DatasetChanges(sets: ["production[facility=plant].unit_cost=21"]))
    let changes = try folder.text("out/changes.json")
    #expect(
      changes.contains("\"unit_cost\" : \"20\"") && changes.contains("\"unit_cost\" : \"21\""))
    #expect(try folder.text("out/inputs/production.csv").contains("plant,widget,21"))
    #expect(try folder.text("out/run.json").contains("unit_cost=21"))
    #expect(try folder.text("out/README.txt").contains("changes.json"))
  }

  @Test(arguments: [
    (DesignQuestion(objective: .risk, measure: .worst), "No plan has lower sales at risk than"),
    (
      DesignQuestion(measure: .worst, firstStage: .currentNetwork),
      "No way to run the current network"
    ),
  ])
  func `what was proved, in words`(_ question: DesignQuestion, _ words: String) throws {
    let folder = try bundled(question: question)
    let text = try folder.text("out/README.txt")
    #expect(text.contains(words), "\(text)")
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 140 }, "\(text)")
    #expect(faults(folder) == [])
  }

  @Test func `a proof that there is no plan`() throws {
    let folder = try bundled(
      of: TestDataset.withStrike.adding(
        "constraints", "constraint,kind,sense,value", "some,open_facilities,>=,3"))
    #expect(try folder.text("out/README.txt").contains("No plan exists"))
    #expect(try folder.text("out/verdict.txt") == "sound: there is no plan to recompute\n")
    #expect(faults(folder) == [])
  }

  @Test func `a folder that holds something is refused before the solve`() throws {
    let folder = try bundled()
    #expect(throws: Faults.self) { try AuditBundle.prepare(folder.file("out")) }
    try AuditBundle.prepare(folder.file("new/below"))
    #expect(folder.exists("new/below"))
  }

  // MARK: -

  private func bundled(
    _ changes: DatasetChanges = DatasetChanges(),
    question: DesignQuestion = DesignQuestion(measure: .expected),
    of dataset: TestDataset = .withStrike
  ) throws -> Folder {
    let folder = try Folder(dataset)
    let study = PlanStudy(
      loaded: try LoadedDataset(folder: folder.data, changes: changes), question: question,
      gap: 1e-3, limits: SolveLimits())
    let log = RunLog()
    let plan = try study.run(log: log)
    try study.write(plan, to: folder.file("out"))
    _ = try study.bundle(
      plan, in: folder.file("out"),
      run: AuditBundle.Run(
        versions: ProgramVersions(shorewise: "1.2.3"), timeLimit: nil, log: log))
    return folder
  }

  private func verify(_ folder: Folder) -> VerifyStudy {
    VerifyStudy(dataset: nil, plan: folder.file("out"))
  }

  private func faults(_ folder: Folder) -> [String] {
    do throws(Faults) {
      _ = try verify(folder).checkBundle()
      return []
    } catch {
      return error.all.map(\.file)
    }
  }

  private func names(in folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).filter {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: "\(folder)/\($0)", isDirectory: &isFolder)
      return !isFolder.boolValue
    }.sorted()
  }
}
