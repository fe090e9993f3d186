import FigureDrawing
import Findings
import Foundation
import FoundationXML
import SupplyData
import SupplyPlan
import TestDatasets
import Testing
import TextFiles

@testable import Comparison

/// Output folders side by side.
@Suite struct OutputTests {
  private static let strike = TestDataset()
    .adding("scenarios", "scenario,probability,duration_weeks", "strike,0.1,26")
    .adding("disruptions", "scenario,effect,origin,value", "strike,capacity,plant,1")
    .adding("facilities", "second,BB,plant,candidate,10,20")
    .adding("capacity", "second,line,50,0,1,1,1")
    .adding("production", "second,widget,25")

  /// An output with the plans given; of several they are the points of a frontier.
  static func output(
    _ name: String, _ plans: [SyntheticPlan], of files: TestDataset = strike
  ) throws -> ComparedOutput {
    let dataset = try files.read()
    let reference = Plan.DatasetReference(name: "base", sha256: dataset.sha256)
    let made = plans.map { $0.plan(of: reference) }
    var output = ComparedOutput(
      name: name, path: "folder/\(name)", source: files.source, dataset: dataset, plans: made)
    if plans.count > 1 {
      output.frontier = FrontierRecord(
        dataset: reference, measure: "expected", level: nil, tolerance: 0.01, uncertainty: 0.005,
        termination: .optimal,
        points: plans.enumerated().map { index, plan in
          .init(
            cost: plan.cost, salesAtRisk: plan.risk, bound: plan.bound, gap: 0,
            plan: "points/\(index)/plan.json")
        }, bounds: plans.map { .init(cap: $0.risk, bound: $0.bound) }.reversed(),
        solve: .init(seconds: 1, solves: 3, method: "monolith"))
    }
    return output
  }

  private static let before = [SyntheticPlan(1000, bound: 998, risk: 0.12)]
  private static let after = [
    SyntheticPlan(
      1250, bound: 1240, risk: 0.08, open: ["second"], mix: [.domestic: 0.6, .nearshore: 0.4])
  ]

