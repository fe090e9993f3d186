import ResultFolders
import SupplyData
import TextFiles

/// Reads a dataset for a solve.
enum Loading {
  /// The dataset in `folder`: every error on standard error, and status 65; what is doubtful is told, what has no effect is counted, or told too.
  static func dataset(
    _ folder: String, _ options: VariantOptions, withWarnings: Bool = false
  ) throws -> LoadedDataset {
    let loaded = try Failure.ofDataset { () throws(Faults) in
      try LoadedDataset(folder: folder, changes: options.changes)
    }
    for fault in loaded.warnings where withWarnings || fault.severity > .warning {
      StandardError.tell("\(fault)")
    }
    if withWarnings { return loaded }
    let idle = loaded.warnings.filter { $0.severity == .warning }.count
    if idle > 0 {
      let warnings = idle == 1 ? "1 warning" : "\(idle) warnings"
      StandardError.write("\(warnings); see `shorewise check \(folder)\(options.words)`\n")
    }
    return loaded
  }
}
