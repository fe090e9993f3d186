import TextFiles

/// The files of a dataset before they are read: their names and bytes.
public struct DatasetSource: Sendable {
  /// `plan.yaml` and the tables, by file name, with their bytes.
  public var files: [String: [UInt8]]
  /// What was wrong with files of the folder before their bytes could be looked at, for the reading
  /// to report with everything else.
  var faults: [Fault] = []

  /// Files that are in memory.
  public init(files: [String: [UInt8]]) {
    self.files = files
  }

  /// Whether the folder has the file, and its bytes could not be had.
  func isUnreadable(_ file: String) -> Bool { faults.contains { $0.file == file } }
}
