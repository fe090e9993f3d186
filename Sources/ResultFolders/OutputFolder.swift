import Foundation
import SupplyData
import SupplyPlan
public import TextFiles

/// The folder that results are written to.
public struct OutputFolder: Sendable {
  /// Its path.
  public var path: String

  /// - Parameter path: its path.
  public init(_ path: String) { self.path = path }

  /// Makes the folder where it is missing, so that results can be written into it that replace nothing but results.
  ///
  /// - Parameter dataset: the folder of the dataset that is read, where results would replace the copy of it that lies among
  ///   them.
  /// - Throws: a fault where the folder is a dataset's, lies in one, holds what is no result, or cannot be made or written to.
  public func prepare(reading dataset: String? = nil) throws(Faults) {
    try check(reading: dataset)
    let files = FileManager.default
    var isFolder: ObjCBool = false
    if files.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue {
      throw fault("there is a file of this name")
    }
    do {
      try files.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw fault("the folder cannot be created")
    }
    if !files.isWritableFile(atPath: path) { throw fault("the folder cannot be written to") }
  }

  /// Refuses a folder in which something of the user's could be replaced: one of a dataset, one in it or around it, and one
  /// that holds files that are not a result's own.
  ///
  /// - Parameter dataset: the folder of the dataset that is read, where results would replace the copy of it that lies among
  ///   them.
  /// - Throws: a fault with what is in the way.
  public func check(reading dataset: String? = nil) throws(Faults) {
    try OutputPlace(path).refuseDatasets()
    if let dataset { try refuse(around: dataset) }
    try FolderContent(path).refuseOthers()
  }

  /// Refuses what `report` writes beside the results that it reads: where the folder is a dataset's, and where a file of the
  /// name of a report is none.
  ///
  /// - Parameter names: the names of the files and folders that are written.
  /// - Throws: a fault with what is in the way.
  package func check(adding names: [String]) throws(Faults) {
    try OutputPlace(path).refuseDatasets()
    try FolderContent(path).refuseOthers(among: names)
  }

  private func refuse(around dataset: String) throws(Faults) {
    let inner = OutputPlace(dataset).resolved
    let outer = OutputPlace(path).resolved
    guard inner.hasPrefix(outer == "/" ? outer : outer + "/") else { return }
    throw Faults([
      Fault(
        file: path, cause: "it contains the dataset being read, in '\(dataset)'",
        cure: "Choose another folder for results, so that the dataset is not overwritten.")
    ])
  }

  private func fault(_ cause: String) -> Faults {
    Faults([
      Fault(
        file: path, cause: cause, cure: "Choose a writable folder, or make this one writable.")
    ])
  }
}

/// A single file that results are written to.
public struct OutputFile: Sendable {
  /// Its path.
  public var path: String

  /// - Parameter path: its path.
  public init(_ path: String) { self.path = path }

  /// Refuses a page that lies in a dataset's folder, or would replace a file that is no page of Shorewise.
  ///
  /// - Throws: a fault with what is in the way.
  public func checkPage() throws(Faults) {
    try check()
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return }
    if isFolder.boolValue {
      throw Faults([
        Fault(
          file: path, cause: "this is a folder, but the page is a file",
          cure: "Name a file in it, such as comparison.html.")
      ])
    }
    if OwnMarks.isPage(path) { return }
    throw Faults([
      Fault(
        file: path, cause: "there is a file of this name that Shorewise did not write",
        cure: "Choose another name, or move the file; it is never overwritten.")
    ])
  }

  /// Refuses a file that lies in a dataset's folder.
  ///
  /// - Throws: a fault that names the dataset.
  public func check() throws(Faults) {
    // Where it is a link, what it leads to, and the link itself.
    try OutputPlace(path).refuseDatasets()
    let above = (path as NSString).deletingLastPathComponent
    try OutputPlace(above.isEmpty ? "." : above, file: path).refuseDatasets()
  }
}
