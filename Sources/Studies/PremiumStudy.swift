import Findings
public import Premium
public import ResultFolders
import SupplyData
import SupplyPlan
public import TextFiles

/// What resilience costs along a written frontier, step by step.
public struct PremiumStudy: Sendable {
  /// The folder that a frontier was written to.
  public var folder: String

  /// - Parameter folder: the folder that a frontier was written to.
  public init(folder: String) { self.folder = folder }

  /// The folder of the copy of the dataset.
  ///
  /// - Throws: a fault where there is no frontier or no copy.
  public func findDataset() throws(Faults) -> String {
    try NamedPlan(path: folder).refuseDataset(for: "premium", of: "frontier")
    guard OutputContents(of: folder).result == .frontier else {
      throw Faults([
        Fault(
          file: folder, cause: "there is no frontier.json in it",
          cure: "Name a folder written by `shorewise frontier -o`.")
      ])
    }
    return try InputsFolder.find(
      near: folder, cure: "Make the frontier again with -o, which keeps a copy.")
  }

  /// Works the record out.
  ///
  /// - Throws: faults of the folder's files, or that the frontier has no plan.
  public func run(_ loaded: LoadedDataset) throws(Faults) -> PremiumRecord {
    let contents = try FrontierFolder(folder)
    guard !contents.plans.isEmpty else {
      throw Faults([
        Fault(
          file: WholeFile.join(folder, "frontier.json"), cause: "the frontier has no points",
          cure: "Without a plan there is nothing to price; run `shorewise frontier` to see why.")
      ])
    }
    return try contents.premium(loaded.dataset)
  }

  /// Writes a record, and a copy of the dataset, into `output`.
  ///
  /// - Throws: faults that say what cannot be written.
  public func write(_ record: PremiumRecord, _ loaded: LoadedDataset, to output: String)
    throws(Faults)
  {
    try loaded.addInputs(to: output)
    try record.write(to: output)
  }
}
