extension Collection<String> {
  /// The names as a sentence lists them: `Leipzig, Monterrey and Shenzhen`.
  package func listed(separator: String = ", ") -> String {
    let names = Array(self)
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return "\(names.dropLast().joined(separator: separator)) and \(last)"
  }
}
