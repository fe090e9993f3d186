import TextFiles

extension Collection<String> {
  /// The names as a sentence lists them: `Leipzig, Monterrey and Shenzhen`.
  package func listed(separator: String = ", ") -> String {
    enumeration(Array(self), "and", separator: separator)
  }
}
