import Foundation

/// The steps by which a file comes to stand whole under its name, also after a power cut.
///
/// A system may write the new name of a file to disk before what is in it; so the bytes are on disk before the name is
/// changed, and the folder, which holds the names, afterwards.
enum DurableFile {
  /// Why a step failed, in the words of the system.
  struct Refusal: Error {
    var reason: String

    init() { reason = String(cString: strerror(errno)) }
  }

  /// Makes a new file with these bytes, and sees them to the disk.
  static func make(_ path: String, _ bytes: Data) throws(Refusal) {
    let descriptor = try repeated { open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) }
    do throws(Refusal) {
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = try repeated {
          rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
        }
        rest = rest.dropFirst(count)
      }
      _ = try repeated { fsync(descriptor) }
    } catch {
      close(descriptor)
      throw error
    }
    // Some file systems say only now that there is no room.
    if close(descriptor) != 0 { throw Refusal() }
  }

  /// Puts a file in the place of another.
  static func rename(_ path: String, to place: String) throws(Refusal) {
    if Foundation.rename(path, place) != 0 { throw Refusal() }
  }

  /// Removes a file, where it is there.
  static func remove(_ path: String) throws(Refusal) {
    if unlink(path) != 0, errno != ENOENT, errno != ENOTDIR { throw Refusal() }
  }

  /// Makes a folder and those above it, as far as they are missing.
  static func makeFolder(_ path: String) throws(Refusal) {
    if path.isEmpty || mkdir(path, 0o777) == 0 { return syncFolder(above(path)) }
    if errno == ENOENT, above(path) != path {
      try makeFolder(above(path))
      return try makeFolder(path)
    }
    let refusal = Refusal()
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    if isThere, isFolder.boolValue { return }
    throw refusal
  }

  /// Sees the names in a folder to the disk. Where a file system cannot do that, nothing more can be done.
  static func syncFolder(_ path: String) {
    let descriptor = open(path.isEmpty ? "." : path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  /// The folder that something lies in; empty for the working folder.
  static func above(_ path: String) -> String {
    var parts = path.split(separator: "/").dropLast().joined(separator: "/")
    if path.hasPrefix("/") { parts = "/" + parts }
    return parts
  }

  /// A call of the system, again where a signal came between.
  private static func repeated<Number: SignedInteger>(_ call: () -> Number) throws(Refusal)
    -> Number
  {
    while true {
      let result = call()
      if result >= 0 { return result }
      if errno != EINTR { throw Refusal() }
    }
  }
}
