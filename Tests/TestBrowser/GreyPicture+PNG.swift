import CZlib
import Foundation

/// Pictures as PNG files (ISO/IEC 15948): eight bits a dot, each line as its difference from the one above.
extension GreyPicture {
  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  private static let up: UInt8 = 2

  /// The picture as a file.
  var png: Data {
    var lines: [UInt8] = []
    for y in 0..<height {
      lines.append(Self.up)
      for x in 0..<width {
        lines.append(dots[y * width + x] &- (y > 0 ? dots[(y - 1) * width + x] : 0))
      }
    }
    var size = compressBound(uLong(lines.count))
    var packed = [UInt8](repeating: 0, count: Int(size))
    compress2(&packed, &size, lines, uLong(lines.count), 9)
    var file = Data(Self.signature)
    file += Self.chunk("IHDR", Self.bytes(width) + Self.bytes(height) + [8, 0, 0, 0, 0])
    file += Self.chunk("IDAT", Array(packed.prefix(Int(size))))
    file += Self.chunk("IEND", [])
    return file
  }

  /// Reads a file that ``png`` has written; `nil` for any other.
  init?(png file: Data) {
    let bytes = [UInt8](file)
    guard bytes.starts(with: Self.signature) else { return nil }
    var (width, height, packed) = (0, 0, [UInt8]())
    var place = Self.signature.count
    while place + 12 <= bytes.count {
      let length = Self.number(bytes[place..<place + 4])
      guard place + 12 + length <= bytes.count else { return nil }
      let content = bytes[(place + 8)..<(place + 8 + length)]
      switch String(decoding: bytes[(place + 4)..<(place + 8)], as: UTF8.self) {
      case "IHDR":
        width = Self.number(content.prefix(4))
        height = Self.number(content.dropFirst(4).prefix(4))
        guard Array(content.dropFirst(8)) == [8, 0, 0, 0, 0] else { return nil }
      case "IDAT": packed += content
      default: break
      }
      place += 12 + length
    }
    var lines = [UInt8](repeating: 0, count: (width + 1) * height)
    var size = uLong(lines.count)
    guard uncompress(&lines, &size, packed, uLong(packed.count)) == Z_OK,
      Int(size) == lines.count
    else { return nil }
    var dots = [UInt8](repeating: 0, count: width * height)
    for y in 0..<height {
      guard lines[y * (width + 1)] == Self.up else { return nil }
      for x in 0..<width {
        dots[y * width + x] =
          lines[y * (width + 1) + 1 + x] &+ (y > 0 ? dots[(y - 1) * width + x] : 0)
      }
    }
    self.init(width: width, height: height, dots: dots)
  }

  private static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
    let named = Array(name.utf8) + content
    return bytes(content.count) + named + bytes(Int(crc32(0, named, uInt(named.count))))
  }

  private static func bytes(_ number: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(number >> $0 & 0xFF) }
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 << 8 | Int($1) }
  }
}
