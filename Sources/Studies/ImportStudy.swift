import BenchmarkImport
import DatasetWriting
import Findings
import Foundation
import ResultFolders
import SupplyData
import SupplyPlan
public import TextFiles
import Wording

/// Makes a dataset of an instance from the literature.
public struct ImportStudy: Sendable {
  /// What the file is.
  public enum Format: Sendable, Equatable {
    /// Capacitated warehouse location of the OR-Library, and what the word `capacity` in it stands for.
    case warehouseLocation(capacity: Double?)
    /// Two-stage capacitated facility location of Fernandes et al. (2014).
    case twoStageLocation
  }

  /// A dataset that is ready to be written.
  public struct Dataset: Sendable {
    fileprivate var files: [DatasetFile]
    fileprivate var size: String
  }

  /// What was written.
  public struct Finding: Sendable {
    /// The dataset's folder, as it was named.
    public var folder: String
    /// How much is in it.
    public var size: String
  }

  /// What the file is.
  public var format: Format
  /// The file.
  public var file: String
  /// The folder to write to.
  public var folder: String

  /// - Parameters:
  ///   - format: what the file is.
  ///   - file: the file.
  ///   - folder: the folder to write to, a new or an empty one.
  public init(format: Format, file: String, folder: String) {
    self.format = format
    self.file = file
    self.folder = folder
  }

  /// Finds out whether the folder can be written to.
  ///
  /// - Throws: a fault where something lies in it already.
  public func prepare() throws(Faults) { try DatasetFolder(folder).refuseContent() }

  /// Reads the file, and the dataset made of it as every dataset is read.
  ///
  /// - Throws: everything that is wrong with the file, with line and column.
  public func read() throws(Faults) -> Dataset {
    let bytes: [UInt8]
    do throws(Refusal) {
      bytes = try RegularFile.bytes(
        at: file, most: DatasetSource.largestFile,
        tooLarge: Refusal(
          cause: "the file is larger than 128 MiB", cure: "Name a file of the benchmark."))
    } catch {
      throw Faults([Fault(file: file, cause: error.cause, cure: error.cure)])
    }
    let title = URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
    let files: [DatasetFile]
    switch format {
    case .warehouseLocation(let capacity):
      files = try WarehouseLocation(bytes, file: file, capacity: capacity).draft(title: title)
        .files
    case .twoStageLocation:
      files = try TwoStageLocation(bytes, file: file).draft(title: title).files
    }
    let dataset = try LoadedDataset(files: files).dataset
    return Dataset(
      files: files,
      size: "\(dataset.facilities.count) candidate sites, \(dataset.customers.count) customers, "
        + "\(dataset.lanes.count) lanes")
  }

  /// Writes the dataset.
  ///
  /// - Throws: a fault where the folder holds something, or cannot be written to; nothing is left behind then.
  public func write(_ dataset: Dataset) throws(Faults) -> Finding {
    try DatasetFolder(folder).write(dataset.files)
    return Finding(folder: folder, size: dataset.size)
  }
}

extension ImportStudy.Finding {
  /// What was written, and what to do next, in lines for a reader.
  public var text: String {
    let dataset = ShellWord.path(folder)
    return """
      \(folder): \(size)

      Next:
        shorewise plan \(dataset) --gap 0
      """
  }
}
