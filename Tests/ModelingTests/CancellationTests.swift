import Testing

@testable import Modeling

/// Who stops a search, and why.
@Suite struct CancellationTests {
  @Test func `a flag of a part is set with that of the whole, not the other way round`() {
    let whole = Cancellation()
    let part = Cancellation(within: whole)
    part.cancel()
    #expect(part.isCancelled && !whole.isCancelled)
    let other = Cancellation(within: whole)
    whole.cancel(because: "memory")
    #expect(other.isCancelled && other.reason == "memory")
  }

  @Test func `a question is decided by who asked it alone`() {
    let interrupt = Cancellation()
    let asked = Cancellation(decidingWithin: interrupt)
    interrupt.cancel()
    #expect(asked.isCancelled && !asked.isDecided)
    asked.cancel()
    #expect(asked.isDecided)
    let plain = Cancellation()
    plain.cancel()
    #expect(!plain.isDecided)
  }
}
