import Foundation
public import RunStore
public import TextFiles

/// Tells a store from a dataset, which commands could take for one another.
public enum StorePath {
  /// The store at `path`, to be read.
  ///
  /// - Throws: a fault where it is a folder, is missing, or is no store.
  public static func open(_ path: String) throws(Faults) -> RunStore {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      throw Faults([
        Fault(
          file: path, cause: "this is a folder, not a store of runs",
          cure: "Name a file written by `shorewise batch --store`.")
      ])
    }
    return try RunStore(path: path, access: .read)
  }

  /// Refuses a store where a dataset's folder is asked for.
  ///
  /// - Throws: a fault where `path` is an SQLite file.
  public static func refuseStore(_ path: String) throws(Faults) {
    let head = FileHandle(forReadingAtPath: path).flatMap { try? $0.read(upToCount: 15) }
    if let head, head == Data("SQLite format 3".utf8) {
      throw Faults([
        Fault(
          file: path, cause: "this is a store of runs, not a dataset's folder",
          cure: "Export a store with --format csv, or name a dataset's folder.")
      ])
    }
  }
}
