import Synchronization

/// A flag that one thread sets and others watch.
public final class Cancellation: Sendable {
  private let flag = Atomic<Bool>(false)
  private let parent: Cancellation?

  /// A flag that is not set.
  ///
  /// - Parameter parent: a flag that sets this one too, as an interrupt does that ends a part and the whole.
  public init(within parent: Cancellation? = nil) {
    self.parent = parent
  }

  /// Sets the flag.
  public func cancel() { flag.store(true, ordering: .relaxed) }

  /// Whether the flag is set.
  public var isCancelled: Bool {
    flag.load(ordering: .relaxed) || parent?.isCancelled ?? false
  }
}
