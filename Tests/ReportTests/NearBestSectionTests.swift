import FigureDrawing
import Findings
import Testing
import TextFiles

@testable import Alternatives
@testable import Explanation
@testable import Report
@testable import SupplyData
@testable import SupplyPlan

/// The sections on plans nearly as good and on why a plan is as it is.
@Suite struct NearBestSectionTests {
  private func input() -> ReportInput { ReportCase.frontierWithBaseline.input }

  private func alternatives(_ input: ReportInput) -> AlternativesRecord {
    let sites = input.dataset.facilities
    return AlternativesRecord(
      dataset: input.plans[0].dataset, within: 0.02, maxRisk: nil, measure: "cvar", level: 0.95,
      leastCost: 100e9, bound: 99.9e9, limit: 102e9,
      periods: input.dataset.settings.periods.count,
      plans: [(100e9, nil), (101.3e9, 5)].enumerated().map { place, entry in
        .init(
          number: place + 1, cost: entry.0, salesAtRisk: 0.1, distance: entry.1,
          greatestDistance: entry.1, plan: "alternatives/0\(place + 1)/plan.json")
      },
      facilities: sites.enumerated().map { place, site in
        let verdict = AlternativesRecord.Verdict.allCases[place % 5]
        return .init(
          facility: site.id, name: site.name, verdict: verdict,
          otherwiseAtLeast: verdict == .differs ? nil : 103.14e9 + Double(place) * 1e8,
          isForced: false,
          periodsOpen: verdict == .closed ? [0, 0] : verdict == .differs ? [0, 1] : [2, 2])
      },
      greatestFurtherDistance: 3, isInfeasible: false, stopReason: "time limit reached",
      solve: .init(seconds: 1, solves: 9, method: "decomposition"))
  }

  private func explanation(_ input: ReportInput) -> ExplanationRecord {
    var record = ExplanationRecord(
      dataset: input.plans[0].dataset,
      plan: .init(
        cost: input.plans[0].cost ?? 0, bound: nil, salesAtRisk: 0.1, objective: "cost",
        maxRisk: nil))
    record.facilities = input.dataset.facilities.enumerated().map { place, site in
      .init(
        facility: site.id, name: site.name, periodsOpen: place % 2, isImpossible: place == 0,
        atLeast: place == 0 ? nil : Double(place) * 1e6,
        atMost: place == 0 ? nil : Double(place) * 1.2e6)
    }
    record.paths = input.dataset.customers.prefix(3).map { customer in
      .init(
        period: input.dataset.settings.periods[0].id, product: "packs", madeIn: "US",
        route: [input.dataset.facilities[0].id, customer.id], modes: ["sea"],
        isConsumed: false, quantity: 1000, unitCost: 120,
        lines: [
          .init(line: "production", layer: nil, ofComponents: false, money: 70),
          .init(line: "duty", layer: "mfn", ofComponents: false, money: 30),
          .init(line: "freight", layer: nil, ofComponents: true, money: 20),
        ])
    }
    return record
  }

  @Test func `what all agree on is the title`() throws {
    var input = input()
    input.alternatives = alternatives(input)
    let index = ReportIndex(input.dataset)
    let section = try #require(
      AlternativesSection(index: index, record: alternatives(input)).section)
    #expect(section.title.hasPrefix("Every plan within 2"))
    #expect(section.title.contains("they differ"))
    #expect(section.sentences.contains { $0.contains("time limit reached") })
    try check(section, in: input)
  }

  @Test func `the dearest site to do without is the title`() throws {
    var input = input()
    input.explanation = explanation(input)
    let index = ReportIndex(input.dataset)
    let section = try #require(
      ExplanationSection(index: index, record: explanation(input)).section)
    #expect(section.title.hasPrefix("Doing without "))
    #expect(section.figures.map(\.kind) == ["opposite", "landed-cost"])
    try check(section, in: input)
  }

  private func check(_ section: Section, in input: ReportInput) throws {
    for figure in section.figures {
      #expect(Markup.fault(figure.wide.svg) == nil, "\(figure.kind)")
      #expect(Markup.fault(figure.narrow.svg) == nil, "\(figure.kind)")
      #expect(Markup.fault(figure.table.html) == nil, "\(figure.kind)")
    }
    #expect(try HTMLReport(input).render().contains("id=\"\(section.id)\""))
  }

  @Test func `findings of something else are refused`() throws {
    var input = input()
    var record = explanation(input)
    record.plan.cost *= 2
    input.explanation = record
    #expect(throws: ReportError.otherExplanation) { try HTMLReport(input).render() }
    input.explanation = nil
    var other = alternatives(input)
    other.dataset.sha256 = "0"
    input.alternatives = other
    #expect(throws: ReportError.otherDataset(what: "list of alternatives")) {
      try HTMLReport(input).render()
    }
  }
}
