import Foundation

/// Reading of files that are files: neither folders nor devices, and of a size that can be held in memory.
package enum RegularFile {
  /// The bytes of the file at `path`.
  ///
  /// - Throws: why they cannot be had.
  package static func bytes(at path: String) throws(Refusal) -> [UInt8] {
    let resolved = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let attributes = try? FileManager.default.attributesOfItem(atPath: resolved)
    switch attributes?[.type] as? FileAttributeType {
    case .typeRegular?: break
    case nil, .typeSymbolicLink?:
      throw Refusal(cause: "the file cannot be found", cure: "Check where the link leads.")
    case .typeDirectory?:
      throw Refusal(cause: "it is a folder, not a file", cure: "Put the table itself there.")
    default:
      throw Refusal(cause: "it is not a regular file", cure: "Put the table itself there.")
    }
    let tooLarge = Refusal(
      cause: "the file has more than 128 MiB", cure: "Split the problem, or leave out rows.")
    if let size = attributes?[.size] as? Int, size > DatasetSource.largestFile { throw tooLarge }
    guard let handle = FileHandle(forReadingAtPath: resolved) else {
      throw Refusal(cause: "the file cannot be read", cure: "Check its permissions.")
    }
    defer { try? handle.close() }
    let data: Data?
    do {
      data = try handle.read(upToCount: DatasetSource.largestFile + 1)
    } catch {
      throw Refusal(cause: "the file cannot be read", cure: "Check the disk and its permissions.")
    }
    let bytes = [UInt8](data ?? Data())
    guard bytes.count <= DatasetSource.largestFile else { throw tooLarge }
    return bytes
  }
}
