/// When something that takes time is to be done again: soon, but so seldom that it takes little of the time.
package struct Pace: Sendable {
  private let pause: Duration
  private var last: (end: ContinuousClock.Instant, took: Duration)?

  /// - Parameter pause: the least time between two times.
  package init(pause: Duration) { self.pause = pause }

  /// Whether it is time; the first time it always is.
  package var isDue: Bool {
    guard let last else { return true }
    return last.end.duration(to: .now) >= max(pause, last.took * Self.thrift)
  }

  /// Does it, and takes note of the time that it took.
  package mutating func run<Result>(_ work: () -> Result) -> Result {
    let start = ContinuousClock.now
    defer { last = (.now, start.duration(to: .now)) }
    return work()
  }

  /// So many times as long as it takes it is not done again.
  private static let thrift = 20
}
