/// Gathers the faults of one reading.
package final class FaultLog {
  /// A log without faults.
  package init() {}

  /// The most faults listed of one file: a table of a million bad rows is no better told by a
  /// million faults.
  package static let mostPerFile = 1000

  package private(set) var faults: [Fault] = []
  private var count: [String: Int] = [:]
  /// The gravest of the faults of a file that are not listed.
  private var hidden: [String: Fault.Severity] = [:]

  /// Whether anything is against the rules.
  package var hasErrors: Bool { faults.contains { $0.severity == .error } }

  /// Whether the file has its fill, so that the words of another fault need not be found.
  package func isFull(_ file: String) -> Bool { count[file, default: 0] >= Self.mostPerFile }

  /// Adds a fault, or counts it where its file has its fill.
  package func add(_ fault: Fault) {
    if isFull(fault.file) {
      count(fault.file, fault.severity)
    } else {
      count[fault.file, default: 0] += 1
      faults.append(fault)
    }
  }

  /// Counts a fault of a file that has its fill.
  package func count(_ file: String, _ severity: Fault.Severity) {
    count[file, default: 0] += 1
    hidden[file] = max(severity, hidden[file] ?? severity)
  }

  /// Adds a fault, put together here.
  package func add(
    _ file: String, at position: TextPosition? = nil, _ cause: String, cure: String,
    severity: Fault.Severity = .error
  ) {
    add(
      Fault(
        severity, file: file, line: position?.line ?? 0, column: position?.column ?? 0,
        cause: cause, cure: cure))
  }

  /// All faults, and how many of which files are not listed.
  package func all() -> [Fault] {
    faults
      + hidden.map { file, severity in
        Fault(
          severity, file: file,
          cause: "\(count[file, default: 0] - Self.mostPerFile) more errors, not listed",
          cure: "Fix the listed ones first.")
      }
  }
}
