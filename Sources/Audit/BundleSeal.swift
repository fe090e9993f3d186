import Foundation
import ResultFolders
import SupplyData
import SupplyPlan
package import TextFiles

/// A bundle all of whose files are the ones that were written.
///
/// Hashes prove that the files belong together, not who wrote them: whoever changes a file can write the manifest anew. The SHA-256 of
/// the manifest, kept elsewhere, closes this gap.
public struct BundleSeal: Sendable {
  /// The bundle's folder.
  public let folder: String
  /// How many files the manifest lists.
  public let files: Int
  /// SHA-256 of the manifest.
  public let sha256: String

  /// The folder of the bundle that `path` belongs to: a folder, or a file in it, or one of a frontier's plans below it; `nil`
  /// where there is none.
  ///
  /// Two of three files make a bundle, so that none of them can be taken away unnoticed.
  package static func folder(near path: String) -> String? {
    var folder = URL(fileURLWithPath: path)
    if folder.pathExtension == "json" { folder.deleteLastPathComponent() }
    for _ in 0..<3 {
      let held = BundleFile.marks.count {
        FileManager.default.fileExists(atPath: folder.appendingPathComponent($0).path)
      }
      if held >= 2 { return folder.path }
      folder.deleteLastPathComponent()
    }
    return nil
  }

  /// Compares every file of a bundle with its manifest.
  ///
  /// - Throws: every file that was changed, is missing, or was added.
  package init(checking folder: String) throws(Faults) {
    let path = WholeFile.join(folder, BundleFile.sums)
    let bytes: [UInt8]
    do throws(Refusal) {
      bytes = try RegularFile.bytes(at: path)
    } catch {
      throw Faults([Fault(file: path, cause: error.cause, cure: Self.cure)])
    }
    let manifest = try BundleManifest(
      reading: String(decoding: bytes, as: UTF8.self), file: path)
    let digest = try FolderDigest(folder)
    func fault(_ name: String, _ cause: String, _ cure: String = Self.cure) -> Fault {
      Fault(file: WholeFile.join(folder, name), cause: cause, cure: cure)
    }
    var faults = digest.others.map { fault($0.path, $0.cause) }
    var missing = manifest.sums
    for entry in digest.entries where entry.path != BundleFile.sums {
      switch missing.removeValue(forKey: entry.path) {
      case entry.sha256?: break
      case let sum?:
        faults.append(
          fault(
            entry.path,
            "the file was changed: its SHA-256 is \(entry.sha256), but the manifest says \(sum)"))
      case nil:
        faults.append(
          fault(
            entry.path, "the file was added: the manifest does not list it",
            "Remove it from the folder; it is not part of the bundle."))
      }
    }
    let unread = Set(digest.others.map(\.path))
    faults += missing.keys.filter { !unread.contains($0) }.map {
      fault($0, "the file is missing, although the manifest lists it")
    }
    guard faults.isEmpty else { throw Faults(faults) }
    self.folder = folder
    files = manifest.sums.count
    sha256 = TextFiles.sha256(of: bytes)
  }

  private static let cure =
    "Restore the file from the original bundle; as it is, the bundle proves nothing."

  /// The seal in a line for a reader.
  public var text: String {
    "bundle: \(files) files unchanged since they were written; manifest \(sha256)"
  }
}