  @Test func `a pair`() throws {
    let document = try ComparisonReport(
      outputs: [Self.output("before", Self.before), Self.output("after", Self.after)]
    ).document()
    #expect(
      document.finding.hasPrefix(
        "after costs $250 (25.00\u{A0}%) more than before; the difference is proved"))
    let titles = document.sections.map(\.title)
    #expect(titles.contains("They differ most in production: after pays $100 more than before"))
    #expect(
      titles.contains("They differ in two\u{A0}sites, of 2 that any of them has open"))
    #expect(
      titles.contains("after makes 60.0\u{A0}% domestic, before 25.0\u{A0}%")
        || titles.contains("before makes 75.0\u{A0}% offshore, after 0\u{A0}%"))
    #expect(
      titles.contains { $0.hasPrefix("They differ most in “strike”: before loses 6.0\u{A0}%") })
    #expect(titles.contains("All inputs are the same"))
    #expect(document.sections[0].cards.count == 3)
  }

  @Test func `frontiers, and inputs that differ`() throws {
    let other = Self.strike.replacing("production", "plant,widget,20", with: "plant,widget,30")
    let plans = { (factor: Double) in
      [
        SyntheticPlan(1000 * factor, bound: 990 * factor, risk: 0.2),
        SyntheticPlan(1500 * factor, bound: 1450 * factor, risk: 0.01, open: ["second"]),
      ]
    }
    let outputs = try [
      Self.output("a", plans(1)), Self.output("b", plans(1.2), of: other),
      Self.output("c", plans(1.5)),
    ]
    let document = try ComparisonReport(outputs: outputs).document()
    #expect(
      document.finding.hasPrefix(
        "a is the cheapest at $1,000, c the dearest at $1,500 (50.00\u{A0}% more); the others are proved to be dearer"
      ))
    #expect(
      document.sections.contains {
        $0.title.contains("of a year’s sales, a costs $750 less than c")
      })
    let inputs = try #require(document.sections.last)
    #expect(inputs.title == "One\u{A0}table differs between the inputs")
    guard case .table(_, let table, _) = inputs.blocks[0] else {
      Issue.record("no table")
      return
    }
    #expect(
      table.shown.rows == [
        ["production.csv", "2\u{A0}rows", "2\u{A0}rows, 1 changed", "2\u{A0}rows, the same"]
      ])
  }

  @Test func `what cannot be compared`() throws {
    var other = try Self.output("b", Self.after)
    other.dataset.settings.currency = "EUR"
    other.plans[0].risk.measure = "worst"
    let outputs = [try Self.output("a", Self.before), other]
    do throws(Faults) {
      _ = try ComparisonReport(outputs: outputs).document()
      Issue.record("no fault")
    } catch {
      #expect(
        error.all.map(\.cause) == [
          "it measures risk by worst, and 'folder/a' by expected",
          "its money is EUR, and that of 'folder/a' is USD",
        ])
      #expect(error.all.allSatisfy { $0.file == "folder/b" })
    }
    let many = try (0..<9).map { try Self.output("o\($0)", Self.before) }
    #expect(throws: Faults.self) { try ComparisonReport(outputs: many).document() }
  }

  @Test func `another horizon is told`() throws {
    let longer = Self.strike.replacing(
      "plan.yaml", "name: base\nperiods: [{id: year-1, years: 3}]\n")
    let document = try ComparisonReport(outputs: [
      Self.output("a", Self.before), Self.output("b", Self.after, of: longer),
    ]).document()
    #expect(
      document.opening.first?.hasPrefix("The horizon of b is 3\u{A0}years, that of a 1\u{A0}year")
        == true)
  }

  @Test func `without plans`() throws {
    var empty = try Self.output("none", Self.before)
    empty.plans[0] = Plan(
      dataset: empty.plans[0].dataset, termination: .infeasible,
      risk: PlanRisk(measure: "expected", level: nil, salesAtRisk: nil),
      solve: empty.plans[0].solve)
    let page = try ComparisonReport(outputs: [empty, Self.output("a", Self.before)]).render()
    #expect(
      page.contains("No two of the 2\u{A0}outputs have a plan") && page.contains("infeasible"))
    #expect(
      try ComparisonReport(outputs: [empty, empty]).render()
        .contains("No two of the 2\u{A0}outputs have a plan"))
  }

  @Test func `stores side by side, and beside outputs`() throws {
    let (first, second) = (try Stores.variants(), try Stores.variants())
    let report = ComparisonReport(
      outputs: [try Self.output("folder", Self.before)],
      stores: [
        .init(name: "one", store: first.store), .init(name: "two", store: second.store),
      ])
    let document = try report.document()
    #expect(document.sections.first?.title == "Runs that the stores have in common")
    guard case .table(_, let table, _)? = document.sections.first?.blocks.first else {
      Issue.record("no table")
      return
    }
    #expect(table.rows.count == 6)
    #expect(table.shown.rows.first { $0[2] == "dear" }?.last == "equal")
    #expect(document.sections.contains { $0.title == "one · Variants" })
    #expect(try report.render().hasSuffix("</html>\n"))
  }

  @Test func `the page stands alone and takes names for text`() throws {
    let evil = "<script>alert(1)</script>\"'&"
    let style = ReportStyle(
      title: evil, logo: "data:image/png;base64,AA==", accent: "#0a5c5c")
    let page = try ComparisonReport(
      outputs: [Self.output(evil, Self.before), Self.output("b", Self.after)], style: style
    ).render()
    #expect(!page.contains("<script") && page.contains("--accent:#0a5c5c"))
    #expect(page.contains("<img class=\"logo\" src=\"data:image/png;base64,AA==\""))
    let figures = page.components(separatedBy: "<figure").dropFirst()
    #expect(figures.count == 5)
    for figure in figures { #expect(figure.contains("<table>")) }
    for piece in page.components(separatedBy: "<svg").dropFirst() {
      let end = try #require(piece.range(of: "</svg>"))
      let parser = XMLParser(data: Data("<svg\(piece[..<end.upperBound])".utf8))
      #expect(parser.parse(), "\(String(describing: parser.parserError))")
    }
    let links = page.components(separatedBy: "href=\"#").dropFirst().map {
      $0.prefix { $0 != "\"" }
    }
    for link in links { #expect(page.contains("id=\"\(link)\"")) }
  }

  @Test(arguments: [
    ("a,b\n1,2\n3,4\n", 2), ("a,b", 0), ("", 0), ("a\n\"x\ny\"\r\n\r\n  \nz", 2),
  ])
  func `rows are counted`(_ text: String, _ count: Int) {
    #expect(InputSection.records(in: Array(text.utf8)) == count)
  }
}
