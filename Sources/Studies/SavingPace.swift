import Synchronization

/// When what has been found is to be saved: soon, but so seldom that saving takes little of the time.
final class SavingPace: Sendable {
  private let last = Mutex<(end: ContinuousClock.Instant, took: Duration)?>(nil)

  /// Saves, unless it was done just before; never twice at a time.
  func save(_ work: () -> Void) {
    last.withLock { last in
      let start = ContinuousClock.now
      if let last, last.end.duration(to: start) < max(Self.pause, last.took * Self.thrift) {
        return
      }
      work()
      last = (.now, start.duration(to: .now))
    }
  }

  private static let pause = Duration.seconds(2)
  /// So many times as long as a saving takes nothing is saved.
  private static let thrift = 20
}
