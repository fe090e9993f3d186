import Findings
@testable import FigureDrawing
import Foundation
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
    let parts = try ReportParts(example.input)
    let chosen = example.input.chosen
    let shown = parts.plans.indices.contains(chosen) ? parts.plans[chosen] : nil
    let frontier = parts.frontierFigure == nil ? 0 : 1
    let sections = try HTMLReport(example.input).page().sections.flatMap(\.blocks).compactMap(
      \.figure
    ).count
    let figuresOfPlan = shown.map { plan in
      plan.sections().reduce(0) { $0 + plan.figures(of: $1).count }
    }
    #expect(figures.count == (figuresOfPlan ?? 0) + frontier + sections)
  }

  /// Every subject is there for every plan of a frontier, so that a choice changes all and no link leads nowhere.
  @Test(arguments: [ReportCase.frontierWithBaseline, .findingsBeside, .frontierWithoutBaseline])
  func everyPlanHasEverySubject(_ example: ReportCase) throws {
    let parts = try ReportParts(example.input)
    let first = try #require(parts.plans.first)
    let firstLinks = first.view().links.map(\.id)
    #expect(firstLinks == ["network", "costs", "origins", "crises", "tables"])
    for plan in parts.plans {
      #expect(plan.view().links.map(\.id) == firstLinks, "\(plan.label)")
      let kinds = plan.sections().map { plan.figures(of: $0).map(\.kind) }
      #expect(kinds == first.sections().map { first.figures(of: $0).map(\.kind) }, "\(plan.label)")
    }
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
    let parts = try ReportParts(example.input)
    let isWhole = [.frontierWithBaseline, .hostileNames].contains(example)
    let plans = parts.plans.filter {
      isWhole || $0.position == example.input.chosen
    }.flatMap { plan in
      (isWhole && plan.position < 2 ? plan.view() : plan.view().atFirst).groups.flatMap {
        $0.section.blocks.compactMap(\.figure) + ($0.bridges?.entries.map(\.figure) ?? [])
      }
    }
    let others = parts.sections.flatMap(\.figures) + [parts.frontierFigure].compactMap(\.self)
    for figure in plans + others.map({ FigureView($0, suffix: "") }) {
      #expect(Markup.fault(figure.wide) == nil, "\(figure.kind)")
      #expect(Markup.fault(figure.narrow) == nil, "\(figure.kind)")
      #expect(Markup.fault(figure.table) == nil, "\(figure.kind)")
      if !figure.controls.isEmpty { #expect(Markup.fault(figure.controls) == nil) }
    }
  }

  /// One plan stands in the page, and all of a frontier wait packed for the script.
  @Test(arguments: ReportCase.allCases)
  func onePlanIsShown(_ example: ReportCase) throws {
    let page = try example.page()
    let plans = example.input.plans.count
    let sections = Markup.pieces(page, from: "<section class=\"plan\"", to: ">")
    #expect(sections.count == min(1, plans))
    #expect(page.contains("class=\"chooser\"") == (plans > 1))
    let packed = Markup.pieces(page, from: "<template class=\"packed\"", to: "</template>")
    #expect(packed.count == (plans > 1 ? plans : 0))
    let marks = Markup.pieces(page, from: "<a class=\"point", to: ">")
    #expect(marks.count == 2 * (example.input.frontier?.points.count ?? 0))
    #expect(marks.filter { $0.contains("chosen") }.count == (marks.isEmpty ? 0 : 2))
  }

  /// Each link of the list of parts leads somewhere, and each part is in it.
  @Test(arguments: ReportCase.allCases)
  func contents(_ example: ReportCase) throws {
    let page = try example.page()
    let list = try #require(
      Markup.pieces(page, from: "<nav class=\"contents\"", to: "</nav>").first)
    let links = Markup.pieces(list, from: "href=\"#", to: "\"").map { $0.dropFirst(7).dropLast() }
    #expect(links.allSatisfy { page.contains("id=\"\($0)\"") })
    let parts =
      Markup.pieces(page, from: "<section class=\"analysis\" id=\"", to: "\">")
      + Markup.pieces(page, from: "<section class=\"subject\" id=\"", to: "\">")
    for part in parts {
      #expect(links.contains { part.contains("id=\"\($0)\"") }, "\(part)")
    }
  }

  /// A table of the appendix is the file that it would be saved as, line by line.
  @Test(arguments: [ReportCase.frontierWithBaseline, .hostileNames])
  func tablesKeepTheirLines(_ example: ReportCase) throws {
    let parts = try ReportParts(example.input)
    let plan = try #require(parts.plans.first)
    let html = try plan.view().atFirst.html()
    let kept = Markup.pieces(html, from: "<pre class=\"csv scroll\">", to: "</pre>").map {
      String($0.dropFirst(24).dropLast(6))
    }
    let tables = PlanTables(plan: plan.context.plan).tables.map(\.table)
    #expect(kept.count == tables.count && !tables.isEmpty)
    for (text, table) in zip(kept, tables) {
      let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      let wanted = table.csv.unicodeScalars.split(
        separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count == wanted.count, "\(table.name)")
      #expect(lines.first.map { String($0) } == wanted.first.map { String($0) }, "\(table.name)")
    }
  }

  /// What a packed plan says when it is unpacked is what the template made of it.
  @Test func packedPlansUnpack() throws {
    let input = ReportCase.frontierWithBaseline.input
    let page = try HTMLReport(input).page()
    let plans = try ReportParts(input).plans
    for (point, plan) in zip(page.points, plans) {
      let html = try plan.view().html()
      #expect(try Unpacked.text(point.packed, length: html.utf8.count) == html)
      #expect(point.packed.utf8.count * 4 < html.utf8.count)
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
