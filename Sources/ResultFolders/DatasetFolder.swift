package import DatasetWriting
import Foundation
import SupplyData
import SupplyPlan
package import TextFiles

extension LoadedDataset {
  /// Reads and resolves a dataset that is about to be written.
  ///
  /// - Throws: all faults that make it invalid.
  package init(files: [DatasetFile]) throws(Faults) {
    let texts = Dictionary(
      files.map { ($0.path, $0.text) }, uniquingKeysWith: { first, _ in first })
    try self.init(source: DatasetSource(files: texts.mapValues { Array($0.utf8) }))
  }
}

/// A new folder for a dataset: nothing that lies in it already is overwritten.
package struct DatasetFolder {
  /// Its path; it need not exist, nor those above it.
  package var path: String

  package init(_ path: String) { self.path = path }

  /// Writes all the files, or none.
  ///
  /// - Throws: a fault where something lies in the folder already, or where it cannot be written to; no file is left
  ///   behind then.
  package func write(_ files: [DatasetFile]) throws(Faults) {
    try refuseContent()
    try OutputFolder(path).prepare()
    var set = FileSet()
    for file in files { set.add(file.text, path: file.path, isHead: file.path == "plan.yaml") }
    try set.write(to: path)
  }

  /// Finds out whether the folder is new or empty.
  ///
  /// - Throws: a fault where it is not, or lies in the folder of another dataset.
  package func refuseContent() throws(Faults) {
    try OutputPlace(path).refuseDatasets()
    let manager = FileManager.default
    var isFolder: ObjCBool = false
    guard manager.fileExists(atPath: path, isDirectory: &isFolder) else { return }
    guard isFolder.boolValue else {
      throw fault("there is a file of this name", "Choose another name, or move the file away.")
    }
    guard let content = try? manager.contentsOfDirectory(atPath: path) else {
      throw fault("the folder cannot be read", "Check its permissions, or choose another name.")
    }
    guard let first = content.min() else { return }
    let others = content.count > 1 ? " and \(content.count - 1) more" : ""
    throw fault(
      "the folder exists and is not empty: it holds '\(first)'\(others)",
      "Choose another name, or empty the folder; nothing in it is ever overwritten.")
  }

  private func fault(_ cause: String, _ cure: String) -> Faults {
    Faults([Fault(file: path, cause: cause, cure: cure)])
  }
}
