/// Collects what is wrong with one file, so that one reading reports it all.
package struct FileFaults {
  /// The file, as it is named to the user.
  package let file: String
  private let log = FaultLog()

  /// A log for a file.
  package init(file: String) { self.file = file }

  /// What was found, in the order in which it was found.
  package var faults: [Fault] { log.all() }

  /// Notes a fault.
  package func note(line: Int, column: Int = 0, _ cause: String, cure: String) {
    log.add(Fault(file: file, line: line, column: column, cause: cause, cure: cure))
  }

  /// Throws all faults if there are any.
  package func throwIfAny() throws(Faults) {
    let faults = faults
    if !faults.isEmpty { throw Faults(faults) }
  }
}
