import Findings
import Foundation
import SupplyData
import SupplyPlan

/// A finding's files beside a copy of the dataset that it is about, so that a report needs nothing but the folder.
struct FindingFiles {
  /// The dataset.
  let loaded: LoadedDataset

  /// Writes the finding, and a copy of the dataset where the folder has none.
  ///
  /// - Throws: a fault where the folder holds a copy of another dataset, or cannot be written to.
  func write(_ finding: some Finding, to folder: String) throws(Faults) {
    try writeInputs(to: folder)
    try finding.write(to: folder)
  }

  /// Writes a copy of the dataset where the folder has none.
  ///
  /// - Throws: as ``write(_:to:)``.
  func writeInputs(to folder: String) throws(Faults) {
    let inputs = WholeFile.join(folder, LoadedDataset.inputsFolder)
    if FileManager.default.fileExists(atPath: WholeFile.join(inputs, "plan.yaml")) {
      guard
        try Dataset.reading(try DatasetSource(folder: inputs)).dataset.sha256
          == loaded.dataset.sha256
      else {
        throw Faults([
          Fault(
            file: inputs, cause: "it is a copy of another dataset than the one that was analysed",
            cure: "Choose another folder for -o.")
        ])
      }
    } else {
      try loaded.copyInputs(to: folder)
    }
  }
}
