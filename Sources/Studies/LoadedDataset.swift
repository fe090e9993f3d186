public import SupplyData
public import SupplyNetwork
import SupplyPlan

/// A dataset's folder, read and resolved: what every study starts from.
public struct LoadedDataset: Sendable {
  /// The name of the folder in which a study keeps a copy of what it read.
  static let inputsFolder = "inputs"

  /// The files as they were read.
  public let source: DatasetSource
  /// The dataset.
  public let dataset: Dataset
  /// The resolved network.
  public let network: Network
  /// What is doubtful or has no effect; none of it stops a solve.
  public let warnings: [Fault]

  /// Reads and resolves the dataset in `folder`.
  ///
  /// - Throws: all faults that make it invalid, with what is doubtful besides; files are named with their folder.
  public init(folder: String) throws(Faults) {
    do throws(Faults) {
      let source = try DatasetSource(folder: folder)
      let reading = try Dataset.reading(source)
      let network = try Network(reading.dataset)
      self.source = source
      dataset = reading.dataset
      self.network = network
      warnings = Faults(reading.warnings + network.warnings).all.map { $0.located(in: folder) }
    } catch {
      throw Faults(error.all.map { $0.located(in: folder) })
    }
  }

  /// Copies what was read into the folder of an output, so that its report and its check need nothing else.
  func copyInputs(to output: String) throws(Faults) {
    let folder = WholeFile.join(output, Self.inputsFolder)
    for (name, bytes) in source.files.sorted(by: { $0.key < $1.key }) {
      try WholeFile.write(String(decoding: bytes, as: UTF8.self), name: name, folder: folder)
    }
  }
}

extension Fault {
  /// The same fault, its file named with the folder.
  func located(in folder: String) -> Fault {
    var fault = self
    if file != folder { fault.file = WholeFile.join(folder, file) }
    return fault
  }
}
