/// The files of a dataset before they are read: their names and bytes.
public struct DatasetSource: Sendable {
  /// `plan.yaml` and the tables, by file name, with their bytes.
  public var files: [String: [UInt8]]

  /// Files that are in memory.
  public init(files: [String: [UInt8]]) {
    self.files = files
  }
}
