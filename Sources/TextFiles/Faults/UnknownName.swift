/// What to do about a name that is not known.
public enum UnknownName {
  /// `Did you mean 'x'?`, or the names that are known where nothing is near.
  ///
  /// - Parameters:
  ///   - name: the name that is not known.
  ///   - known: the names that are.
  public static func cure(for name: String, among known: [String]) -> String {
    let first = known.prefix(8).joined(separator: ", ")
    return Suggestion.cure(
      for: name, among: known,
      otherwise: "Give one of: \(first)\(known.count > 8 ? " …" : "").")
  }
}
