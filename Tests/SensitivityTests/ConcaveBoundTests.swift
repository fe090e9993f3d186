import Testing

@testable import Sensitivity

@Suite struct ConcaveBoundTests {
  @Test func `the greatest chord counts`() {
    var bound = ConcaveBound()
    #expect(bound(0.5) == 0)
    bound.add(10, at: 0)
    bound.add(20, at: 1)
    #expect(bound(0.5) == 15)
    // Proved less tightly than the chord: the chord stands.
    bound.add(12, at: 0.5)
    #expect(bound(0.5) == 15)
    bound.add(18, at: 0.5)
    #expect(bound(0.5) == 18)
    #expect(bound(0.25) == 14)
    #expect(bound(1) == 20)
  }

  @Test func `where nothing exists nothing is cheap`() {
    var bound = ConcaveBound()
    bound.add(.infinity, at: 0.3)
    #expect(bound(0) == .infinity)
    #expect(bound.isKnown(at: 0.3, within: 0))
  }
}
