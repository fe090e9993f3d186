import Browser
import Foundation
import Report
import TestBrowser
import Testing

@testable import Studies

/// The report on paper.
@MainActor
@Suite(.serialized, .enabled(if: InstalledChromium.isThere, InstalledChromium.absence))
struct PrintTests {
  /// What a page of paper has room for, CSS pixels.
  private static func room(_ paper: PaperSize) -> (width: Int, height: Double) {
    let margins = PrintOptions(paper: paper).margins
    return (
      Int((paper.inches.width - 2 * margins.sides) * 96),
      (paper.inches.height - margins.top - margins.bottom) * 96
    )
  }

  /// Each figure with its words fits a sheet, also one that is far higher than wide.
  @Test(arguments: PaperSize.allCases)
  func `figures fit`(_ paper: PaperSize) throws {
    let room = Self.room(paper)
    let page = try ShownReport.page(
      ViewSize(width: room.width, height: 900), Medium(.light, isPaper: true))
    try page.run(
      "document.querySelector('.figure-mix .wide svg').setAttribute('viewBox', '0 0 880 4000')")
    let heights: [String: Double] = try page.value(
      of: """
        Object.fromEntries([...document.querySelectorAll("figure")].map(
          (figure) => [figure.id, figure.getBoundingClientRect().height]))
        """)
    #expect(heights.values.filter { $0 > 0 }.count >= 6)
    #expect(heights.filter { $0.value > room.height } == [:])
  }

  @Test(
    .enabled(if: InstalledChromium.canReadPDF, InstalledChromium.pdfAbsence),
    arguments: PaperSize.allCases)
  func `sheets`(_ paper: PaperSize) throws {
    let folder = try ShownReport.folder()
    let input = ShownReport.input
    let paths = try PDFReportWriter(paper: paper).write(input, of: folder, to: folder)
    #expect(paths == ["\(folder)/report.pdf"])
    let file = PDFFile(paths[0])
    let sheets = try file.texts().map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    #expect(sheets.count > 4)
    for (position, text) in sheets.enumerated() {
      #expect(text.contains(input.dataset.settings.name))
      // The space around the stroke is narrow.
      let end = String(text.suffix(60)).replacing(" ", with: "")
      #expect(end.hasSuffix("–Shorewise\(position + 1)/\(sheets.count)"))
    }

    // The title of a figure and its note stand on one sheet.
    let page = try ShownReport.page()
    struct Words: Decodable {
      let title: String
      let note: String
    }
    let figures: [Words] = try page.value(
      of: """
        [...document.querySelectorAll("figure")].filter((figure) => figure.checkVisibility()).map((figure) => {
          const words = (selector) => figure.querySelector(selector).textContent.trim().split(/\\s+/);
          return { title: words("h3").slice(0, 5).join(" "), note: words(".note").slice(-5).join(" ") };
        })
        """)
    #expect(figures.count >= 7)
    for figure in figures {
      #expect(
        sheets.contains { $0.contains(figure.title) && $0.contains(figure.note) },
        "cut in two: \(figure.title)")
    }
  }

  @Test(
    .enabled(
      if: InstalledChromium.canReadPDF && InstalledChromium.drawsAlike, InstalledChromium.pdfAbsence
    ))
  func `pictures`() throws {
    let html = try ShownReport.html() + "<style>\(ShownReport.usualFonts)</style>"
    let path = try ShownReport.folder() + "/pictures.pdf"
    try PDFReportWriter(paper: .a4).printed(html).write(to: URL(fileURLWithPath: path))
    let file = PDFFile(path)
    for number in 1...(try file.texts().count) {
      try expectPicture(try file.picture(page: number, block: 4), "sheet-\(number).png")
    }
  }
}
