/// Something that is tried with one seed after another, and must go well with every one.
public protocol Trial: Sendable {
  /// Tries one seed; the same seed is the same trial everywhere.
  func outcome(of seed: UInt64) -> TrialOutcome
}

/// How a trial went.
public enum TrialOutcome: Sendable, Equatable {
  /// As it must; `kind` is what it was, to be counted.
  case well(kind: String)
  /// Not as it must, and how.
  case wrong(String)
}
