import Foundation

/// Reads files that somebody else may have put where they are.
///
/// Only a regular file is read. A named pipe would hold whoever opens it until somebody writes, and a device never ends; so a file is
/// opened without waiting, and looked at before a byte is asked for.
package enum RegularFile {
  /// The bytes of the file at `path`, links followed.
  ///
  /// - Parameters:
  ///   - most: a file of more bytes is refused.
  ///   - tooLarge: what is said then.
  /// - Throws: why there are none.
  package static func bytes(
    at path: String, most: Int = .max - 1, tooLarge: Refusal? = nil
  ) throws(Refusal) -> [UInt8] {
    // The check by name comes first, since the opening of some devices has an effect by itself.
    try refuseOthers(than: path)
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw errno == ENOENT || errno == ENOTDIR ? missing : unreadable
    }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    // What lay under the name may have been replaced since.
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw special
    }
    let large = tooLarge ?? Refusal(cause: "the file is too large", cure: "Make it smaller.")
    if status.st_size > most { throw large }
    let data: Data?
    do { data = try handle.read(upToCount: most + 1) } catch { throw unreadable }
    let bytes = [UInt8](data ?? Data())
    guard bytes.count <= most else { throw large }
    return bytes
  }

  /// The bytes of a file of `folder`; a link that leads out of the folder is refused, for what a folder says may not depend
  /// on files that are not in it, nor may it show them.
  ///
  /// - Throws: why there are none.
  package static func bytes(
    at path: String, in folder: String, most: Int = .max - 1, tooLarge: Refusal? = nil
  ) throws(Refusal) -> [UInt8] {
    let resolved = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let home = URL(fileURLWithPath: folder, isDirectory: true).resolvingSymlinksInPath().path
    guard resolved.hasPrefix(home.hasSuffix("/") ? home : home + "/") else {
      throw Refusal(
        cause: "it is a link to a file outside the folder", cure: "Copy the file into the folder.")
    }
    return try bytes(at: resolved, most: most, tooLarge: tooLarge)
  }

  private static func refuseOthers(than path: String) throws(Refusal) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw errno == EACCES ? unreadable : missing
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR:
      throw Refusal(cause: "it is a folder, not a file", cure: "Put the file itself here.")
    default: throw special
    }
  }

  private static var missing: Refusal {
    Refusal(cause: "the file cannot be found", cure: "Check its name, and where any links point.")
  }
  private static var special: Refusal {
    Refusal(cause: "it is not a regular file", cure: "Put the file itself here.")
  }
  private static var unreadable: Refusal {
    Refusal(cause: "the file cannot be read", cure: "Check the disk and its permissions.")
  }
}
