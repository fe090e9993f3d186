public import GLPK
public import PlanChecker

/// Why no answer could be given.
public enum PlanningError: Error, Sendable {
  /// The solver refused the program: a fault of this program, not of the dataset.
  case solver(GLPKError)
  /// The checker found the plan wrong: it is no result.
  case unsound(PlanVerdict)

  package static func wrapping<Result>(_ work: () throws(GLPKError) -> Result) throws(PlanningError)
    -> Result
  {
    do { return try work() } catch { throw .solver(error) }
  }
}

extension PlanningError: CustomStringConvertible {
  /// What happened, in words for a user.
  public var description: String {
    switch self {
    case .solver(let error): "the solver refused the program: \(error)"
    case .unsound(let verdict):
      "the checker rejects the plan found: "
        + verdict.violations.prefix(5).map(\.description).joined(separator: "; ")
    }
  }
}
