/// Why a call into GLPK did not come to its end; inside this target only.
enum Interruption: Error {
  /// GLPK would have ended the process; the text is its own.
  case aborted(String)
  /// The observer asked to stop.
  case stopped
  /// A fault to hand to the user.
  case fault(GLPKError)
}
