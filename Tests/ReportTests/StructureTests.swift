@testable import FigureDrawing
import Foundation
import SupplyData
import SupplyPlan
import Testing

@testable import Report

@Suite struct StructureTests {
  @Test(arguments: ReportCase.allCases)
  func everyFigureHasItsTable(_ example: ReportCase) throws {
    let page = try example.page()
    let figures = Markup.pieces(page, from: "<figure", to: "</figure>")
    for figure in figures {
      #expect(figure.contains("<h3>") && figure.contains("<details>"))
      #expect(figure.contains("<table>") && figure.contains("class=\"note\""))
      #expect(figure.contains("class=\"wide\"><svg") && figure.contains("class=\"narrow\"><svg"))
    }
    let plans = example.input.plans.filter { $0.cost != nil }.count
    let home = example.input.dataset.settings.home == nil ? 0 : 1
    let frontier = example.input.frontier.map { $0.points.isEmpty ? 0 : 1 } ?? 0
    let findings = example.input.premium.map { _ in 2 } ?? 0
    #expect(figures.count == plans * (5 + home) + frontier + findings)
  }

  @Test(arguments: ReportCase.allCases)
  func nothingIsAskedOfAnyone(_ example: ReportCase) throws {
    var page = try example.page()
    page = page.replacing("xmlns=\"http://www.w3.org/2000/svg\"", with: "")
    for word in ["http:", "https:", "//", "@import", "url(", "src=", "fetch(", "import("]
    where !(word == "//" && !page.contains("://")) {
      #expect(!page.contains(word), "\(word)")
    }
    let links = Markup.pieces(page, from: "href=\"", to: "\"").map { $0.dropFirst(6) }
    #expect(links.allSatisfy { $0.hasPrefix("#") || $0.hasPrefix("data:,") })
    #expect(page.contains("default-src 'none'"))
  }

  @Test(arguments: ReportCase.allCases)
  func figuresAreWellFormed(_ example: ReportCase) throws {
    let page = HTMLReport(example.input).page()
    for figure in page.points.flatMap(\.figures) + page.sections.flatMap(\.figures)
      + [page.frontier].compactMap({ $0 })
    {
      #expect(Markup.fault(figure.wide) == nil, "\(figure.kind)")
      #expect(Markup.fault(figure.narrow) == nil, "\(figure.kind)")
      #expect(Markup.fault(figure.table) == nil, "\(figure.kind)")
    }
  }

  /// One section stands open and the others wait for the script.
  @Test(arguments: ReportCase.allCases)
  func onePlanIsShown(_ example: ReportCase) throws {
    let page = try example.page()
    let sections = Markup.pieces(page, from: "<section class=\"plan\"", to: ">")
    #expect(sections.count == example.input.plans.count)
    #expect(sections.filter { !$0.hasSuffix(" hidden>") }.count == min(1, sections.count))
    #expect(page.contains("class=\"chooser\"") == (sections.count > 1))
    let marks = Markup.pieces(page, from: "<a class=\"point", to: ">")
    #expect(marks.count == 2 * (example.input.frontier?.points.count ?? 0))
    #expect(marks.filter { $0.contains("chosen") }.count == (marks.isEmpty ? 0 : 2))
  }

  /// A list of the parts stands where two analyses are told, and each of its links leads somewhere.
  @Test(arguments: ReportCase.allCases)
  func contents(_ example: ReportCase) throws {
    let page = try example.page()
    let analyses = Markup.pieces(page, from: "<section class=\"analysis\"", to: ">")
    #expect(page.contains("<nav class=\"contents\"") == (analyses.count > 1))
    for list in Markup.pieces(page, from: "<nav class=\"contents\"", to: "</nav>") {
      let links = Markup.pieces(list, from: "href=\"#", to: "\"").map { $0.dropFirst(7).dropLast() }
      #expect(links.count >= analyses.count + 1)
      #expect(links.allSatisfy { page.contains("id=\"\($0)\"") })
    }
  }

  /// Names from files are text wherever they stand: no tag, no attribute, no end of the script.
  @Test func hostileNamesAreInert() throws {
    let page = try ReportCase.hostileNames.page()
    #expect(Markup.pieces(page, from: "<script", to: ">") == ["<script>"])
    #expect(!page.contains("alert(1)<"))
    // Scalar by scalar, as a browser reads: a quote with an accent is a quote.
    let scalars = page.unicodeScalars.map(\.value)
    for (position, scalar) in scalars.enumerated() where scalar == 0x301 || scalar == 0x308 {
      #expect(scalars[position - 1] == 0x3B, "an accent must follow an entity")
    }
    #expect(Markup.text(page).unicodeScalars.contains { $0 == "\u{301}" })
  }
}
