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

  /// Of 1,250 the plan costs 4.2 % more than the expanded 1,200, and 10.7 % less than the network as it is, 1,400.
  @Test func `against today's networks`() throws {
    var output = try Self.output(
      "frontier", [SyntheticPlan(1250, bound: 1240, risk: 0.08), SyntheticPlan(1300, risk: 0.02)])
    let reference = try #require(output.plans.first).dataset
    output.today = [
      (.current, SyntheticPlan(1400, risk: 0.3).plan(of: reference)),
      (.expanded, SyntheticPlan(1200, risk: 0.2).plan(of: reference)),
    ]
    let document = try ComparisonReport(
      outputs: [output, Self.output("before", Self.before)]
    ).document()
    let title = "frontier, point\u{A0}1 costs 4.2\u{A0}% more than expanding today’s sites"
    let section = try #require(document.sections.first { $0.title.contains("expanding") })
    #expect(
      section.title.hasSuffix("costs 4.2\u{A0}% more than expanding today’s sites"), "\(title)")
    guard case .table(_, let table, _) = section.blocks[0] else {
      Issue.record("no table")
      return
    }
    #expect(table.rows.count == 2 && table.rows[0][1] == .text("Today’s network"))
    #expect(table.rows[0][6] == .number(-150) && table.rows[1][6] == .number(50))
  }

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
      titles.contains("They differ in all two\u{A0}sites that any of them has open"))
    #expect(
      titles.contains("after makes 60.0\u{A0}% domestic, before 25.0\u{A0}%")
        || titles.contains("before makes 75.0\u{A0}% offshore, after 0\u{A0}%"))
    #expect(
      titles.contains { $0.hasPrefix("They differ most in “strike”: before loses 6.0\u{A0}%") })
    #expect(titles.contains("All use the same dataset"))
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
        "a is the cheapest at $1,000, c the dearest at $1,500 (50.00\u{A0}% more); it is proved that the others cost more"
      ))
    #expect(
      document.sections.contains {
        $0.title.contains("of a year’s sales, a costs $750 less than c")
      })
    let inputs = try #require(document.sections.last)
    #expect(inputs.title == "One\u{A0}input table differs")
    guard case .table(_, let table, _) = inputs.blocks[0] else {
      Issue.record("no table")
      return
    }
    #expect(
      table.shown.rows == [
        ["production.csv", "2\u{A0}rows", "2\u{A0}rows, 1 changed", "2\u{A0}rows, the same"]
      ])
  }

  /// Beside a plan a frontier stands with its cheapest point that is as safe, not with its cheapest of all, and the plan is drawn.
  @Test func `a frontier beside a plan`() throws {
    let frontier = try Self.output(
      "curve",
      [
        SyntheticPlan(1000, bound: 995, risk: 0.2), SyntheticPlan(1200, bound: 1190, risk: 0.06),
        SyntheticPlan(1500, bound: 1450, risk: 0.01),
      ])
    func document(cost: Double, risk: Double) throws -> Document {
      let plan = try Self.output("plan", [SyntheticPlan(cost, bound: cost - 1, risk: risk)])
      return try ComparisonReport(outputs: [frontier, plan]).document()
    }
    let beside = try document(cost: 1260, risk: 0.08)
    #expect(
      beside.finding.hasPrefix("plan costs $60 (5.00\u{A0}%) more than curve, point\u{A0}2"))
    #expect(
      beside.opening.first
        == "curve is represented by the frontier’s point 2: the cheapest with no more sales at risk than plan (8.0\u{A0}%)."
    )
    let section = try #require(beside.sections.first { $0.title.hasSuffix("on curve") })
    #expect(
      section.title
        == "plan costs 5.00\u{A0}% more than the cheapest plan of its resilience on curve")
    let figure = try #require(section.figures.first)
    #expect(figure.title == "The frontier, and one plan beside it")
    #expect(figure.table.shown.rows.last?.first == "plan")
    // The mark stands where its cost and resilience are, beside the curve's own dots.
    for drawing in [figure.wide, figure.narrow] {
      #expect(drawing.svg.contains("<title>plan: $1,260, resilience 92.0\u{A0}%</title>"))
    }
    // What is proved is of the same question: the frontier at the plan's risk, where only the first bound holds.
    #expect(beside.sections[0].cards[1].detail.hasPrefix("between +$59"))

    let within = try document(cost: 1195, risk: 0.06)
    #expect(
      within.sections.contains {
        $0.title
          == "plan lies within the band of curve, 0.42\u{A0}% below the cheapest plan found there"
      })
    let safest = try document(cost: 1700, risk: 0.001)
    #expect(
      safest.opening.first
        == "curve is represented by the frontier’s point 3, its safest: all have more sales at risk than plan."
    )
    #expect(
      safest.sections.contains { $0.title == "plan is more resilient than any point of curve" })
  }

  /// On a phone, too, every number of a heat map stands in its cell: columns that have no room go below the others.
  @Test(arguments: FigureWidth.allCases, [3, 9, 24])
  func `numbers of heat maps`(_ size: FigureWidth, columns: Int) {
    let map = HeatMap(
      label: "", rows: .init(name: "Row", texts: ["one", "two"]),
      columns: .init(name: "Column", texts: (0..<columns).map { "c\($0)" }),
      panels: [
        .init(
          title: "",
          cells: (0..<2).map { row in
            (0..<columns).map {
              .init(text: "12.\($0 % 10)\u{A0}%", colour: "#fdf3ea", title: "\(row)")
            }
          })
      ], legend: .classes(hasHollow: false, []))
    let drawing = map.draw(size)
    #expect(drawing.svg.components(separatedBy: "class=\"cell\"").count - 1 == 2 * columns)
    #expect(drawing.height < 140 * Double((columns + 5) / 3))
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
    #expect(page.contains("No two of 2\u{A0}outputs have a plan") && page.contains("infeasible"))
    #expect(
      try ComparisonReport(outputs: [empty, empty]).render().contains(
        "No two of 2\u{A0}outputs have a plan"))
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
    // Of elements; the style sheet speaks of links, too.
    let links = page.components(separatedBy: "<a href=\"#").dropFirst().map {
      $0.prefix { $0 != "\"" }
    }
    #expect(!links.isEmpty)
    for link in links { #expect(page.contains("id=\"\(link)\"")) }
  }

  @Test(arguments: [
    ("a,b\n1,2\n3,4\n", 2), ("a,b", 0), ("", 0), ("a\n\"x\ny\"\r\n\r\n  \nz", 2),
  ])
  func `rows are counted`(_ text: String, _ count: Int) {
    #expect(InputSection.records(in: Array(text.utf8)) == count)
  }
}
