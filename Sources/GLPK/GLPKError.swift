/// Why a solve could not be begun or trusted: misuse or a fault of the software, never an outcome of
/// the program. That a program is infeasible, or that time ran out, is a result.
public enum GLPKError: Error, Sendable, Equatable {
  /// The program is not one: each text names the row or column, what is wrong, and the cure.
  case invalidProgram([String])
  /// Options that contradict the program or each other; all of them, each with the cure.
  case refusedOptions([String])
  /// GLPK answered with a code that its manual does not list for the call.
  case unknownCode(call: String, code: Int)
  /// The system gave no thread to solve on, or no memory for its environment.
  case noThread
}

extension GLPKError: CustomStringConvertible {
  /// In words for a user.
  public var description: String {
    switch self {
    case .invalidProgram(let faults): "The program is invalid. " + faults.joined(separator: " ")
    case .refusedOptions(let faults):
      "The solver cannot honour the options. " + faults.joined(separator: " ")
    case .unknownCode(let call, let code): "GLPK's \(call) answered with unknown code \(code)."
    case .noThread: "The system has no thread or memory left to solve on."
    }
  }
}
