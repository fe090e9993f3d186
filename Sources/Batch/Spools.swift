import Foundation

/// The folder of a store's spools, one for each batch: `STORE.work`.
struct Spools {
  private let path: String

  /// - Parameter store: the store's file.
  init(of store: String) { path = RelativePath.absolute(store).path + ".work" }

  /// The spool of a batch.
  func spool(of batch: String) -> Spool { Spool("\(path)/\(batch)") }

  /// Removes those of batches that have ended; with the last of them, the folder.
  ///
  /// - Parameter open: the batches that have not.
  func remove(except open: Set<String>) {
    let found = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    for name in found where !open.contains(name) { spool(of: name).remove() }
    rmdir(path)
  }
}
