import FrontierSearch
import Synchronization

/// What a search has told of its progress.
final class Told: Sendable {
  private let told = Mutex<[FrontierProgress]>([])

  var all: [FrontierProgress] { told.withLock { $0 } }

  func note(_ progress: FrontierProgress) { told.withLock { $0.append(progress) } }
}
