/// How a run stands.
public enum RunStatus: String, Sendable, Codable, CaseIterable {
  /// To be solved.
  case pending
  /// A batch is at it.
  case running
  /// Solved within the gap or tolerance that was asked.
  case solved
  /// Stopped by its limit, with a proven bound, and a plan where one was found.
  case stopped
  /// Proven that no plan exists.
  case infeasible
  /// The dataset is not valid.
  case invalid
  /// The worker failed: it crashed, ran out of memory, hung, or refused.
  case failed

  /// Whether there is a result to keep: what a new batch does not solve again.
  public var isResult: Bool {
    switch self {
    case .solved, .stopped, .infeasible: true
    case .pending, .running, .invalid, .failed: false
    }
  }
}
