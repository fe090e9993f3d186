/// The SplitMix64 generator of Steele, Lea and Flood (2014), written out so that a seed gives the same dataset with every
/// version of Swift's standard library.
public struct SplitMix64: Sendable {
  private var state: UInt64

  /// A stream of its own for each `part`, so that one part of a dataset draws no numbers from another's.
  public init(seed: UInt64, part: String = "") {
    // FNV-1a over the name, so that streams depend on what they are for and not on the order in which they are made.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    state = seed ^ hash
    _ = next()
  }

  /// The plain generator, from a state.
  init(state: UInt64) { self.state = state }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
    return bits ^ (bits >> 31)
  }

  /// A number from 0 to below 1.
  public mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A number of `range`, all equally likely.
  public mutating func number(_ range: ClosedRange<Double>) -> Double {
    range.lowerBound + unit() * (range.upperBound - range.lowerBound)
  }

  /// A whole number from 0 to below `count`, which is above 0.
  public mutating func whole(below count: Int) -> Int {
    // The bias is below 2^-50 for the counts of a dataset.
    Int(truncatingIfNeeded: next() % UInt64(count))
  }

  /// True with the `probability`.
  public mutating func happens(_ probability: Double) -> Bool { unit() < probability }

  /// A place in `weights`, which are not all 0, as likely as its weight.
  public mutating func place(weights: [Double]) -> Int {
    var rest = unit() * weights.reduce(0, +)
    for (place, weight) in weights.enumerated() {
      rest -= weight
      if rest < 0 { return place }
    }
    return weights.lastIndex { $0 > 0 } ?? 0
  }

  /// The elements in an order of chance.
  public mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var elements = elements
    for place in elements.indices.dropFirst().reversed() {
      elements.swapAt(place, whole(below: place + 1))
    }
    return elements
  }
}
