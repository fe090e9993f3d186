/// Something wrong with a dataset: where, what, and what to do about it.
public struct Fault: Error, Sendable, Equatable {
  /// How much is wrong.
  public enum Severity: String, Sendable, Comparable {
    /// Has an effect that is likely not meant; the dataset is valid.
    case warning
    /// A dataset that says what it says, yet cannot be meant so: `check` refuses it, a solve goes
    /// on.
    case doubtful
    /// Against the rules: nothing can be computed.
    case error

    /// The graver is the greater.
    public static func < (left: Severity, right: Severity) -> Bool {
      let order: [Severity] = [.warning, .doubtful, .error]
      return (order.firstIndex(of: left) ?? 0) < (order.firstIndex(of: right) ?? 0)
    }
  }

  /// How much is wrong.
  public var severity: Severity
  /// The file, relative to the dataset's folder.
  public var file: String
  /// The line, from 1; 0 where the fault is in no line.
  public var line: Int
  /// The column in characters, from 1; 0 where the fault is in no column.
  public var column: Int
  /// What is wrong.
  public var cause: String
  /// What to do about it.
  public var cure: String

  /// Creates a fault.
  public init(
    _ severity: Severity = .error, file: String, line: Int = 0, column: Int = 0, cause: String,
    cure: String
  ) {
    self.severity = severity
    self.file = file
    self.line = line
    self.column = column
    self.cause = cause
    self.cure = cure
  }
}

extension Fault: CustomStringConvertible {
  /// `file:line:column: severity: cause. cure`, where a line or column of 0 is left out.
  public var description: String {
    let place = [line, column].filter { $0 > 0 }.map { ":\($0)" }.joined()
    return "\(file)\(place): \(severity.rawValue): \(cause). \(cure)"
  }
}

/// All that is wrong with a dataset, thrown at once.
public struct Faults: Error, Sendable {
  /// The faults, in the order of file, line and column.
  public var all: [Fault]

  /// Puts the faults in order.
  public init(_ faults: [Fault]) {
    all = faults.sorted {
      ($0.file, $0.line, $0.column, $0.cause) < ($1.file, $1.line, $1.column, $1.cause)
    }
  }
}
