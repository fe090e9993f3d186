public import Audit
import Foundation
import Modeling
import NetworkDesign
import ResultFolders
import SupplyData
import SupplyNetwork
import SupplyPlan
public import TextFiles

/// Makes the folder of one run a bundle for an auditor: what went in, what was run, what came out, what was proved, and the hashes of it all.
///
/// It holds no path of the machine and nothing that depends on one: moved or sent, it can be verified where it arrives. But for times
/// (`log.txt`, `started` in `run.json`, the seconds of a solve) and the hashes of the files that hold them, the same run writes the same
/// bytes; a log of a longer solve may tell more of it.
public struct AuditBundle: Sendable {
  /// What is known before the run: who solves it, and the log that it writes.
  public struct Run: Sendable {
    /// What results depend on.
    public let versions: ProgramVersions
    /// The limit that was asked for, in seconds.
    public let timeLimit: Double?
    /// The run's log.
    public let log: RunLog

    /// Creates it.
    public init(versions: ProgramVersions, timeLimit: Double?, log: RunLog) {
      self.versions = versions
      self.timeLimit = timeLimit
      self.log = log
    }
  }

  /// The dataset.
  let loaded: LoadedDataset
  let run: Run
  /// The command line that repeats the run.
  let words: [String]
  let plans: [BundledPlan]
  /// The question whose program is added; `nil` where there are many.
  let question: DesignQuestion?

  /// Most flows over all periods and states of which the program is written: its file has some hundred bytes for each.
  private static let mostFlows = 100_000

  /// Refuses a folder that holds anything: a bundle is of one run, and whatever else lies there would be sealed with it.
  ///
  /// - Throws: a fault where it does, or where it cannot be written to.
  public static func prepare(_ folder: String) throws(Faults) {
    try OutputFolder(folder).prepare()
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    guard names.isEmpty else {
      throw Faults([
        Fault(
          file: folder, cause: "the folder is not empty, but a bundle holds a single run",
          cure: "Choose another folder for -o, or empty it.")
      ])
    }
  }

  /// Adds everything to results and inputs that lie in `folder`; the manifest last, so that where it stands all else does.
  ///
  /// - Throws: faults that say what cannot be written.
  func write(to folder: String) throws(Faults) -> BundleSeal {
    try write(changes: loaded, to: folder)
    let hasProgram = try writeProgram(to: folder)
    let record = RunRecord(
      started: run.log.started, command: words, versions: run.versions, dataset: loaded.reference,
      plans: plans)
    try WholeFile.write(prettyJSON(record) + "\n", name: BundleFile.run, folder: folder)
    try WholeFile.write(
      prettyJSON(VerdictReport.list(plans)) + "\n", name: BundleFile.verdict, folder: folder)
    try WholeFile.write(
      plans.map(\.text).joined(separator: "\n") + "\n", name: BundleFile.verdictText,
      folder: folder)
    let readme = BundleReadme(
      loaded: loaded, words: words, versions: run.versions, plans: plans, hasProgram: hasProgram)
    try WholeFile.write(readme.text, name: BundleFile.readme, folder: folder)
    for item in plans { run.log.note("checked: \(item.text)") }
    try WholeFile.write(run.log.text, name: BundleFile.log, folder: folder)
    return try seal(folder)
  }

  private func write(changes loaded: LoadedDataset, to folder: String) throws(Faults) {
    guard !loaded.changes.isEmpty else { return }
    let difference = VariantsStudy.Difference(
      member: nil, sets: loaded.changes.sets, sha256: loaded.dataset.sha256,
      changes: loaded.changedRows)
    try WholeFile.write(difference.json + "\n", name: BundleFile.changes, folder: folder)
  }

  /// Writes the problem for other solvers, unless it is large or there are many; whether it did.
  private func writeProgram(to folder: String) throws(Faults) -> Bool {
    let network = loaded.network
    let flows =
      network.flows.count * network.states.count * network.dataset.settings.periods.count
    guard let question, flows <= Self.mostFlows else { return false }
    let program = WholeFile.join(folder, BundleFile.program)
    for format in [ExportStudy.Format.mps, .gmpl] {
      try ExportStudy(loaded: loaded, question: question, format: format).write(to: program)
    }
    try WholeFile.write(
      String(decoding: PackageResources.network_design_mod, as: UTF8.self),
      name: "network-design.mod", folder: program)
    return true
  }

  private func seal(_ folder: String) throws(Faults) -> BundleSeal {
    let listed = try FolderDigest(folder).entries
    try WholeFile.write(
      prettyJSON(
        Catalogue(
          files: listed.map {
            Catalogue.File(
              path: $0.path, sha256: $0.sha256, bytes: $0.bytes,
              meaning: BundleFile.meaning(of: $0.path))
          })) + "\n", name: BundleFile.catalogue, folder: folder)
    let all = try FolderDigest(folder).entries
    try WholeFile.write(BundleManifest(all).text, name: BundleFile.sums, folder: folder)
    return try BundleSeal(checking: folder)
  }

  private struct Catalogue: Encodable {
    struct File: Encodable {
      let path: String
      let sha256: String
      let bytes: Int
      let meaning: String
    }
    let schema = "shorewise/bundle/1"
    let files: [File]
  }
}
