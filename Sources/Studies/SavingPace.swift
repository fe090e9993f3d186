import Modeling
import Synchronization

/// When what has been found is to be saved: soon, but so seldom that saving takes little of the time.
final class SavingPace: Sendable {
  private let pace = Mutex(Pace(pause: .seconds(2)))

  /// Saves, unless it was done just before; never twice at a time.
  func save(_ work: () -> Void) {
    pace.withLock { if $0.isDue { $0.run(work) } }
  }
}
