import Foundation
public import SupplyData
public import SupplyNetwork
package import SupplyPlan
public import TextFiles

/// A dataset's folder, read and resolved: what every study starts from.
public struct LoadedDataset: Sendable {
  /// The name of the folder in which a study keeps a copy of what it read.
  package static let inputsFolder = "inputs"

  /// What was asked to be different from the files of the folder.
  public let changes: DatasetChanges
  /// The rows that are different for it.
  package let changedRows: [PatchedDataset.Change]
  /// The files as they were read, with the changes made.
  public let source: DatasetSource
  /// The dataset.
  public let dataset: Dataset
  /// The resolved network.
  public let network: Network
  /// What is doubtful or has no effect; none of it stops a solve.
  public let warnings: [Fault]

  /// Reads and resolves the dataset in `folder`, with the changes made.
  ///
  /// - Throws: all faults that make it invalid, with what is doubtful besides; files are named with their folder.
  ///   What is doubtful only since the changes were made is a fault too: a variant is to be what it says.
  public init(folder: String, changes: DatasetChanges = DatasetChanges()) throws(Faults) {
    do throws(Faults) {
      let patched = try changes.patched(folder: folder)
      let reading = try patched.reading()
      let network: Network
      do throws(Faults) {
        network = try Network(reading.dataset)
      } catch {
        throw Faults(error.all.map(patched.relocated))
      }
      let warnings = reading.warnings + network.warnings.map(patched.relocated)
      if !changes.isEmpty { try Self.refuseNewDoubts(warnings, in: folder) }
      self.changes = changes
      changedRows = patched.changes
      source = patched.source
      dataset = reading.dataset
      self.network = network
      self.warnings = Faults(warnings).all.map { $0.located(in: folder) }
    } catch {
      throw Faults(error.all.map { $0.located(in: folder) })
    }
  }

  /// Reads and resolves a dataset that is in memory, such as one that a store has kept.
  ///
  /// - Throws: all faults that make it invalid.
  package init(source: DatasetSource) throws(Faults) {
    let reading = try Dataset.reading(source)
    changes = DatasetChanges()
    changedRows = []
    self.source = source
    dataset = reading.dataset
    network = try Network(reading.dataset)
    warnings = []
  }

  private static func refuseNewDoubts(_ warnings: [Fault], in folder: String) throws(Faults) {
    let doubts = warnings.filter { $0.severity == .doubtful }
    guard !doubts.isEmpty, let plain = try? LoadedDataset(folder: folder) else { return }
    let known = Set(plain.warnings.map(\.cause))
    let new = doubts.filter { !known.contains($0.cause) }.map { doubt in
      var fault = doubt
      fault.severity = .error
      fault.cause = "with the changes, \(doubt.cause)"
      return fault
    }
    guard new.isEmpty else { throw Faults(new) }
  }

  /// The dataset as plans name it.
  package var reference: Plan.DatasetReference {
    Plan.DatasetReference(
      name: dataset.settings.name, sha256: dataset.sha256, variant: changes.variant,
      sets: changes.sets)
  }

  /// Copies what was read into the folder of an output beside results that may be there.
  ///
  /// - Parameter others: datasets that may be there instead.
  /// - Throws: a fault where results of another dataset are in the folder: one report cannot be of both.
  package func addInputs(to output: String, or others: [LoadedDataset] = []) throws(Faults) {
    let folder = WholeFile.join(output, Self.inputsFolder)
    guard let held = try? DatasetSource(folder: folder), !held.files.isEmpty else {
      return try copyInputs(to: output)
    }
    if ([self] + others).contains(where: { $0.source.sha256 == held.sha256 }) { return }
    throw Faults([
      Fault(
        file: folder, cause: "it holds a copy of a different dataset from the one analysed",
        cure: "Choose another folder for -o.")
    ])
  }

  /// Copies what was read into the folder of an output, so that its report and its check need nothing else.
  package func copyInputs(to output: String) throws(Faults) {
    var files = FileSet()
    addInputs(to: &files, in: output)
    try files.write(to: output)
  }

  /// The same among other files of an output; tables that only an earlier dataset had are taken away.
  package func addInputs(to files: inout FileSet, in output: String) {
    let folder = WholeFile.join(output, Self.inputsFolder)
    for name in (try? DatasetSource(folder: folder))?.files.keys.sorted() ?? [] {
      files.remove(WholeFile.join(Self.inputsFolder, name))
    }
    for (name, bytes) in source.files.sorted(by: { $0.key < $1.key }) {
      files.add(Data(bytes), path: WholeFile.join(Self.inputsFolder, name))
    }
  }
}
