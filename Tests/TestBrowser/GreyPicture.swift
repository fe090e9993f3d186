public import Browser
import Foundation

/// A picture in shades of grey, coarse enough to be kept beside the tests.
public struct GreyPicture: Equatable {
  /// Its width in dots.
  public let width: Int
  /// Its height in dots.
  public let height: Int
  /// Its dots, line by line from the top; 0 is black.
  public let dots: [UInt8]

  /// Creates a picture.
  public init(width: Int, height: Int, dots: [UInt8]) {
    self.width = width
    self.height = height
    self.dots = dots
  }

  /// The mean of each square block of dots; those at the right and lower edge may be smaller.
  public func blocks(of size: Int) -> GreyPicture {
    let columns = (width + size - 1) / size
    let rows = (height + size - 1) / size
    var sums = [Int](repeating: 0, count: columns * rows)
    var counts = sums
    for y in 0..<height {
      for x in 0..<width {
        let block = y / size * columns + x / size
        sums[block] += Int(dots[y * width + x])
        counts[block] += 1
      }
    }
    return GreyPicture(
      width: columns, height: rows,
      dots: zip(sums, counts).map { UInt8(($0 + $1 / 2) / max($1, 1)) })
  }
}

extension Page {
  /// The whole page in blocks of so many CSS pixels.
  ///
  /// Chromium draws it, and takes its own PNG apart on a blank page.
  public func greyPicture(block: Int, on blank: Page) throws -> GreyPicture {
    struct Answer: Decodable {
      let width: Int
      let height: Int
      let dots: Data
    }
    let picture = try picture().base64EncodedString()
    let answer: Answer = try blank.value(
      of: """
        (async () => {
          const bytes = Uint8Array.from(atob("\(picture)"), (letter) => letter.charCodeAt(0));
          const image = await createImageBitmap(new Blob([bytes]));
          const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
          context.drawImage(image, 0, 0);
          const dots = context.getImageData(0, 0, image.width, image.height).data;
          const width = Math.ceil(image.width / \(block)), height = Math.ceil(image.height / \(block));
          const sums = new Float64Array(width * height), counts = new Uint32Array(width * height);
          for (let y = 0, dot = 0; y < image.height; y += 1) {
            for (let x = 0; x < image.width; x += 1, dot += 4) {
              const place = Math.floor(y / \(block)) * width + Math.floor(x / \(block));
              sums[place] += 0.299 * dots[dot] + 0.587 * dots[dot + 1] + 0.114 * dots[dot + 2];
              counts[place] += 1;
            }
          }
          const means = sums.map((sum, place) => Math.round(sum / counts[place]));
          return { width, height, dots: btoa(Array.from(means, (mean) => String.fromCharCode(mean)).join("")) };
        })()
        """)
    return GreyPicture(width: answer.width, height: answer.height, dots: [UInt8](answer.dots))
  }
}
