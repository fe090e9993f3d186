@testable import FigureDrawing
import Findings
import SupplyData
import SupplyPlan
import TestSnapshots
import Testing

@testable import Premium
@testable import Report

@Suite struct SectionTests {
  private let input = ReportCase.findingsBeside.input
  private var index: ReportIndex { ReportIndex(input.dataset) }

  private func text(_ section: Section) -> String {
    ([section.title, section.sentences.joined(separator: " ")]
      + section.figures.flatMap { [$0.title, $0.subtitle, $0.table.text()] })
      .joined(separator: "\n\n") + "\n"
  }

  @Test func premium() throws {
    let record = try #require(input.premium)
    let section = try #require(PremiumSection(index: index, record: record).section)
    try expectSnapshot(text(section), "premium.txt")
  }

  @Test func sources() throws {
    let section = try #require(
      SourcesSection(
        index: index, plan: input.sources[input.chosen], current: input.currentSources,
        name: "Plan\u{A0}5", source: "Source: flows.csv.")
    ).section
    try expectSnapshot(text(section), "sources.txt")
  }

  @Test func withoutACurrentNetworkThePlanStandsAlone() throws {
    let section = try #require(
      SourcesSection(
        index: index, plan: input.sources[input.chosen], current: nil, name: "Plan\u{A0}5",
        source: "Source: flows.csv.")
    ).section
    #expect(!text(section).contains("oday"))
  }

  /// The title tells the mean prices up to the knee and beyond it.
  @Test func titleOfThePremium() throws {
    var record = try #require(input.premium)
    record.points = [
      .init(plan: 1, cost: 100e6, salesAtRisk: 0.20, bound: 100e6),
      .init(plan: 2, cost: 130e6, salesAtRisk: 0.17, bound: 130e6),
      .init(plan: 3, cost: 280e6, salesAtRisk: 0.16, bound: 280e6),
    ]
    record.annuityFactor = 10
    record.knee = 2
    #expect(
      PremiumWords(index: index, record: record).title.replacing("\u{A0}", with: " ")
        == "The first 3 points of resilience cost $1.0 m a year each on average; the last point costs 15 times as much"
    )
    record.knee = nil
    #expect(
      PremiumWords(index: index, record: record).title.replacing("\u{A0}", with: " ")
        == "A point of resilience costs $4.5 m a year on average")
  }

  @Test func onePointIsNoSection() throws {
    var record = try #require(input.premium)
    record.steps = []
    record.points = [record.points[0]]
    #expect(PremiumSection(index: index, record: record).section == nil)
  }

  /// A folder of findings alone has a head, the sections and the assumptions, and tells of no plan.
  @Test func findingsAlone() throws {
    let page = try HTMLReport(ReportCase.findingsAlone.input).page()
    #expect(page.title == input.dataset.settings.name && page.headline == nil && page.brief.isEmpty)
    #expect(page.points.isEmpty && page.frontier == nil && page.statistics == nil)
    #expect(page.sections.map(\.id) == ["sources", "premium"])
    #expect(page.contents.map(\.id) == ["sources", "premium", "assumptions"])
  }
}
