import Foundation
import SupplyData
import SupplyPlan
package import TextFiles

/// Every file of a folder and of those below it, with its SHA-256.
package struct FolderDigest {
  /// A file.
  package struct Entry: Equatable {
    /// Its path from the folder, with `/` between names.
    package let path: String
    /// SHA-256 of its bytes in lower-case hexadecimal digits.
    package let sha256: String
    /// How many bytes it has.
    package let bytes: Int
  }

  /// The files, in the order of the bytes of their paths.
  package private(set) var entries: [Entry] = []
  /// What lies there and is no file that can be read, a link included, with the reason.
  package private(set) var others: [(path: String, cause: String)] = []

  /// - Parameter folder: the folder; links are not followed, so that nothing outside it is read.
  package init(_ folder: String) throws(Faults) {
    try add("", of: folder)
    entries.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private mutating func add(_ path: String, of folder: String) throws(Faults) {
    let manager = FileManager.default
    let place = path.isEmpty ? folder : WholeFile.join(folder, path)
    guard let names = try? manager.contentsOfDirectory(atPath: place) else {
      throw Faults([
        Fault(file: place, cause: "the folder cannot be read", cure: "Check its permissions.")
      ])
    }
    for name in names {
      let below = path.isEmpty ? name : "\(path)/\(name)"
      let file = WholeFile.join(folder, below)
      switch (try? manager.attributesOfItem(atPath: file))?[.type] as? FileAttributeType {
      case .typeDirectory?: try add(below, of: folder)
      case .typeSymbolicLink?:
        others.append((below, "it is a link, which a bundle may not contain"))
      default:
        do throws(Refusal) {
          let bytes = try RegularFile.bytes(at: file)
          entries.append(
            Entry(path: below, sha256: TextFiles.sha256(of: bytes), bytes: bytes.count))
        } catch {
          others.append((below, error.cause))
        }
      }
    }
  }
}
