import TestDatasets
import Testing

@testable import NetworkDesign

/// Goods of several kinds mix where they meet, also where they run in circles.
@Suite struct GoodsMixingTests {
  @Test(arguments: UInt64(0)..<100)
  func `what enters a place of each kind is what it holds`(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    func draw(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }
    let (places, kinds) = (2 + draw(7), 2 + draw(3))
    let made = (0..<1 + draw(4)).map { _ in
      GoodsMixing.Source(place: draw(places), kind: draw(kinds), quantity: Double(1 + draw(9)))
    }
    // Some movements go back, and one may go to where it began.
    let moved = (0..<draw(3 * places)).map { _ in
      GoodsMixing.Movement(
        from: draw(places), to: draw(places), quantity: [1e-6, 1, 1e6][draw(3)])
    }
    let shares = GoodsMixing(
      circling: (0..<places).map { $0 % kinds }, kinds: kinds, made: made, moved: moved
    ).shares
    for place in 0..<places {
      var entered = Array(repeating: 0.0, count: kinds)
      var sum = 0.0
      for source in made where source.place == place {
        entered[source.kind] += source.quantity
        sum += source.quantity
      }
      for movement in moved where movement.to == place {
        for kind in 0..<kinds { entered[kind] += movement.quantity * shares[movement.from][kind] }
        sum += movement.quantity
      }
      guard sum > 0 else {
        #expect(shares[place].allSatisfy { $0 == 0 }, "seed \(seed)")
        continue
      }
      // Nothing enters of what comes from a place that is empty: then what is there is all there is.
      let held = entered.reduce(0, +)
      for kind in 0..<kinds where held > 0 {
        #expect(abs(shares[place][kind] - entered[kind] / held) < 1e-9, "seed \(seed)")
      }
    }
  }

  @Test func `goods that run in a circle and came from nowhere are of the kind they circle as`() {
    let shares = GoodsMixing(
      circling: [1, 1], kinds: 2, made: [],
      moved: [.init(from: 0, to: 1, quantity: 3), .init(from: 1, to: 0, quantity: 3)]
    ).shares
    #expect(shares == [[0, 1], [0, 1]])
  }

  @Test func `a trickle into a circle of a million times as much decides what it is made of`() {
    let shares = GoodsMixing(
      circling: [0, 0], kinds: 3,
      made: [.init(place: 0, kind: 1, quantity: 3e-9), .init(place: 1, kind: 2, quantity: 1e-9)],
      moved: [.init(from: 0, to: 1, quantity: 1), .init(from: 1, to: 0, quantity: 1)]
    ).shares
    for place in shares {
      #expect(place[0] == 0)
      #expect(abs(place[1] - 0.75) < 1e-6)
    }
  }
}
