/// Random numbers that are the same on every machine and with every compiler: the generator SplitMix64.
///
/// G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014,
/// https://doi.org/10.1145/2660193.2660195.
package struct SplitMix {
  private var state: UInt64

  /// The stream of a seed.
  package init(seed: UInt64) { state = seed }

  /// Sixty-four random bits.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Uniform on 0..<1.
  package mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }
}
