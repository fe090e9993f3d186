import TestDatasets

/// Changes that know nothing of the format.
enum ByteMutation {
  /// The bytes with some flipped, put in, taken out, repeated or cut off.
  static func mutated(_ bytes: [UInt8], with random: inout SplitMix64) -> [UInt8] {
    var bytes = bytes
    guard !bytes.isEmpty else { return [random.one(of: [0x22, 0x2C, 0x0A, 0xFF])] }
    let place = random.whole(0...(bytes.count - 1))
    switch random.whole(0...5) {
    case 0: bytes[place] ^= 1 << UInt8(random.whole(0...7))
    case 1: bytes.insert(UInt8(random.whole(0...255)), at: place)
    case 2: bytes.remove(at: place)
    case 3: bytes.removeSubrange(place...)
    case 4:
      let end = min(bytes.count, place + random.whole(1...80))
      bytes.insert(contentsOf: bytes[place..<end], at: place)
    default:
      let text = random.one(of: AwkwardTexts.texts)
      bytes.insert(contentsOf: Array(text.utf8), at: place)
    }
    return bytes
  }
}
