/// A point in time after which a solve stops, a flag that stops it at once, and who is told of the
/// progress: what every long computation receives.
public struct SolveLimits: Sendable {
  /// When to stop; `nil` for never.
  public var deadline: ContinuousClock.Instant?
  /// Set by whoever wants the computation to stop.
  public var cancellation: Cancellation
  /// How long what makes a result of what was found may go on after a stop; see ``finishing``.
  public var patience: Duration
  /// How long after the deadline or the flag these limits stop.
  private var delay = Duration.zero

  /// - Parameters:
  ///   - deadline: when to stop; `nil` for never.
  ///   - cancellation: the flag to watch.
  ///   - patience: how long ``finishing`` may go on after a stop.
  public init(
    deadline: ContinuousClock.Instant? = nil, cancellation: Cancellation = Cancellation(),
    patience: Duration = .seconds(60)
  ) {
    self.deadline = deadline
    self.cancellation = cancellation
    self.patience = patience
  }

  /// The limits of the last linear programs, without which the best that was found would be no plan: they go on after a stop,
  /// but not beyond ``patience``, and where memory or processor time runs out not beyond a few seconds.
  public var finishing: SolveLimits {
    var limits = self
    limits.delay = patience
    return limits
  }

  /// Seconds left before the deadline, `.infinity` without one, never negative.
  public var secondsLeft: Double {
    guard let deadline else { return .infinity }
    let left = ContinuousClock.now.duration(to: deadline + delay) / .seconds(1)
    return Swift.max(0, left)
  }

  /// Why to stop now, if there is a reason.
  public var stopReason: StopReason? {
    if cancellation.isCancelled, isOver(cancellation.since) {
      return cancellation.reason.map { .exhausted($0) } ?? .cancelled
    }
    if secondsLeft <= 0 { return .timeLimit }
    return nil
  }

  private func isOver(_ start: ContinuousClock.Instant?) -> Bool {
    guard delay > .zero, let start else { return true }
    let most = cancellation.reason == nil ? delay : min(delay, Self.patienceWhenExhausted)
    return start.duration(to: .now) >= most
  }

  private static let patienceWhenExhausted = Duration.seconds(3)
}
