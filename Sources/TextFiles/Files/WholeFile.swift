public import Foundation

/// Reading and writing of files as a whole.
///
/// A reader of a file under its name sees the old text or the new one, never a part; see ``FileSet``.
public enum WholeFile {
  /// The bytes of the file at `path`, or a fault that says why there are none.
  package static func read(_ path: String, cure: String) throws(Faults) -> [UInt8] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw Faults([Fault(file: path, cause: "There is no such file", cure: cure)])
    }
    if isFolder.boolValue {
      throw Faults([Fault(file: path, cause: "This is a folder, not a file", cure: cure)])
    }
    do throws(Refusal) {
      return try RegularFile.bytes(at: path)
    } catch {
      throw Faults([Fault(file: path, cause: error.cause, cure: error.cure)])
    }
  }

  /// Puts `text` in the place of the file `name` in `folder`, which is made where it is missing.
  ///
  /// - Throws: a fault that says why it cannot be written; nothing is left behind then.
  public static func write(_ text: String, name: String, folder: String) throws(Faults) {
    try write(Data(text.utf8), name: name, folder: folder)
  }

  /// Puts `bytes` in the place of the file `name` in `folder`, which is made where it is missing.
  ///
  /// - Throws: a fault that says why it cannot be written; nothing is left behind then.
  public static func write(_ bytes: Data, name: String, folder: String) throws(Faults) {
    try write(bytes, path: join(folder, name))
  }

  /// Puts `text` in the place of the file at `path`.
  ///
  /// - Throws: a fault that says why it cannot be written; nothing is left behind then.
  public static func write(_ text: String, path: String) throws(Faults) {
    try write(Data(text.utf8), path: path)
  }

  /// Puts `bytes` in the place of the file at `path`.
  ///
  /// - Throws: a fault that says why it cannot be written; nothing is left behind then.
  public static func write(_ bytes: Data, path: String) throws(Faults) {
    var files = FileSet()
    files.add(bytes, path: path)
    try files.write(to: "")
  }

  /// The path of `name` in `folder`.
  public static func join(_ folder: String, _ name: String) -> String {
    if folder.isEmpty { return name }
    return folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// The folder and the path of the file `name`, where `path` is either of them.
  package static func locate(_ name: String, at path: String) -> (folder: String, file: String) {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      return (path, join(path, name))
    }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.dropLast().joined(separator: "/")
    return (folder.isEmpty && path.hasPrefix("/") ? "/" : folder, path)
  }

  package static func reason(_ error: any Error) -> String {
    let text = (error as NSError).localizedDescription
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }
}
