public import RunStore

/// A run that is to be solved, and why.
public struct DueRun: Sendable {
  /// Why a run is to be solved.
  public enum Reason: String, Sendable, Codable, CaseIterable {
    /// It was not solved before.
    case new
    /// Its dataset has changed.
    case changed
    /// It failed, or its dataset was not valid.
    case failed
    /// It was stopped by a limit.
    case stopped
    /// It was solved, and is asked for again.
    case again
  }

  /// What is asked.
  let asked: AskedRun
  /// What the store has of it.
  let standing: RunStanding
  /// Why it is solved.
  public let reason: Reason

  /// What tells the run from others.
  public var key: RunRequest.Key { asked.request.key }
}

extension DueRun.Reason {
  /// Why a run with this standing is to be solved; `nil` where it need not be, or another batch is at it.
  init?(_ standing: RunStanding, again: BatchRequest.Again) {
    switch standing.status {
    case .running: return nil
    case .pending: self = .new
    case .failed, .invalid: self = .failed
    case .solved, .stopped, .infeasible:
      if !standing.isCurrent {
        self = .changed
      } else if again == .all {
        self = .again
      } else if again == .stopped, standing.status == .stopped {
        self = .stopped
      } else {
        return nil
      }
    }
  }
}
