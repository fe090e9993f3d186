import FigureDrawing
import Findings
import Foundation
import SupplyData
import SupplyPlan
import Testing

@testable import Report
@testable import Resilience

/// What the stress test's section says.
@Suite struct StressSectionTests {
  private let input = ReportCase.planWithBaseline.input

  /// Three targets: the plan does away with the first, softens the second and brings the third.
  private var record: StressRecord {
    let period = input.dataset.settings.periods[0].id
    let sites = input.dataset.facilities.prefix(2)
    let country = input.dataset.countries[0]
    let targets =
      sites.map {
        StressRecord.Target(
          target: $0.id, kind: "facility", name: $0.name, weeks: 12, isFromTable: false)
      } + [
        StressRecord.Target(
          target: "country:\(country.id)", kind: "country", name: country.name, weeks: 12,
          isFromTable: false)
      ]
    func result(_ network: String, _ target: Int, _ lost: Double) -> StressRecord.Result {
      StressRecord.Result(
        network: network, target: targets[target].target, period: period, weeks: 12,
        salesLost: lost, moneyLost: lost * 1e9, usualSalesLost: 0,
        weeksToSurvive: lost > 0 ? 3.5 : nil, isWeakLink: lost > 0,
        stranded: lost > 0.1 ? [input.dataset.products[0].id] : [], operatingCost: 1,
        usualOperatingCost: 1, losses: [])
    }
    let (today, plan) = ("current network", "plan")
    return StressRecord(
      dataset: input.plans[0].dataset, currency: "USD",
      networks: [.init(name: today), .init(name: plan, cost: 1e9, salesAtRisk: 0.1)],
      targets: targets,
      results: [
        result(today, 0, 0.2), result(plan, 0, 0), result(today, 1, 0.15), result(plan, 1, 0.05),
        result(today, 2, 0), result(plan, 2, 0.02),
      ], stopReason: "time limit reached")
  }

  private func section(of record: StressRecord) throws -> Section {
    try #require(
      StressSection(
        index: ReportIndex(input.dataset), record: record, plan: "plan", context: nil)?.section)
  }

  @Test func whatThePlanDoesToTargets() throws {
    let section = try section(of: record)
    #expect(
      section.sentences.first
        == "Of the 3 outages tested, 2 cost sales today. This plan avoids 1 of these losses entirely "
        + "(\(input.dataset.facilities[0].name)), reduces 1 of the others by a tenth or more and "
        + "adds 1\u{A0}outage that costs nothing today.")
  }

  /// The plan without the second target is known from above alone, and another plan without the third was not tested.
  private var withOpenCells: StressRecord {
    var record = record
    let period = record.results[0].period
    record.networks.append(.init(name: "plan 7"))
    record.results[3].bounds = .init(salesLost: .atMost, weeksToSurvive: .atLeast)
    record.open = [
      .init(
        network: "plan", target: record.targets[1].target, period: period,
        reason: StressRecord.OpenCell.onlyBounds),
      .init(
        network: "plan 7", target: record.targets[2].target, period: period,
        reason: "time limit reached"),
    ]
    return record
  }

  @Test func openCellsAreNamedWhereTheyAre() throws {
    let record = withOpenCells
    let period = record.results[0].period
    let section = try section(of: record)
    // Of what the section speaks of alone: not of the other plan.
    #expect(
      section.sentences.first
        == "In the stress test 1\u{A0}answer is missing: this plan without "
        + "\(record.targets[1].name) (\(period)). Where only bounds are known, figures say at "
        + "least or at most.")
    let figure = try #require(section.figures.first)
    let rows = figure.table.shown.rows.filter { $0[0] == record.targets[1].name }
    #expect(rows.first?.contains("at most 5.0\u{A0}%") ?? false, "\(rows)")
    #expect(rows.first?.contains("at least 3.5") ?? false, "\(rows)")
    #expect(figure.wide.svg.contains("at most 5.0"))
    let whole = try #require(OpenCellWords(record).text)
    #expect(whole.contains("2\u{A0}answers are missing"), "\(whole)")
    #expect(whole.contains("Plan\u{A0}7 without \(record.targets[2].name)"), "\(whole)")
    #expect(whole.contains("time limit reached") && whole.contains("shorewise stress"), "\(whole)")
    #expect(OpenCellWords(self.record, of: ["current network"]).text == nil)
  }

  @Test func theyAreAWarningOnTopOfThePage() throws {
    var input = input
    #expect(try HTMLReport(input).page().warnings.isEmpty)
    input.stress = withOpenCells
    let page = try HTMLReport(input).page()
    #expect(page.warnings.count == 1)
    let html = try HTMLReport(input).render()
    let head = html.prefix(upTo: try #require(html.range(of: "</header>")).lowerBound)
    #expect(head.contains("class=\"warning\"") && head.contains("answers are missing"))
    #expect(try MarkdownReport(input).render().contains("\n> In the stress test 2"))
    input.stress = record
    input.stress?.stopReason = nil
    #expect(try HTMLReport(input).page().warnings.isEmpty)
  }

  /// Of a target with a period untested, what the others lose is no more than a lower bound.
  @Test func theWorstOfSomePeriodsIsALowerBound() throws {
    var record = record
    record.open = [
      .init(
        network: "plan", target: record.targets[1].target, period: "another",
        reason: "time limit reached")
    ]
    let facts = StressFacts(record, plan: "plan")
    let item = try #require(facts.items.first { $0.target.target == record.targets[1].target })
    #expect(item.after?.lostText == "at least 5.0\u{A0}%" && item.before.bounds == nil)
  }
}
