import Browser
import Foundation
import Report
import SupplyData
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

    // The contents tell the sheet of each part.
    struct Link: Decodable {
      let id: String
      let title: String
      let head: String
    }
    let parts: [Link] = try ShownReport.page().value(
      of: """
        [...document.querySelectorAll(".contents a")].map((link) => {
          const words = (element) => element.textContent.trim().split(/\\s+/).slice(0, 5).join(" ");
          const id = link.getAttribute("href").slice(1);
          return { id, title: words(link), head: words(document.getElementById(id).querySelector("h2, h3")) };
        }).filter((link) => link.id !== "tables")
        """)
    #expect(parts.count >= 5)
    let numbers = PrintedPages.numbers(in: try Data(contentsOf: URL(fileURLWithPath: paths[0])))
    for part in parts {
      let number = try #require(numbers[part.id], "\(part.id)")
      #expect(sheets[number - 1].contains(part.head), "\(part.id) on sheet \(number)")
      // Behind the first line of its title; a longer one goes on below.
      let rest = sheets.lazy.compactMap { sheet in
        sheet.range(of: part.title).map { sheet[$0.upperBound...].prefix(140) }
      }.first { $0.contains(" \(number) ") || $0.hasSuffix(" \(number)") }
      #expect(rest != nil, "the contents do not tell sheet \(number) of “\(part.title)”")
    }

    // Few sheets are half empty.
    var fullness: [Double] = []
    for number in 1...sheets.count {
      let picture = try file.picture(page: number, block: 4)
      let rows = (0..<picture.height * 93 / 100).filter { row in
        picture.dots[row * picture.width..<(row + 1) * picture.width].contains { $0 < 200 }
      }
      fullness.append(Double((rows.last ?? 0) + 1) / Double(picture.height * 93 / 100))
    }
    let whole = fullness.dropLast()
    #expect(whole.reduce(0, +) / Double(whole.count) > 0.75, "\(fullness)")
    #expect(whole.count { $0 < 0.55 } <= whole.count / 6, "\(fullness)")

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
