/// How numbers stand in the files: the shortest text that reads back as the same number.
package enum NumberText {
  /// The text of a finite number.
  package static func text(_ number: Double) -> String {
    // Minus zero equals zero and would only puzzle the reader.
    if number == 0 { return "0" }
    let text = number.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// The number that a text states in JSON's grammar, or `nil`; so neither `nan`, `inf`, `0x10` nor `1_000`.
  static func number(_ text: some Sequence<UInt8>) -> Double? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(24)
    for byte in text {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
        UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
        bytes.append(byte)
      default: return nil
      }
    }
    guard let number = Double(String(decoding: bytes, as: UTF8.self)), number.isFinite else {
      return nil
    }
    return number
  }
}
