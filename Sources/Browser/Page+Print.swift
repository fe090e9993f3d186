public import Foundation

/// A size of paper, upright.
public enum PaperSize: String, Sendable, CaseIterable {
  /// 210 × 297 mm.
  case a4
  /// 8½ × 11 inches.
  case letter

  /// Its width and height, inches.
  public var inches: (width: Double, height: Double) {
    switch self {
    case .a4: (210 / 25.4, 297 / 25.4)
    case .letter: (8.5, 11)
    }
  }
}

/// How a page is printed.
public struct PrintOptions: Sendable, Equatable {
  /// What it is printed on.
  public var paper: PaperSize
  /// What is left free at the top, the bottom and both sides, inches.
  public var margins: (top: Double, bottom: Double, sides: Double) {
    get { (top, bottom, sides) }
    set { (top, bottom, sides) = newValue }
  }
  /// What a sheet has room for within its margins, CSS pixels.
  public var room: (width: Double, height: Double) {
    ((paper.inches.width - 2 * sides) * 96, (paper.inches.height - top - bottom) * 96)
  }
  private var top: Double
  private var bottom: Double
  private var sides: Double
  /// What stands in the top margin of every page, HTML; see ``footer``.
  public var header: String
  /// What stands in the bottom margin of every page, HTML, in which an element of the class `pageNumber`,
  /// `totalPages` or `title` is filled with it. It has no style but its own.
  public var footer: String

  /// Creates options: margins of 16, 17 and 15 mm, nothing in them.
  public init(
    paper: PaperSize = .a4, margins: (top: Double, bottom: Double, sides: Double)? = nil,
    header: String = "", footer: String = ""
  ) {
    self.paper = paper
    (top, bottom, sides) = margins ?? (16 / 25.4, 17 / 25.4, 15 / 25.4)
    self.header = header
    self.footer = footer
  }
}

extension Page {
  /// The page as a PDF, with its background colours and its headings as an outline.
  ///
  /// - Throws: ``BrowserError``.
  public func pdf(_ options: PrintOptions) throws(BrowserError) -> Data {
    let hasMarginTexts = !options.header.isEmpty || !options.footer.isEmpty
    let answer = try command(
      "Page.printToPDF",
      [
        "printBackground": true, "preferCSSPageSize": false,
        "paperWidth": options.paper.inches.width, "paperHeight": options.paper.inches.height,
        "marginTop": options.margins.top, "marginBottom": options.margins.bottom,
        "marginLeft": options.margins.sides, "marginRight": options.margins.sides,
        "displayHeaderFooter": hasMarginTexts,
        // An empty one would be replaced by the browser's own, with the date and the address.
        "headerTemplate": options.header.isEmpty ? "<span></span>" : options.header,
        "footerTemplate": options.footer.isEmpty ? "<span></span>" : options.footer,
        "generateTaggedPDF": true, "generateDocumentOutline": true,
      ])
    return try Self.bytes(answer, of: "Page.printToPDF")
  }
}
