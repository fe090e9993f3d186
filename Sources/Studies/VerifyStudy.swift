public import Audit
import Certificate
import Foundation
public import PlanChecker
import ResultFolders
public import SupplyData
import SupplyNetwork
public import SupplyPlan
public import TextFiles

/// Recomputes a written plan from the raw tables.
public struct VerifyStudy: Sendable {
  /// The dataset's folder; `nil` for the copy beside the plan.
  public var dataset: String?
  /// The plan's folder or its `plan.json`.
  public var plan: String
  /// What is to be different from the dataset's files.
  public var changes: DatasetChanges

  /// Creates a study.
  public init(dataset: String?, plan: String, changes: DatasetChanges = DatasetChanges()) {
    self.dataset = dataset
    self.plan = plan
    self.changes = changes
  }

  /// Creates a study of one plan of a frontier.
  ///
  /// - Parameters:
  ///   - path: the plan's folder or its `plan.json`, or the folder of a frontier.
  ///   - number: which of the frontier's plans, from 1.
  /// - Throws: a fault where there is no such plan.
  public init(
    dataset: String?, plan path: String, number: Int?, changes: DatasetChanges = DatasetChanges()
  ) throws(Faults) {
    let named = NamedPlan(path: path, number: number)
    if dataset == nil { try named.refuseDataset(for: "verify") }
    self.init(
      dataset: dataset, plan: number == nil ? path : try named.folder(), changes: changes)
  }

  /// Compares the files of the bundle that the plan lies in with its manifest; `nil` where it lies in none.
  ///
  /// - Throws: every file that was changed, is missing, or was added.
  public func checkBundle() throws(Faults) -> BundleSeal? {
    guard let folder = BundleSeal.folder(near: plan) else { return nil }
    return try BundleSeal(checking: folder)
  }

  /// Recomputes every plan of a frontier's bundle; `nil` where the plan is no such folder.
  ///
  /// - Throws: faults of its files.
  public func frontierVerdict(in seal: BundleSeal?, for dataset: Dataset) throws(Faults)
    -> FrontierVerdict?
  {
    guard let seal, isFrontier else { return nil }
    return FrontierVerdict(try FrontierFolder(plan), seal: seal, dataset: dataset)
  }

  /// Whether a folder with many plans is named.
  public var isFrontier: Bool { OutputContents(of: plan).result == .frontier }

  /// The dataset's folder, or that of the copy beside the plan.
  ///
  /// - Throws: a fault where there is no copy.
  public func findDataset() throws(Faults) -> String {
    if let dataset { return dataset }
    return try InputsFolder.find(
      near: plan, cure: "Name the dataset's folder before the plan's.")
  }

  /// Reads the dataset.
  ///
  /// - Throws: its faults; files are named with their folder.
  public func readDataset(in folder: String) throws(Faults) -> Dataset {
    do throws(Faults) {
      return try changes.patched(folder: folder).reading().dataset
    } catch {
      throw Faults(error.all.map { $0.located(in: folder) })
    }
  }

  /// Reads the plan.
  ///
  /// - Throws: faults of its files.
  public func readPlan() throws(Faults) -> Plan {
    try Plan.read(from: NamedPlan(path: plan).folder())
  }

  /// Recomputes every figure of a plan.
  public func verdict(on plan: Plan, for dataset: Dataset) -> PlanVerdict {
    PlanChecker(dataset).check(plan)
  }

  /// Recomputes the certificate beside the plan; `nil` where there is none.
  ///
  /// - Throws: a fault where it cannot be read, and faults of the dataset that show only when it is resolved.
  public func certificateVerdict(on plan: Plan, for dataset: Dataset) throws(Faults)
    -> CertificateVerdict?
  {
    let path = certificatePath
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    let certificate = try BoundCertificate.read(from: path)
    return CertificateVerdict(certificate, of: plan, network: try Network(dataset))
  }

  /// Where a certificate lies: beside `plan.json`.
  private var certificatePath: String {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: plan, isDirectory: &isFolder), isFolder.boolValue {
      return WholeFile.join(plan, BoundCertificate.file)
    }
    return URL(fileURLWithPath: plan).deletingLastPathComponent()
      .appendingPathComponent(BoundCertificate.file).path
  }
}
