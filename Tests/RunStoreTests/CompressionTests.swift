import Testing

@testable import RunStore

@Suite struct CompressionTests {
  @Test(arguments: [0, 1, 2, 100, 4096, 100_000])
  func `what is packed comes back`(_ length: Int) {
    for seed in 1...3 {
      var state = UInt64(seed)
      let random = (0..<length).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1
        return UInt8(truncatingIfNeeded: state >> 33)
      }
      for bytes in [random, [UInt8](repeating: 7, count: length)] {
        let packed = Compression.packed(bytes)
        #expect(packed.count <= bytes.count, "seed \(seed)")
        #expect(Compression.unpacked(packed, length: bytes.count) == bytes, "seed \(seed)")
      }
    }
  }

  @Test func `text becomes shorter`() {
    let text = Array(String(repeating: "period,facility,product\n", count: 100).utf8)
    #expect(Compression.packed(text).count < text.count / 10)
  }

  @Test func `damage is noticed`() {
    let text = Array(String(repeating: "period,facility,product\n", count: 100).utf8)
    var packed = Compression.packed(text)
    packed[packed.count / 2] ^= 0xFF
    #expect(Compression.unpacked(packed, length: text.count) == nil)
    #expect(Compression.unpacked(Array(packed.dropLast(4)), length: text.count) == nil)
    #expect(Compression.unpacked([], length: 5) == nil)
  }
}
