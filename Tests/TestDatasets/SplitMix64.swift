/// A small random number generator whose numbers are the same on every machine and with every
/// compiler.
///
/// G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number generators", OOPSLA
/// 2014, https://doi.org/10.1145/2660193.2660195.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Starts the sequence of `seed`.
  public init(seed: UInt64) {
    state = seed
  }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  // The library's own ways to draw from a range may change with its version; these do not.

  /// A whole number of the range.
  public mutating func whole(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.upperBound - range.lowerBound + 1))
  }

  /// `true` in so many of a hundred cases.
  public mutating func percent(_ chance: Int) -> Bool { whole(0...99) < chance }

  /// One of the elements; there must be one.
  public mutating func one<Element>(of elements: [Element]) -> Element {
    elements[whole(0...(elements.count - 1))]
  }

  /// Each of the elements with the same chance, at least one; there must be one.
  public mutating func some<Element>(of elements: [Element]) -> [Element] {
    let chosen = elements.filter { _ in percent(50) }
    return chosen.isEmpty ? [one(of: elements)] : chosen
  }

  /// A number of the range in steps of `step`, as text without a tail of digits.
  public mutating func decimal(_ range: ClosedRange<Int>, hundredths step: Int = 100) -> String {
    let hundredths = whole(range) * step
    let fraction = hundredths % 100
    guard fraction != 0 else { return "\(hundredths / 100)" }
    return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }
}
