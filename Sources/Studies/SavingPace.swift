/// When what has been found is to be saved: soon, but so seldom that saving takes little of the time.
struct SavingPace {
  private var last: (end: ContinuousClock.Instant, took: Duration)?

  /// Saves, unless it was done just before.
  mutating func save(_ work: () -> Void) {
    let start = ContinuousClock.now
    if let last, last.end.duration(to: start) < max(Self.pause, last.took * Self.thrift) { return }
    work()
    last = (.now, start.duration(to: .now))
  }

  private static let pause = Duration.seconds(2)
  /// So many times as long as a saving takes nothing is saved.
  private static let thrift = 20
}
