import Synchronization

/// A flag that one thread sets and others watch.
public final class Cancellation: Sendable {
  private let flag = Atomic<Bool>(false)
  private let first = Mutex<(time: ContinuousClock.Instant, reason: String?)?>(nil)
  private let parent: Cancellation?
  private let marksDecision: Bool

  /// A flag that is not set.
  ///
  /// - Parameter parent: a flag that sets this one too, as an interrupt does that ends a part and the whole.
  public init(within parent: Cancellation? = nil) {
    self.parent = parent
    marksDecision = false
  }

  /// A flag that is set by who asks and has been told enough; then nothing more is made of what was found.
  ///
  /// - Parameter parent: a flag that sets this one too.
  public init(decidingWithin parent: Cancellation) {
    self.parent = parent
    marksDecision = true
  }

  /// Whether who asks has been told enough.
  public var isDecided: Bool { marksDecision && flag.load(ordering: .acquiring) }

  /// Sets the flag.
  ///
  /// - Parameter reason: what is told of it; `nil` where somebody interrupts.
  public func cancel(because reason: String? = nil) {
    first.withLock { first in if first == nil { first = (.now, reason) } }
    flag.store(true, ordering: .releasing)
  }

  /// Whether the flag is set.
  public var isCancelled: Bool {
    flag.load(ordering: .acquiring) || parent?.isCancelled ?? false
  }

  /// When the flag was first set; `nil` where it is not.
  public var since: ContinuousClock.Instant? {
    guard isCancelled else { return nil }
    return [first.withLock { $0?.time }, parent?.since].compactMap(\.self).min()
  }

  /// Why the flag was set; `nil` where somebody interrupted.
  public var reason: String? { first.withLock { $0?.reason } ?? parent?.reason }
}
