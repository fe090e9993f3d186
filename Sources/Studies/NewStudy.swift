import DatasetWriting
import Findings
import Foundation
import ResultFolders
import Starter
import SupplyData
public import TextFiles
import Wording

/// Writes a starter dataset into a new folder.
public struct NewStudy: Sendable {
  /// What was written.
  public struct Finding: Sendable {
    /// The dataset's folder, as it was named.
    public var folder: String
    /// The title of its plans.
    public var title: String
    /// The paths of the files in the folder, in their order.
    public var files: [String]
  }

  /// The folder to write to.
  public var folder: String

  /// - Parameter folder: the folder to write to; it need not exist, nor those above it.
  public init(folder: String) { self.folder = folder }

  /// The title of the dataset: the last part of the folder's path.
  public var title: String { URL(fileURLWithPath: folder).standardizedFileURL.lastPathComponent }

  /// Why no dataset can be called so; `nil` where one can.
  public var objection: String? {
    if folder.allSatisfy(\.isWhitespace) || title.allSatisfy(\.isWhitespace) {
      return "The name is empty: give one such as my-network."
    }
    let breaks: Set<Unicode.GeneralCategory> = [.control, .lineSeparator, .paragraphSeparator]
    if folder.unicodeScalars.contains(where: { breaks.contains($0.properties.generalCategory) }) {
      return "The name contains a line break, a tab or another control character: remove it."
    }
    if title.utf8.count > 255 {
      return "The name is too long for a file system: use at most 255 bytes."
    }
    return nil
  }

  /// Writes the dataset.
  ///
  /// - Throws: a fault where the name is no name, where something lies in the folder already, or where it cannot be
  ///   written to; no file of the dataset is left behind then.
  public func run() throws(Faults) -> Finding {
    if let objection { throw fault("it is not a valid name for a dataset", objection) }
    let files = StarterDataset.files(title: title)
    try DatasetFolder(folder).write(files)
    return Finding(folder: folder, title: title, files: files.map(\.path))
  }

  private func fault(_ cause: String, _ cure: String) -> Faults {
    Faults([Fault(file: folder, cause: cause, cure: cure)])
  }
}

extension NewStudy.Finding {
  /// What was written, and what to do next, in lines for a reader.
  public var text: String {
    let dataset = ShellWord.path(folder)
    let output = ShellWord.path("\(title)-frontier")
    return """
      \(folder): a dataset of \(files.count) files
        plan.yaml explains the settings, README.md every table and column

      Next:
        shorewise check \(dataset)
        shorewise plan \(dataset)
        shorewise frontier \(dataset) --tolerance 0.1 --points 10 -o \(output)
        shorewise report \(output)
      """
  }
}
