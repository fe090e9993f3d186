import TestDatasets

/// Changes of a file of lines such as `plan.yaml`, which know where a line and its value begin.
enum LineMutation {
  /// The bytes with a line or its value changed.
  static func mutated(_ bytes: [UInt8], with random: inout SplitMix64) -> [UInt8] {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    let place = random.whole(0...(lines.count - 1))
    switch random.whole(0...6) {
    case 0: lines.insert(lines[place], at: place)
    case 1: lines.remove(at: place)
    case 2: lines.swapAt(place, random.whole(0...(lines.count - 1)))
    case 3: lines.insert(Array(random.one(of: AwkwardTexts.yaml).utf8), at: place)
    case 4: lines[place].insert(contentsOf: [0x20, 0x20], at: 0)
    default:
      let texts = AwkwardTexts.yaml + AwkwardTexts.numbers + AwkwardTexts.words + AwkwardTexts.texts
      let colon = lines[place].firstIndex(of: 0x3A).map { $0 + 1 } ?? 0
      let value = Array(" \(random.one(of: texts))".utf8)
      lines[place] = Array(lines[place][..<colon]) + value
    }
    return Array(lines.joined(separator: [0x0A]))
  }
}
