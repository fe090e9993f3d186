/// The part of a page that is seen at once, and on what.
public struct ViewSize: Sendable, Equatable {
  /// Its width, CSS pixels.
  public var width: Int
  /// Its height, CSS pixels.
  public var height: Int
  /// Device pixels to a CSS pixel.
  public var scale: Double
  /// Whether it is a phone, which takes the page's own word for its width.
  public var isPhone: Bool

  /// Creates a size.
  public init(width: Int, height: Int, scale: Double = 1, isPhone: Bool = false) {
    self.width = width
    self.height = height
    self.scale = scale
    self.isPhone = isPhone
  }

  /// A usual screen.
  public static let desktop = ViewSize(width: 1280, height: 900)
  /// A tablet held upright.
  public static let tablet = ViewSize(width: 768, height: 1024)
  /// A phone.
  public static let phone = ViewSize(width: 390, height: 844, isPhone: true)
}

/// What a page is told about where it is shown.
public struct Medium: Sendable, Equatable {
  /// A system's choice of colours.
  public enum Colours: String, Sendable, CaseIterable {
    /// Dark on light.
    case light
    /// Light on dark.
    case dark
  }

  /// The colours that the system asks for.
  public var colours: Colours
  /// Whether it is printed rather than shown.
  public var isPaper: Bool

  /// Creates a medium.
  public init(_ colours: Colours = .light, isPaper: Bool = false) {
    self.colours = colours
    self.isPaper = isPaper
  }
}
