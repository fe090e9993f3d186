/// A point in time after which a solve stops, a flag that stops it at once, and who is told of the
/// progress: what every long computation receives.
public struct SolveLimits: Sendable {
  /// When to stop; `nil` for never.
  public var deadline: ContinuousClock.Instant?
  /// Set by whoever wants the computation to stop.
  public var cancellation: Cancellation

  /// - Parameters:
  ///   - deadline: when to stop; `nil` for never.
  ///   - cancellation: the flag to watch.
  public init(
    deadline: ContinuousClock.Instant? = nil, cancellation: Cancellation = Cancellation()
  ) {
    self.deadline = deadline
    self.cancellation = cancellation
  }

  /// Seconds left before the deadline, `.infinity` without one, never negative.
  public var secondsLeft: Double {
    guard let deadline else { return .infinity }
    let left = ContinuousClock.now.duration(to: deadline) / .seconds(1)
    return Swift.max(0, left)
  }

  /// Why to stop now, if there is a reason.
  public var stopReason: StopReason? {
    if cancellation.isCancelled { return .cancelled }
    if secondsLeft <= 0 { return .timeLimit }
    return nil
  }
}
