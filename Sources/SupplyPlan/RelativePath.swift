/// The path of a file below the folder in which the document lies: a document names no file outside it.
///
/// `Text` is `String`, or `String?` where there may be none.
@propertyWrapper
public struct RelativePath<Text: Codable & Equatable & Sendable>: Codable, Equatable, Sendable {
  /// The path.
  public var wrappedValue: Text

  /// A path as it stands: it is looked at where it is read.
  public init(wrappedValue: Text) { self.wrappedValue = wrappedValue }

  /// Reads a path.
  ///
  /// - Throws: that it leads out of the folder.
  public init(from decoder: any Decoder) throws {
    wrappedValue = try decoder.singleValueContainer().decode(Text.self)
    // A text that is missing has been told.
    guard let text = wrappedValue as? String, !text.isEmpty else { return }
    // Scalar by scalar, as the system reads it: a slash with a combining accent is no `Character` that equals a slash.
    let parts = text.unicodeScalars.split(separator: "/", omittingEmptySubsequences: false)
    if parts.contains(where: { ["", ".", ".."].contains(String($0)) || $0.contains("\0") }) {
      throw Misfit(
        cause: "leads outside the folder",
        cure: "Name a file inside the folder, such as points/01/plan.json.")
    }
  }

  /// Writes the path.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(wrappedValue)
  }
}
