import Foundation
import TestDatasets

/// A dataset in a folder that is removed with the test.
final class TemporaryDataset {
  let path: String

  init(_ dataset: TestDataset, variants: [String: String] = [:]) throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("variants-tests-\(UUID().uuidString)")
    path = url.path
    try dataset.write(to: path)
    guard !variants.isEmpty else { return }
    try TestDataset(files: variants).write(to: path + "/variants")
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
