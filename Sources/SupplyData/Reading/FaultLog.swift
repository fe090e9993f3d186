/// Gathers the faults of one reading.
final class FaultLog {
  /// The most faults listed of one file: a table of a million bad rows is no better told by a million faults.
  static let mostPerFile = 1000

  private(set) var faults: [Fault] = []
  private var count: [String: Int] = [:]

  /// Whether anything is against the rules.
  var hasErrors: Bool { faults.contains { $0.severity == .error } }

  /// Whether the file has its fill, so that the words of another fault need not be found.
  func isFull(_ file: String) -> Bool { count[file, default: 0] >= Self.mostPerFile }

  /// Adds a fault, or counts it where its file has its fill.
  func add(_ fault: Fault) {
    count[fault.file, default: 0] += 1
    if count[fault.file, default: 0] <= Self.mostPerFile { faults.append(fault) }
  }

  /// Adds an error.
  func add(
    _ file: String, at position: TextPosition? = nil, _ cause: String, cure: String,
    severity: Fault.Severity = .error
  ) {
    add(
      Fault(
        severity, file: file, line: position?.line ?? 0, column: position?.column ?? 0,
        cause: cause, cure: cure))
  }

  /// All faults, and how many of which files are not listed.
  func all() -> [Fault] {
    let hidden = count.filter { $0.value > Self.mostPerFile }.map { file, count in
      Fault(
        file: file, cause: "\(count - Self.mostPerFile) more faults, not listed",
        cure: "Cure the listed ones first.")
    }
    return faults + hidden
  }
}
