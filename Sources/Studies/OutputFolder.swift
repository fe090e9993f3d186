import Foundation
public import SupplyData

/// The folder that results are written to.
public struct OutputFolder: Sendable {
  /// Its path.
  public var path: String

  /// - Parameter path: its path.
  public init(_ path: String) { self.path = path }

  /// Makes the folder where it is missing.
  ///
  /// - Throws: a fault where it cannot be made or written to.
  public func prepare() throws(Faults) {
    let files = FileManager.default
    var isFolder: ObjCBool = false
    if files.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue {
      throw fault("there is a file of this name")
    }
    do {
      try files.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw fault("the folder cannot be made")
    }
    if !files.isWritableFile(atPath: path) { throw fault("the folder cannot be written to") }
  }

  private func fault(_ cause: String) -> Faults {
    Faults([
      Fault(
        file: path, cause: cause, cure: "Choose a folder that can be written to, or make it so.")
    ])
  }
}
