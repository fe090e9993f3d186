public import GLPK
public import PlanChecker

/// Why no answer could be given.
public enum PlanningError: Error, Sendable {
  /// The solver refused the program: a fault of this program, not of the dataset.
  case solver(GLPKError)
  /// The checker found the plan wrong: it is no result.
  case unsound(PlanVerdict)

  static func wrapping<Result>(_ work: () throws(GLPKError) -> Result) throws(PlanningError)
    -> Result
  {
    do { return try work() } catch { throw .solver(error) }
  }
}
