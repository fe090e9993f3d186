/// Collects what is wrong with a file, so that one reading reports it all.
package final class PlanFileFaults {
  /// The file, as it is named to the user.
  package let file: String
  /// What was found, in the order in which it was found.
  package private(set) var faults: [Fault] = []

  /// A file in which hardly a row is right has the wrong shape; more than this many faults say no more.
  private static let most = 100

  /// A log for a file.
  package init(file: String) { self.file = file }

  /// Notes a fault.
  package func note(line: Int, column: Int = 0, _ cause: String, cure: String) {
    guard faults.count < Self.most else { return }
    faults.append(Fault(file: file, line: line, column: column, cause: cause, cure: cure))
  }

  /// Throws all faults if there are any.
  package func throwIfAny() throws(Faults) {
    if !faults.isEmpty { throw Faults(faults) }
  }
}
