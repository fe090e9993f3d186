import Testing

@testable import TestBrowser

/// When two pictures count as the same.
@Suite struct GreyPictureTests {
  /// Lines of text, grey as letters are, above a box.
  private static func picture(lines: Int = 12, box: Int = 20, shift: Int = 0, ink: Int = 200)
    -> GreyPicture
  {
    let (width, height) = (60, 200)
    var dots = [UInt8](repeating: 255, count: width * height)
    for line in 0..<lines {
      for x in 4..<56 { dots[(line * 4 + 3 + shift) * width + x] = UInt8(ink + (x + line) % 7) }
    }
    for y in 100..<(100 + box) {
      for x in 10..<50 { dots[(y + shift) * width + x] = 60 }
    }
    return GreyPicture(width: width, height: height, dots: dots)
  }

  @Test func `what another version of a browser draws is the same`() {
    let kept = Self.picture()
    #expect(kept.difference(from: kept) == nil)
    #expect(Self.picture(ink: 190).difference(from: kept) == nil)
    #expect(Self.picture(shift: 1).difference(from: kept) == nil)
    #expect(Self.picture(shift: 3).difference(from: kept) == nil)
  }

  @Test func `what is missing, moved or larger is not`() throws {
    let kept = Self.picture()
    #expect(Self.picture(box: 0).difference(from: kept) != nil)
    #expect(Self.picture(box: 40).difference(from: kept) != nil)
    #expect(Self.picture(shift: 9).difference(from: kept) != nil)
    #expect(kept.difference(from: Self.picture(box: 0)) != nil)
    let cut = GreyPicture(width: 60, height: 190, dots: Array(kept.dots.prefix(60 * 190)))
    #expect(try #require(cut.difference(from: kept)).contains("190 high, and was 200"))
  }

  @Test func `a file reads back the same`() throws {
    let picture = Self.picture()
    #expect(GreyPicture(png: picture.png) == picture)
    #expect(picture.png.count < picture.dots.count / 4)
    #expect(GreyPicture(png: picture.png.dropLast(20)) == nil)
    #expect(GreyPicture(png: picture.png.dropFirst(1)) == nil)
  }

  @Test func `blocks are means`() {
    let picture = GreyPicture(width: 3, height: 2, dots: [0, 100, 7, 200, 100, 9])
    #expect(picture.blocks(of: 2) == GreyPicture(width: 2, height: 1, dots: [100, 8]))
  }
}
