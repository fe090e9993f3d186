public import Browser
public import Foundation

extension Page {
  /// A part of a page, CSS pixels from its top left corner.
  public struct Clip: Sendable, Equatable {
    /// Its left edge.
    public var x: Double
    /// Its top edge.
    public var y: Double
    /// Its width.
    public var width: Double
    /// Its height.
    public var height: Double

    /// Creates a part.
    public init(x: Double, y: Double, width: Double, height: Double) {
      self.x = x
      self.y = y
      self.width = width
      self.height = height
    }
  }

  /// The page, or a part of it, as a PNG; what is not seen at once is drawn too.
  ///
  /// - Throws: ``BrowserError``.
  public func picture(_ clip: Clip? = nil) throws(BrowserError) -> Data {
    // What lies behind another page is not drawn anew.
    try command("Page.bringToFront")
    let part: Clip
    if let clip { part = clip } else { part = try whole() }
    let answer = try command(
      "Page.captureScreenshot",
      [
        "format": "png", "captureBeyondViewport": true,
        "clip": [
          "x": part.x, "y": part.y, "width": part.width, "height": part.height, "scale": 1.0,
        ],
      ])
    return try Self.bytes(answer, of: "Page.captureScreenshot")
  }

  /// The whole page.
  ///
  /// - Throws: ``BrowserError``.
  public func whole() throws(BrowserError) -> Clip {
    let size: [Double] = try value(
      of: "[document.documentElement.scrollWidth, document.documentElement.scrollHeight]")
    return Clip(x: 0, y: 0, width: size[0], height: size[1])
  }
}
