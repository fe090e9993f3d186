import Foundation
import SupplyData
package import TextFiles

/// Finds the copy of the dataset that belongs to an output.
package enum InputsFolder {
  /// Looks in the folder of `path` and in the two above it, for a plan on a frontier lies in `points/01`.
  package static func find(near path: String, cure: String) throws(Faults) -> String {
    var folder = URL(fileURLWithPath: path)
    if folder.pathExtension == "json" { folder.deleteLastPathComponent() }
    for _ in 0..<3 {
      let candidate = folder.appendingPathComponent(LoadedDataset.inputsFolder)
      let settings = candidate.appendingPathComponent("plan.yaml")
      if FileManager.default.fileExists(atPath: settings.path) { return candidate.path }
      folder.deleteLastPathComponent()
    }
    throw Faults([
      Fault(
        file: path,
        cause: "there is no copy of the dataset in '\(LoadedDataset.inputsFolder)' beside it",
        cure: cure)
    ])
  }
}
