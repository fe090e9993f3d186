import Comparison
import Findings
import Foundation
import ResultFolders
import Sensitivity
import SupplyData
import SupplyPlan
import TextFiles

/// Reads an output folder that is set beside others.
struct OutputReader {
  let folder: String
  /// What it is called.
  let name: String

  /// What a folder gives to a comparison; each may be missing.
  struct Reading {
    var output: ComparedOutput?
    var regret: ComparedRegret?
  }

  /// Reads the folder.
  ///
  /// - Throws: faults of its files; a fault where it holds nothing that can be compared.
  func read() throws(Faults) -> Reading {
    let contents = OutputContents(of: folder)
    if contents.isEmpty { throw OutputContents.nothing(in: folder) }
    let record = try RegretRecord.read(from: folder)
    if contents.result == nil, record == nil {
      throw Faults([
        Fault(
          file: folder,
          cause:
            "it has no frontier.json, plan.json or regret.json; other findings cannot be compared",
          cure: "Report on it separately.")
      ])
    }
    let inputs = try InputsFolder.find(
      near: folder, cure: "Run the command again with -o, which keeps a copy.")
    let source: DatasetSource
    let dataset: Dataset
    do throws(Faults) {
      source = try DatasetSource(folder: inputs)
      dataset = try Dataset.reading(source).dataset
    } catch {
      throw Faults(error.all.map { $0.located(in: inputs) })
    }
    var output = ComparedOutput(
      name: name, path: folder, source: source, dataset: dataset, plans: [])
    switch contents.result {
    case .frontier:
      let read = try FrontierFolder(folder)
      output.frontier = read.frontier
      output.plans = read.plans
      output.today = [(ComparatorNetwork.current, read.baseline), (.expanded, read.expanded)]
        .compactMap { network, plan in plan.map { (network, $0) } }
      try check(read.frontier.dataset, dataset)
    case .plan:
      output.plans = [try Plan.read(from: folder)]
    case nil: break
    }
    for plan in output.plans + output.today.map(\.plan) { try check(plan.dataset, dataset) }
    return Reading(
      output: contents.result == nil ? nil : output,
      regret: record.map { ComparedRegret(name: name, record: $0, dataset: dataset) })
  }

  private func check(_ reference: Plan.DatasetReference, _ dataset: Dataset) throws(Faults) {
    guard reference.sha256 != dataset.sha256 else { return }
    throw Faults([
      Fault(
        file: folder,
        cause:
          "its plans were not made from the tables in '\(LoadedDataset.inputsFolder)'",
        cure: "Make the plans again, or restore the dataset.")
    ])
  }
}
