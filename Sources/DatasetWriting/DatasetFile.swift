/// A file of a dataset that is to be written.
public struct DatasetFile: Sendable, Equatable {
  /// Its path in the dataset's folder.
  public var path: String
  /// Its text.
  public var text: String

  /// - Parameters:
  ///   - path: its path in the dataset's folder.
  ///   - text: its text.
  public init(path: String, text: String) {
    self.path = path
    self.text = text
  }
}
